import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { usePreferences, useUpdatePreferences } from '../app/preferences.ts';

/** Below this width (CSS px) the filter lies over the list instead of beside it. */
const beside = 1_000;

export interface FilterRailPlace {
  readonly shown: boolean;
  /** Whether it lies over the list. */
  readonly over: boolean;
  readonly show: (shown: boolean) => void;
}

/** Whether the filter is shown: as it was left, and on a narrow screen only when asked for. */
export const useFilterRail = (): FilterRailPlace => {
  const { filterRailCollapsed } = usePreferences();
  const update = useUpdatePreferences();
  const over = useMediaQuery(`(max-width: ${beside}px)`, window.innerWidth <= beside) === true;
  const [asked, setAsked] = useState(false);
  return {
    shown: over ? asked : !filterRailCollapsed,
    over,
    show: (shown) => (over ? setAsked(shown) : update({ filterRailCollapsed: !shown })),
  };
};
