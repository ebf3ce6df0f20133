import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction, CustomerFilter, Selection } from '../../../src-shared/customers.ts';
import { useApi } from '../../app/api.ts';
import { useTellFailure } from '../../app/failures/use-failure-toast.tsx';
import { useLongWork } from '../../app/long-work.ts';
import { useWritten } from '../../app/written.tsx';
import { ProgressDialog } from '../../kit/progress-dialog.tsx';

export interface Bulk {
  /** Changes all of a selection as one change, announced with its undo. False when it failed or was cancelled. */
  readonly run: (selection: Selection, action: BulkAction) => Promise<boolean>;
  readonly purge: (selection: Selection) => Promise<boolean>;
  /** Progress of what is running; to be drawn somewhere. */
  readonly progress: ReactNode;
}

type Working = 'tags' | 'set' | 'trash' | 'restore' | 'purge';

const workingOf = (action: BulkAction): Working =>
  action.type === 'addTags' || action.type === 'removeTags' ? 'tags' : action.type;

/** Bulk changes with progress and cancel, each one change that one undo takes back. */
export const useBulk = (): Bulk => {
  const { t } = useTranslation();
  const { client } = useApi();
  const { announce } = useWritten();
  const tellFailure = useTellFailure();
  const changing = useLongWork(client.archive.customers.bulk, tellFailure);
  const purging = useLongWork(client.archive.customers.purge, tellFailure);
  const [working, setWorking] = useState<Working>('set');

  const { start } = changing;
  const run = useCallback(
    async (selection: Selection, action: BulkAction): Promise<boolean> => {
      setWorking(workingOf(action));
      const written = await start({ selection, action });
      if (written !== null) announce(written);
      return written !== null;
    },
    [start, announce],
  );

  const { start: startPurge } = purging;
  const purge = useCallback(
    async (selection: Selection): Promise<boolean> => {
      setWorking('purge');
      const written = await startPurge({ selection });
      if (written !== null) announce(written);
      return written !== null;
    },
    [startPurge, announce],
  );

  const label = t(`customers.bulk.working.${working}`);
  return {
    run,
    purge,
    progress: (
      <>
        <ProgressDialog label={label} work={changing} />
        <ProgressDialog label={label} work={purging} />
      </>
    ),
  };
};

/**
 * Whether an action can take customers out of what a filter finds. The ticks then go too: ticks on rows that are
 * no longer in sight would be hit by the next action unseen.
 */
export const movesOut = (action: BulkAction, filter: CustomerFilter): boolean => {
  switch (action.type) {
    case 'trash':
    case 'restore':
      return true;
    case 'addTags':
    case 'removeTags':
      return [filter.tagsAny, filter.tagsAll, filter.tagsNone, filter.text].some(
        (part) => part !== undefined,
      );
    case 'set':
      return filter[action.field] !== undefined || filter.text !== undefined;
  }
};
