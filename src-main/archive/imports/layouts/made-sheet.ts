import type { Cell } from '../readers/cells.ts';
import type { SheetCells } from '../sheet-cut.ts';

/**
 * A sheet of rows that were put together from another one, the first of them its header. It has no merged or hidden cells.
 */
export function madeSheet(of: SheetCells, rows: readonly (readonly Cell[])[]): SheetCells {
  const cellsAt = (row: number, most = Number.POSITIVE_INFINITY): Cell[] => (rows[row] ?? []).slice(0, most);
  return {
    name: of.name,
    hidden: of.hidden,
    facts: { ...of.facts, merged: [], hiddenRows: [], hiddenColumns: [], filtered: false },
    filledRows: rows.length,
    rowCount: rows.length,
    columnCount: rows.reduce((most, cells) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1), 0),
    rowAt: (position) => (position < rows.length ? position : -1),
    positionOf: (row) => Math.min(Math.max(0, row), rows.length),
    cellsAt,
    cellsOfRow: (row) => cellsAt(row),
    columnsAt: (position) => Uint8Array.from((rows[position] ?? []).map(({ column }) => column)),
  };
}

/** A record as it is put together: its values by the name of their column. */
export type MadeRecord = ReadonlyMap<string, Cell>;

/** A sheet of records, with their columns in this order; those that nothing stands in are left out. */
export function sheetOfRecords(
  of: SheetCells,
  records: readonly MadeRecord[],
  columns: ReadonlyMap<string, string>,
): SheetCells {
  const filled = [...columns].filter(([key]) =>
    records.some((record) => (record.get(key)?.text ?? '') !== ''),
  );
  const header = filled.map(([, text], column): Cell => ({ column, type: 'text', text }));
  const rows = records.map((record) =>
    filled.flatMap(([key], column): Cell[] => {
      const cell = record.get(key);
      return cell === undefined || cell.text === '' ? [] : [{ ...cell, column }];
    }),
  );
  return madeSheet(of, [header, ...rows]);
}
