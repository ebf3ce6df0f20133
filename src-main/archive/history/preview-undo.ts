import type { Database } from 'better-sqlite3';
import type { UndoPreview } from '../../../src-shared/changes.ts';
import { breathe, throwIfCancelled } from '../long-work.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { imagineTakingBack } from './take-back.ts';
import { applicationOf, undoableChange } from './undo.ts';

/** No dialog lists more. */
const mostKeptListed = 500;

/**
 * What undoing a change would do to customers, without writing anything. Only those that a later change has touched
 * are looked at one by one; the others are counted.
 *
 * @throws FailureError as `undoChange` does; `cancelled`
 */
export async function previewUndo(
  { sqlite }: Session,
  changeId: number,
  signal?: AbortSignal,
): Promise<UndoPreview> {
  undoableChange(sqlite, changeId);
  const application = applicationOf(sqlite, changeId);
  const preview: UndoPreview = {
    ...countedCustomers(sqlite, application),
    keptCustomers: 0,
    kept: [],
    keptCount: 0,
  };
  const touched = touchedLater(sqlite, application);
  for (const [index, customerId] of touched.entries()) {
    if (index % 20 === 0) {
      await breathe();
      throwIfCancelled(signal);
    }
    const { kept, keptCount, restoredRows } = await imagineTakingBack(
      sqlite,
      { changeId: application, customerId },
      breathe,
    );
    if (keptCount === 0) continue;
    preview.keptCustomers += 1;
    preview.keptCount += keptCount;
    preview.kept.push(...kept.slice(0, mostKeptListed - preview.kept.length));
    if (kept.some(({ what }) => what === 'customer')) preview.removed -= 1;
    else if (restoredRows === 0) preview.restored -= 1;
  }
  return preview;
}

const created = `select rowId from journal where changeId = @id and tableName = 'customers' and operation = 'I'`;

/** Customers that the change created and that are still there, and those that it changed. */
function countedCustomers(sqlite: Database, id: number): { removed: number; restored: number } {
  const count = (sql: string): number => prepared(sqlite, sql).pluck().get({ id }) as number;
  return {
    removed: count(`select count(*) from customers where id in (${created})`),
    restored: count(
      `select count(distinct customerId) from journal
       where changeId = @id and customerId is not null and customerId not in (${created})`,
    ),
  };
}

const touchedLater = (sqlite: Database, id: number): number[] =>
  prepared(
    sqlite,
    `select distinct customerId from journal where changeId > @id and customerId in
       (select customerId from journal where changeId = @id) order by customerId`,
  )
    .pluck()
    .all({ id }) as number[];
