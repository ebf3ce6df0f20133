import type { Database } from 'better-sqlite3';
import type { Change, ChangeAction, HistoryEntry } from '../../../src-shared/changes.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { prepared } from '../statements.ts';
import { fieldsOf } from './fields.ts';
import { currentRow, readEntry, rowAfter, sameRow } from './rows.ts';

interface StoredChange extends Omit<Change, 'action' | 'inEffect'> {
  action: string;
  undoneBy: number | null;
}

const columns = 'id, at, actor, action, kind, target, undoneBy, rows';

const readChange = ({ action, undoneBy, ...rest }: StoredChange): Change => ({
  ...rest,
  action: JSON.parse(action) as ChangeAction,
  inEffect: undoneBy === null,
});

/** All changes, newest first. */
export function listChanges(
  sqlite: Database,
  { offset, limit }: { offset: number; limit: number },
): { changes: Change[]; total: number } {
  const rows = prepared(sqlite, `select ${columns} from changes order by id desc limit ? offset ?`).all(
    limit,
    offset,
  ) as StoredChange[];
  const total = prepared(sqlite, 'select count(*) from changes').pluck().get() as number;
  return { changes: rows.map(readChange), total };
}

/** @throws FailureError `notFound change` */
export function getChange(sqlite: Database, id: number): Change {
  const row = prepared(sqlite, `select ${columns} from changes where id = ?`).get(id) as
    StoredChange | undefined;
  if (!row) throw new FailureError({ code: 'notFound', what: 'change' });
  return readChange(row);
}

/**
 * What undo and redo would do now. Undo takes the latest change that is in effect; redo brings the latest undone
 * change again, as long as nothing new was done since.
 */
export function pendingChanges(sqlite: Database): { undo: Change | null; redo: Change | null } {
  const undo = prepared(
    sqlite,
    `select ${columns} from changes where kind = 'do' and undoneBy is null and action not like '{"type":"createArchive"%'
     order by id desc limit 1`,
  ).get() as StoredChange | undefined;
  const lastUndo = prepared(
    sqlite,
    `select ${columns} from changes where kind = 'undo' and undoneBy is null
     and id > (select coalesce(max(id), 0) from changes where kind = 'do') order by id desc limit 1`,
  ).get() as StoredChange | undefined;
  return {
    undo: undo ? readChange(undo) : null,
    redo: lastUndo?.target ? getChange(sqlite, lastUndo.target) : null,
  };
}

/** The changes of one customer, newest first, each field by field. */
export function customerHistory(
  sqlite: Database,
  { id, offset, limit }: { id: number; offset: number; limit: number },
): { entries: HistoryEntry[]; total: number } {
  const total = prepared(sqlite, 'select count(distinct changeId) from journal where customerId = ?')
    .pluck()
    .get(id) as number;
  const changes = prepared(
    sqlite,
    `select ${columns} from changes where id in (select changeId from journal where customerId = ?)
     order by id desc limit ? offset ?`,
  ).all(id, limit, offset) as StoredChange[];
  return { entries: changes.map((change) => historyEntry(sqlite, id, readChange(change))), total };
}

function historyEntry(sqlite: Database, customerId: number, change: Change): HistoryEntry {
  const rows = prepared(
    sqlite,
    'select * from journal where customerId = ? and changeId = ? order by sequence',
  ).all(customerId, change.id) as Parameters<typeof readEntry>[0][];
  const entries = rows.map(readEntry);
  // A new customer's own contacts and phones are its creation, not twenty separate events.
  const created = entries.some((entry) => entry.tableName === 'customers' && entry.operation === 'I');
  const fields = created ? [] : entries.flatMap((entry) => fieldsOf(sqlite, entry));
  const undoable =
    change.inEffect &&
    entries.some((entry) => {
      const now = currentRow(sqlite, entry.tableName, entry.rowId);
      if (entry.operation === 'U') {
        return Object.entries(entry.after ?? {}).some(
          ([column, after]) => now !== null && now[column] === after && entry.before?.[column] !== after,
        );
      }
      if (entry.operation === 'D') return now === null;
      return now !== null && sameRow(entry.tableName, now, rowAfter(sqlite, entry, entry.sequence));
    });
  return { change, fields, undoable };
}
