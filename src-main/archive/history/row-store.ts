import type { Database } from 'better-sqlite3';
import { journaledColumns, quoted, type JournaledTable } from '../database/tables.ts';
import { prepared } from '../statements.ts';
import { currentRow, type RowValues } from './rows.ts';

/** The rows that taking a change back works on: those of the archive, or of a look ahead that writes nothing. */
export interface RowStore {
  current(table: JournaledTable, rowId: number): RowValues | null;
  remove(table: JournaledTable, rowId: number): void;
  insert(table: JournaledTable, rowId: number, row: RowValues): void;
  update(table: JournaledTable, rowId: number, values: RowValues): void;
  /** Whether a row of `table` hangs on the row `rowId` by this column. */
  hasChild(table: JournaledTable, column: string, rowId: number): boolean;
  /** Whether another row has what must not be doubled. */
  isTaken(table: JournaledTable, rowId: number, row: RowValues): boolean;
}

/** What must not be doubled, and would be by bringing an old value back. */
const uniqueColumns: { [T in JournaledTable]?: readonly string[][] } = {
  customers: [['code']],
  tags: [['name']],
  savedViews: [['name']],
  importSchemes: [['name']],
  settings: [['key']],
  customerTags: [['customerId', 'tagId']],
  customFields: [['name']],
  customFieldValues: [['customerId', 'fieldId']],
};

const valuesOf = (row: RowValues, columns: readonly string[]): (string | number | null)[] =>
  columns.map((column) => row[column] ?? null);

const whereSame = (columns: readonly string[]): string =>
  columns.map((column) => `${quoted(column)} = ?`).join(' and ');

/** The rows of the archive, inside a change. */
export const archiveRows = (sqlite: Database): RowStore => ({
  current: (table, rowId) => currentRow(sqlite, table, rowId),
  remove: (table, rowId) => void prepared(sqlite, `delete from ${table} where id = ?`).run(rowId),
  insert(table, rowId, row) {
    const columns = journaledColumns[table];
    prepared(
      sqlite,
      `insert into ${table} (id, ${columns.map(quoted).join(', ')}) values (?${', ?'.repeat(columns.length)})`,
    ).run(rowId, ...valuesOf(row, columns));
  },
  update(table, rowId, values) {
    const columns = Object.keys(values);
    prepared(
      sqlite,
      `update ${table} set ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} where id = ?`,
    ).run(...valuesOf(values, columns), rowId);
  },
  hasChild: (table, column, rowId) =>
    prepared(sqlite, `select 1 from ${table} where ${quoted(column)} = ? limit 1`).get(rowId) !== undefined,
  isTaken: (table, rowId, row) =>
    (uniqueColumns[table] ?? []).some(
      (columns) =>
        prepared(sqlite, `select 1 from ${table} where ${whereSame(columns)} and id <> ?`).get(
          ...valuesOf(row, columns),
          rowId,
        ) !== undefined,
    ),
});

/** The rows of the archive with what would be done to them laid over, so that nothing is written. */
export function imaginedRows(sqlite: Database): RowStore {
  const changed = new Map<JournaledTable, Map<number, RowValues | null>>();
  const of = (table: JournaledTable): Map<number, RowValues | null> => {
    const rows = changed.get(table) ?? new Map<number, RowValues | null>();
    changed.set(table, rows);
    return rows;
  };
  const current: RowStore['current'] = (table, rowId) => {
    const imagined = of(table).get(rowId);
    return imagined === undefined ? currentRow(sqlite, table, rowId) : imagined;
  };
  /** Whether any row but `except` has these values, in the archive or in what is imagined. */
  const anyOther = (
    table: JournaledTable,
    columns: readonly string[],
    row: RowValues,
    except: number,
  ): boolean => {
    const agrees = (other: RowValues | null): boolean =>
      other !== null && columns.every((column) => other[column] === (row[column] ?? null));
    const stored = prepared(sqlite, `select id from ${table} where ${whereSame(columns)}`)
      .pluck()
      .all(...valuesOf(row, columns)) as number[];
    return (
      stored.some((id) => id !== except && agrees(current(table, id))) ||
      [...of(table)].some(([id, other]) => id !== except && agrees(other))
    );
  };
  return {
    current,
    remove: (table, rowId) => void of(table).set(rowId, null),
    insert: (table, rowId, row) => void of(table).set(rowId, row),
    update: (table, rowId, values) => void of(table).set(rowId, { ...current(table, rowId), ...values }),
    hasChild: (table, column, rowId) => anyOther(table, [column], { [column]: rowId }, 0),
    isTaken: (table, rowId, row) =>
      (uniqueColumns[table] ?? []).some((columns) => anyOther(table, columns, row, rowId)),
  };
}
