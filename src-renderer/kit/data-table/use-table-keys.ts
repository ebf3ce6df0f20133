import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey, type KeyHandler } from '../../app/keys.tsx';

/** Things that do something of their own with Enter, space or arrows. */
const ownKeys =
  'button, a[href], input, select, textarea, summary, [role="separator"], [role="menu"], [role="listbox"], [role="tablist"], [role="radiogroup"], [role="dialog"]';

interface TableKeys {
  readonly grid: RefObject<HTMLElement | null>;
  readonly anywhere: boolean;
  readonly total: number;
  readonly active: number | null;
  /** Rows that fit on the screen. */
  readonly pageRows: number;
  readonly goTo: (index: number, extend: boolean) => void;
  readonly open: (index: number) => void;
  readonly preview: ((index: number) => void) | null;
  readonly tick: ((index: number) => void) | null;
}

/** The keys of a table, from anywhere on the screen where they mean nothing else. */
export const useTableKeys = (keys: TableKeys): void => {
  const { t } = useTranslation();
  const { grid, anywhere, total, active, pageRows, goTo } = keys;
  const enabled = total > 0;

  const guarded =
    (handler: KeyHandler): KeyHandler =>
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!anywhere && grid.current?.contains(target) !== true) return false;
      // The box that ticks a row takes the focus when it is clicked; the keys stay those of the table.
      if (target?.closest(ownKeys) != null && !target.matches('[role="gridcell"] > [type="checkbox"]'))
        return false;
      return handler(event);
    };
  const move = (to: (from: number) => number, start: number): KeyHandler =>
    guarded((event) => {
      const next = active === null ? start : to(active);
      goTo(Math.min(total - 1, Math.max(0, next)), event.shiftKey);
    });
  const onActive = (act: ((index: number) => void) | null): KeyHandler =>
    guarded(() => {
      if (active === null || act === null) return false;
      act(active);
      return true;
    });

  const list = { group: 'list', enabled } as const;
  useKey(
    'arrowdown j shift+arrowdown',
    move((from) => from + 1, 0),
    { ...list, label: t('keys.nextRow') },
  );
  useKey(
    'arrowup k shift+arrowup',
    move((from) => from - 1, 0),
    { ...list, label: t('keys.previousRow') },
  );
  useKey(
    'home shift+home',
    move(() => 0, 0),
    { ...list, label: t('keys.firstRow') },
  );
  useKey(
    'end shift+end',
    move(() => total - 1, total - 1),
    { ...list, label: t('keys.lastRow') },
  );
  useKey(
    'pagedown shift+pagedown',
    move((from) => from + pageRows, 0),
    { ...list, label: t('keys.pageDown') },
  );
  useKey(
    'pageup shift+pageup',
    move((from) => from - pageRows, 0),
    { ...list, label: t('keys.pageUp') },
  );
  useKey('enter', onActive(keys.open), { ...list, label: t('keys.openRow') });
  useKey('space', onActive(keys.preview), {
    group: 'list',
    enabled: enabled && keys.preview !== null,
    label: t('keys.previewRow'),
  });
  useKey('x', onActive(keys.tick), {
    group: 'list',
    enabled: enabled && keys.tick !== null,
    label: t('keys.selectRow'),
  });
};
