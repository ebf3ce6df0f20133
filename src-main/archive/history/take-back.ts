import type { Database } from 'better-sqlite3';
import type { Undone } from '../../../src-shared/changes.ts';
import type { Tx } from '../change.ts';
import { journaledColumns, quoted, type JournaledTable } from '../database/tables.ts';
import { prepared } from '../statements.ts';
import { currentRow, readEntry, rowAfter, sameRow, type JournalEntry, type RowValues } from './rows.ts';

/** Which part of a change is taken back: all of it, what it did to one customer, or to one field of it. */
export interface Scope {
  readonly changeId: number;
  readonly customerId?: number | undefined;
  /** As in the history: a column of the customer, `contacts…`, `methods` or `tags`. */
  readonly field?: string | undefined;
}

export interface TakenBack {
  restoredRows: number;
  kept: Undone['kept'];
  keptCount: number;
}

const chunk = 2_000;
const mostKeptListed = 500;

/** What must not be doubled, and would be by bringing an old value back. */
const uniqueColumns: { [T in JournaledTable]?: readonly string[][] } = {
  customers: [['code']],
  tags: [['name']],
  savedViews: [['name']],
  settings: [['key']],
  customerTags: [['customerId', 'tagId']],
};

/** Links to rows that must be there for a row to come back. */
const parents: { [T in JournaledTable]?: Record<string, JournaledTable> } = {
  contacts: { customerId: 'customers' },
  contactMethods: { customerId: 'customers', contactId: 'contacts' },
  customerTags: { customerId: 'customers', tagId: 'tags' },
};

/** Rows that hang on a row and keep it from going. */
const children: { [T in JournaledTable]?: readonly (readonly [table: JournaledTable, column: string])[] } = {
  customers: [
    ['contacts', 'customerId'],
    ['contactMethods', 'customerId'],
    ['customerTags', 'customerId'],
  ],
  contacts: [['contactMethods', 'contactId']],
  tags: [['customerTags', 'tagId']],
};

/**
 * Restores the before-images of a change, newest first. What a later change has touched stays as it is and is
 * reported: an updated field, a row, or, for a customer that this change created, the whole customer.
 */
export async function takeBack(tx: Tx, scope: Scope): Promise<TakenBack> {
  const { sqlite } = tx;
  const result: TakenBack = { restoredRows: 0, kept: [], keptCount: 0 };
  const keep = (customerId: number | null, what: string) => {
    result.keptCount += 1;
    if (result.kept.length < mostKeptListed) {
      result.kept.push({ customerId, name: customerName(sqlite, customerId), what });
    }
  };

  const touchedLater = hasLaterEntries(sqlite, scope.changeId, tx.changeId);
  const keptCustomers = touchedLater ? createdAndTouchedLater(sqlite, scope, tx.changeId) : new Set<number>();
  for (const customerId of keptCustomers) keep(customerId, 'customer');

  const total = countEntries(sqlite, scope);
  let done = 0;
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const entries = readChunk(sqlite, scope, below);
    if (entries.length === 0) break;
    for (const entry of entries) {
      below = entry.sequence;
      if (entry.customerId !== null && keptCustomers.has(entry.customerId)) continue;
      if (!inField(sqlite, entry, scope.field)) continue;
      const kept = restoreEntry(sqlite, onlyField(entry, scope.field), touchedLater);
      if (kept === null) result.restoredRows += 1;
      else for (const what of kept) keep(entry.customerId, what);
    }
    done += entries.length;
    if (total > chunk) await tx.step('undoing', done, total);
  }
  return result;
}

const customerOnly = (scope: Scope): string =>
  scope.customerId === undefined ? '' : 'and customerId = @customerId';

function countEntries(sqlite: Database, scope: Scope): number {
  return prepared(sqlite, `select count(*) from journal where changeId = @changeId ${customerOnly(scope)}`)
    .pluck()
    .get(parameters(scope)) as number;
}

const parameters = (scope: Scope) => ({
  changeId: scope.changeId,
  ...(scope.customerId === undefined ? {} : { customerId: scope.customerId }),
});

function readChunk(sqlite: Database, scope: Scope, below: number): JournalEntry[] {
  const rows = prepared(
    sqlite,
    `select * from journal where changeId = @changeId ${customerOnly(scope)} and sequence < @below
     order by sequence desc limit ${chunk}`,
  ).all({ ...parameters(scope), below }) as Parameters<typeof readEntry>[0][];
  return rows.map(readEntry);
}

/** Without any later change nothing can have been touched, and a large undo needs no check row by row. */
const hasLaterEntries = (sqlite: Database, changeId: number, own: number): boolean =>
  prepared(sqlite, 'select 1 from journal where changeId > ? and changeId < ? limit 1').get(changeId, own) !==
  undefined;

/** Customers that the change created and that are not any more, in some row of theirs, as it left them. */
function createdAndTouchedLater(sqlite: Database, scope: Scope, own: number): Set<number> {
  const candidates = prepared(
    sqlite,
    `select distinct customerId from journal where changeId > ? and changeId < ? and customerId in
       (select rowId from journal where changeId = ? and tableName = 'customers' and operation = 'I')`,
  )
    .pluck()
    .all(scope.changeId, own, scope.changeId) as number[];
  const touched = new Set<number>();
  for (const customerId of candidates) {
    if (scope.customerId !== undefined && scope.customerId !== customerId) continue;
    const rows = prepared(
      sqlite,
      `select tableName, rowId, (select max(sequence) from journal where changeId = ?) as last
       from journal where customerId = ? and changeId > ? and changeId < ? group by tableName, rowId`,
    ).all(scope.changeId, customerId, scope.changeId, own) as {
      tableName: JournaledTable;
      rowId: number;
      last: number;
    }[];
    const differs = rows.some(
      ({ tableName, rowId, last }) =>
        !sameRow(
          tableName,
          currentRow(sqlite, tableName, rowId),
          rowAfter(sqlite, { tableName, rowId, customerId }, last),
        ),
    );
    // A customer that is gone altogether needs no keeping.
    if (differs && currentRow(sqlite, 'customers', customerId)) touched.add(customerId);
  }
  return touched;
}

function inField(sqlite: Database, entry: JournalEntry, field: string | undefined): boolean {
  if (field === undefined) return true;
  const [part] = field.split('.');
  switch (entry.tableName) {
    case 'customers':
      return entry.operation === 'U' && entry.after !== null && field in entry.after;
    case 'contacts':
      return part === 'contacts';
    case 'contactMethods': {
      const row = entry.operation === 'D' ? entry.before : rowAfter(sqlite, entry, entry.sequence);
      return part === (row?.['contactId'] === null ? 'methods' : 'contacts');
    }
    case 'customerTags':
      return part === 'tags';
    default:
      return false;
  }
}

/** An update of several columns, narrowed to the one that is meant. */
function onlyField(entry: JournalEntry, field: string | undefined): JournalEntry {
  if (field === undefined || entry.tableName !== 'customers' || !entry.before || !entry.after) return entry;
  return {
    ...entry,
    before: { [field]: entry.before[field] ?? null },
    after: { [field]: entry.after[field] ?? null },
  };
}

/** Takes one journal entry back. Returns null when done, or what had to stay. */
function restoreEntry(sqlite: Database, entry: JournalEntry, touchedLater: boolean): string[] | null {
  if (entry.operation === 'I') return removeInserted(sqlite, entry, touchedLater);
  if (entry.operation === 'D') return bringBack(sqlite, entry);
  return restoreColumns(sqlite, entry);
}

function removeInserted(sqlite: Database, entry: JournalEntry, touchedLater: boolean): string[] | null {
  const { tableName, rowId } = entry;
  if (touchedLater) {
    const now = currentRow(sqlite, tableName, rowId);
    if (now === null) return null;
    if (!sameRow(tableName, now, rowAfter(sqlite, entry, entry.sequence))) return [tableName];
    for (const [table, column] of children[tableName] ?? []) {
      const child = prepared(sqlite, `select 1 from ${table} where ${quoted(column)} = ? limit 1`).get(rowId);
      if (child !== undefined) return [tableName];
    }
  }
  prepared(sqlite, `delete from ${tableName} where id = ?`).run(rowId);
  return null;
}

function bringBack(sqlite: Database, entry: JournalEntry): string[] | null {
  const { tableName, rowId } = entry;
  const row = entry.before ?? {};
  if (currentRow(sqlite, tableName, rowId) !== null) return [tableName];
  for (const [column, table] of Object.entries(parents[tableName] ?? {})) {
    const parent = row[column];
    if (typeof parent === 'number' && currentRow(sqlite, table, parent) === null) return [tableName];
  }
  if (isTaken(sqlite, tableName, rowId, row)) return [tableName];
  const columns = journaledColumns[tableName];
  prepared(
    sqlite,
    `insert into ${tableName} (id, ${columns.map(quoted).join(', ')}) values (?${', ?'.repeat(columns.length)})`,
  ).run(rowId, ...columns.map((column) => row[column] ?? null));
  return null;
}

function restoreColumns(sqlite: Database, entry: JournalEntry): string[] | null {
  const { tableName, rowId, before, after } = entry;
  const now = currentRow(sqlite, tableName, rowId);
  if (now === null || before === null || after === null) return [tableName];
  const kept: string[] = [];
  const restore: RowValues = {};
  for (const [column, value] of Object.entries(before)) {
    if (now[column] === after[column]) restore[column] = value;
    else if (now[column] !== value) kept.push(tableName === 'customers' ? column : `${tableName}.${column}`);
  }
  const columns = Object.keys(restore);
  if (columns.length > 0) {
    if (isTaken(sqlite, tableName, rowId, { ...now, ...restore })) kept.push(...columns);
    else {
      prepared(
        sqlite,
        `update ${tableName} set ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} where id = ?`,
      ).run(...columns.map((column) => restore[column] ?? null), rowId);
    }
  }
  return kept.length > 0 ? kept : null;
}

function isTaken(sqlite: Database, table: JournaledTable, rowId: number, row: RowValues): boolean {
  return (uniqueColumns[table] ?? []).some((columns) => {
    const where = columns.map((column) => `${quoted(column)} = ?`).join(' and ');
    const other = prepared(sqlite, `select 1 from ${table} where ${where} and id <> ?`).get(
      ...columns.map((column) => row[column] ?? null),
      rowId,
    );
    return other !== undefined;
  });
}

function customerName(sqlite: Database, customerId: number | null): string {
  if (customerId === null) return '';
  return (
    (prepared(sqlite, 'select name from customers where id = ?').pluck().get(customerId) as
      string | undefined) ?? ''
  );
}
