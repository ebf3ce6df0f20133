import type { Database, Statement } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** What SQLite can bind. */
export type SqlValue = string | number | null;

// What SQLite does once a statement (its own journal, the running number of the table) costs as much as a row.
const sizes = [50, 10, 1] as const;

const statements = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

function statementOf(
  sqlite: Database,
  table: string,
  columns: readonly string[],
  size: number,
): Statement<unknown[]> {
  let known = statements.get(sqlite);
  if (!known) statements.set(sqlite, (known = new Map()));
  const key = `${size} ${table}`;
  let statement = known.get(key);
  if (!statement) {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const row = `(${columns.map(() => '?').join(', ')})`;
    const rows = Array.from({ length: size }, () => row).join(', ');
    known.set(key, (statement = prepared(sqlite, `insert into ${table} (${names}) values ${rows}`)));
  }
  return statement;
}

/**
 * Inserts rows, many with one statement. For a table `columns` must be the same list every time.
 */
export function insertRows(
  sqlite: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): void {
  let at = 0;
  for (const size of sizes) {
    while (rows.length - at >= size) {
      statementOf(sqlite, table, columns, size).run(rows.slice(at, at + size).flat());
      at += size;
    }
  }
}

/** The id that the next row of a table gets. Only the writer inserts, so it holds until the next row is there. */
export const nextId = (sqlite: Database, table: string): number =>
  ((prepared(sqlite, 'select seq from sqlite_sequence where name = ?').pluck().get(table) as
    number | undefined) ?? 0) + 1;
