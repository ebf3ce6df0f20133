import type { Database } from 'better-sqlite3';
import type { Change, Undone } from '../../../src-shared/changes.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { change, type Tx } from '../change.ts';
import type { BeforeBulk } from '../customers/bulk.ts';
import { lastingName } from '../customers/custom-values.ts';
import { getCustomer } from '../customers/load.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { getChange, pendingChanges } from './changes.ts';
import { takeBack, type TakenBack } from './take-back.ts';

interface Running {
  readonly report?: Report | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Taking back what was done to very many customers is a bulk change as well. */
  readonly before?: BeforeBulk;
}

/** @param id of the change whose rows are taken back */
async function backUpBefore(sqlite: Database, id: number, running: Running): Promise<void> {
  const { before, report = () => {}, signal = new AbortController().signal } = running;
  const customers = prepared(sqlite, 'select count(distinct customerId) from journal where changeId = ?');
  await before?.(customers.pluck().get(id) as number, report, signal);
}

/**
 * A change that can be taken back.
 *
 * @throws FailureError `nothingToUndo` for what is none, `alreadyUndone`, `notFound change`
 */
export function undoableChange(sqlite: Database, id: number): Change {
  const target = getChange(sqlite, id);
  if (target.kind !== 'do' || target.action.type === 'createArchive')
    throw new FailureError({ code: 'nothingToUndo' });
  if (!target.inEffect) throw new FailureError({ code: 'alreadyUndone' });
  return target;
}

/** After a redo it is the redo's rows that stand, so those are what is taken back. */
export const applicationOf = (sqlite: Database, id: number): number =>
  prepared(sqlite, "select coalesce(max(id), @id) from changes where kind = 'redo' and target = @id")
    .pluck()
    .get({ id }) as number;

/** What an undo left alone is told at any later time, however the rows change after it. */
function rememberKept({ sqlite, changeId }: Tx, { kept, keptCount }: TakenBack): void {
  if (keptCount === 0) return;
  prepared(sqlite, 'update changes set kept = ? where id = ?').run(
    JSON.stringify({ kept, keptCount }),
    changeId,
  );
}

/** Takes a change back, the latest in effect without an id. The undo is itself a change. */
export async function undoChange(
  session: Session,
  changeId: number | undefined,
  running: Running = {},
): Promise<Undone> {
  const { sqlite } = session;
  const id = changeId ?? pendingChanges(sqlite).undo?.id;
  if (id === undefined) throw new FailureError({ code: 'nothingToUndo' });
  const target = undoableChange(sqlite, id);
  await backUpBefore(sqlite, applicationOf(sqlite, id), running);
  const { report, signal } = running;
  const done = await change<TakenBack>(
    session,
    { action: target.action, kind: 'undo', target: id, report, signal },
    async (tx) => {
      const result = await takeBack(tx, { changeId: applicationOf(tx.sqlite, id) });
      rememberKept(tx, result);
      const marked = prepared(
        tx.sqlite,
        'update changes set undoneBy = ? where id = ? and undoneBy is null',
      ).run(tx.changeId, id);
      if (marked.changes === 0) throw new FailureError({ code: 'alreadyUndone' });
      return result;
    },
  );
  return { changeId: done.changeId, target: id, action: target.action, ...done.result };
}

/** Brings an undone change again: the latest without an id. */
export async function redoChange(
  session: Session,
  changeId: number | undefined,
  running: Running = {},
): Promise<Undone> {
  const { sqlite } = session;
  const id = changeId ?? pendingChanges(sqlite).redo?.id;
  if (id === undefined) throw new FailureError({ code: 'nothingToRedo' });
  const target = getChange(sqlite, id);
  if (target.kind !== 'do' || target.inEffect) throw new FailureError({ code: 'nothingToRedo' });
  await backUpBefore(sqlite, id, running);
  const { report, signal } = running;
  const done = await change<TakenBack>(
    session,
    { action: target.action, kind: 'redo', target: id, report, signal },
    async (tx) => {
      const undo = prepared(tx.sqlite, 'select undoneBy from changes where id = ?').pluck().get(id) as
        number | null;
      if (undo === null) throw new FailureError({ code: 'nothingToRedo' });
      const result = await takeBack(tx, { changeId: undo });
      rememberKept(tx, result);
      prepared(tx.sqlite, 'update changes set undoneBy = null where id = ?').run(id);
      prepared(tx.sqlite, 'update changes set undoneBy = ? where id = ?').run(tx.changeId, undo);
      return result;
    },
  );
  return { changeId: done.changeId, target: id, action: target.action, ...done.result };
}

/** Takes back what a change did to one customer, or to one field of it; an ordinary change, undoable in turn. */
export async function undoForCustomer(
  session: Session,
  input: { changeId: number; customerId: number; field?: string | undefined },
): Promise<Undone> {
  const { changeId, customerId, field } = input;
  getChange(session.sqlite, changeId);
  const { name } = getCustomer(session.sqlite, customerId);
  const done = await change<TakenBack>(
    session,
    { action: { type: 'undoField', name, field: lastingName(session.sqlite, field ?? '') } },
    (tx) => takeBack(tx, { changeId, customerId, field }),
  );
  return { changeId: done.changeId, target: changeId, action: done.action, ...done.result };
}
