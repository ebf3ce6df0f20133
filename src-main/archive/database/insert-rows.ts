import type { Database, Statement } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** What SQLite can bind. */
export type SqlValue = string | number | null | Uint8Array;

/** A table as rows are inserted into it. */
export interface RowTable {
  readonly name: string;
  /** In the order in which rows give their values. */
  readonly columns: readonly string[];
}

// What SQLite does once a statement (its own journal, the running number of the table) costs as much as a row.
const sizes = [50, 10, 1] as const;

interface Inserter {
  /** What the table fills in by itself, by column; undefined where it asks for a value. */
  readonly defaults: readonly (SqlValue | undefined)[];
  /** The columns for which anything else was ever given on this connection. */
  readonly filled: boolean[];
  /** By how many rows they insert; for the filled columns. */
  readonly statements: Map<number, Statement<unknown[]>>;
}

const inserters = new WeakMap<Database, Map<string, Inserter>>();

function inserterOf(sqlite: Database, { name, columns }: RowTable): Inserter {
  let known = inserters.get(sqlite);
  if (!known) inserters.set(sqlite, (known = new Map()));
  let inserter = known.get(name);
  if (!inserter) {
    const all = defaultsOf(sqlite, name);
    const defaults = columns.map((column) => all.get(column));
    inserter = { defaults, filled: defaults.map((value) => value === undefined), statements: new Map() };
    known.set(name, inserter);
  }
  return inserter;
}

interface ColumnInfo {
  name: string;
  /** An expression. */
  dflt_value: string | null;
  notnull: number;
}

function defaultsOf(sqlite: Database, table: string): Map<string, SqlValue | undefined> {
  const columns = sqlite.pragma(`table_info(${table})`) as ColumnInfo[];
  const valueOf = ({ dflt_value: expression, notnull }: ColumnInfo): SqlValue | undefined => {
    if (expression === null) return notnull === 1 ? undefined : null;
    return sqlite.prepare(`select ${expression}`).pluck().get() as SqlValue;
  };
  return new Map(columns.map((column) => [column.name, valueOf(column)]));
}

function statementOf(sqlite: Database, table: RowTable, { filled, statements }: Inserter, size: number) {
  let statement = statements.get(size);
  if (!statement) {
    const columns = table.columns.filter((_, column) => filled[column]);
    const row = `(${columns.map(() => '?').join(', ')})`;
    const rows = Array.from({ length: size }, () => row).join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    statement = sqlite.prepare<unknown[]>(`insert into ${table.name} (${names}) values ${rows}`);
    statements.set(size, statement);
  }
  return statement;
}

/**
 * Inserts rows, many with one statement. Binding a value costs as much as storing it, and of the forty columns of a customer few
 * are filled: those in which all rows have what the table fills in by itself are not given.
 */
export function insertRows(sqlite: Database, table: RowTable, rows: readonly (readonly SqlValue[])[]): void {
  const inserter = inserterOf(sqlite, table);
  const { defaults, filled, statements } = inserter;
  for (const [column, value] of defaults.entries()) {
    if (filled[column] || rows.every((row) => row[column] === value)) continue;
    filled[column] = true;
    statements.clear();
  }
  let at = 0;
  for (const size of sizes) {
    while (rows.length - at >= size) {
      const values: SqlValue[] = [];
      for (const end = at + size; at < end; at++) {
        const row = rows[at] ?? [];
        for (let column = 0; column < row.length; column++)
          if (filled[column]) values.push(row[column] ?? null);
      }
      statementOf(sqlite, table, inserter, size).run(values);
    }
  }
}

/** The id that the next row of a table gets. Only the writer inserts, so it holds until the next row is there. */
export const nextId = (sqlite: Database, table: string): number =>
  ((prepared(sqlite, 'select seq from sqlite_sequence where name = ?').pluck().get(table) as
    number | undefined) ?? 0) + 1;
