import type { Database } from 'better-sqlite3';
import { journaledColumns, quoted, type JournaledTable, type JournalTable } from '../database/tables.ts';
import { prepared } from '../statements.ts';

export type RowValues = Record<string, string | number | null>;

export interface JournalEntry extends Omit<JournalTable, 'sequence' | 'before' | 'after'> {
  sequence: number;
  before: RowValues | null;
  after: RowValues | null;
}

type StoredEntry = Omit<JournalTable, 'sequence'> & { sequence: number };

/** A journal row with its JSON read. */
export const readEntry = (entry: StoredEntry): JournalEntry => ({
  ...entry,
  before: entry.before === null ? null : (JSON.parse(entry.before) as RowValues),
  after: entry.after === null ? null : (JSON.parse(entry.after) as RowValues),
});

/** The journaled columns of a row as it is now; null when there is none. */
export const currentRow = (sqlite: Database, table: JournaledTable, rowId: number): RowValues | null =>
  (prepared(
    sqlite,
    `select ${journaledColumns[table].map(quoted).join(', ')} from ${table} where id = ?`,
  ).get(rowId) as RowValues | undefined) ?? null;

/** A row in the journal: customers' rows are found by their customer, others by themselves. */
export interface RowKey {
  readonly tableName: JournaledTable;
  readonly rowId: number;
  readonly customerId: number | null;
}

const laterEntries = (
  sqlite: Database,
  { tableName, rowId, customerId }: RowKey,
  sequence: number,
): JournalEntry[] =>
  (
    prepared(
      sqlite,
      `select * from journal where ${customerId === null ? 'customerId is null' : 'customerId = @customerId'}
       and tableName = @tableName and rowId = @rowId and sequence > @sequence order by sequence desc`,
    ).all({ tableName, rowId, sequence, ...(customerId === null ? {} : { customerId }) }) as StoredEntry[]
  ).map(readEntry);

/** The row as it stood right after journal entry `sequence`: today's row with everything later taken back. */
export function rowAfter(sqlite: Database, key: RowKey, sequence: number): RowValues | null {
  let row = currentRow(sqlite, key.tableName, key.rowId);
  for (const entry of laterEntries(sqlite, key, sequence)) {
    if (entry.operation === 'I') row = null;
    else if (entry.operation === 'D') row = entry.before;
    else if (row) row = { ...row, ...entry.before };
  }
  return row;
}

/** Whether two states of a row agree in every journaled column. */
export function sameRow(table: JournaledTable, a: RowValues | null, b: RowValues | null): boolean {
  if (a === null || b === null) return a === b;
  return journaledColumns[table].every((column) => a[column] === b[column]);
}
