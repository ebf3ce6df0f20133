import { useCallback, useMemo, useState } from 'react';
import type { CustomerFilter, CustomerRow, Selection } from '../../src-shared/customers.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import type { TableSelection } from '../kit/data-table/types.ts';
import { allTicked, countTicked, isTicked, nothingTicked, tick, toSelection, type Ticked } from './ticked.ts';
import type { ShownRows } from './use-customer-rows.ts';

export interface TickedRows {
  readonly count: number;
  readonly selection: Selection | null;
  /** Whether ids of rows that were never loaded are on their way. */
  readonly busy: boolean;
  readonly table: TableSelection<CustomerRow>;
  readonly tickOnly: (id: number) => void;
  readonly tickAll: () => void;
  readonly clear: () => void;
}

/** So many the box above the list ticks at first, all results when it is asked to. */
const tickedAtOnce = 100;

/** What is ticked in a list. Another filter begins anew; another order keeps the ticks. */
export const useTicked = (rows: ShownRows, filter: CustomerFilter, atIndex: () => number): TickedRows => {
  const [ticked, setTicked] = useState<Ticked>(nothingTicked);
  const [busy, setBusy] = useState(false);
  const tellFailure = useFailureToast();
  const key = JSON.stringify(filter);
  const [keyBefore, setKeyBefore] = useState(key);
  if (key !== keyBefore) {
    setKeyBefore(key);
    setTicked(nothingTicked);
  }

  const { total, idsBetween } = rows;
  const count = countTicked(ticked, total);

  const tickBetween = useCallback(
    async (first: number, last: number): Promise<void> => {
      setBusy(true);
      try {
        const ids = await idsBetween(first, last);
        setTicked((before) => tick(before, ids, true));
      } catch (error) {
        tellFailure(error);
      } finally {
        setBusy(false);
      }
    },
    [idsBetween, tellFailure],
  );

  const clear = useCallback(() => setTicked(nothingTicked), []);
  const tickAll = useCallback(() => setTicked(allTicked), []);
  const tickOnly = useCallback((id: number) => setTicked(tick(nothingTicked, [id], true)), []);

  const table = useMemo(
    (): TableSelection<CustomerRow> => ({
      isSelected: (row) => isTicked(ticked, row.id),
      onToggle: (row) => setTicked((before) => tick(before, [row.id], !isTicked(before, row.id))),
      onRange: (first, last) => void tickBetween(first, last),
      state: count === 0 ? 'none' : count >= total ? 'all' : 'some',
      onToggleAll: () => {
        if (count > 0) {
          clear();
          return;
        }
        const first = Math.floor(atIndex() / tickedAtOnce) * tickedAtOnce;
        void tickBetween(first, Math.min(total, first + tickedAtOnce) - 1);
      },
    }),
    [ticked, tickBetween, count, total, clear, atIndex],
  );

  const selection = useMemo(() => toSelection(ticked, filter), [ticked, filter]);
  return useMemo(
    () => ({ count, selection, busy, table, tickOnly, tickAll, clear }),
    [count, selection, busy, table, tickOnly, tickAll, clear],
  );
};
