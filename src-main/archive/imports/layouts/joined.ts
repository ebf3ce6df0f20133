import { headerTexts, joinHeader } from '../header-rows.ts';
import type { Cell } from '../readers/cells.ts';
import { isInRanges } from '../readers/sheet-facts.ts';
import { cutSheet, type SheetCells } from '../sheet-cut.ts';
import { likeliestTable, type Table } from '../tables.ts';

/** Tables of a sheet with one header, put one below the other. */
export interface Joined {
  /** With the header in its first row. */
  readonly sheet: SheetCells;
  /** How many tables. */
  readonly count: number;
}

/** The tables that have the header of the likeliest one, itself among them. */
export function tablesAlike(sheet: SheetCells, tables: readonly Table[]): Table[] {
  if (tables.length < 2) return [];
  const headers = tables.map((table) => headersIn(sheet, table));
  const keys = headers.map((texts) => texts.join('|').replace(/\s+/gu, ''));
  const wanted = keys[likeliestTable(sheet, tables)];
  const alike = wanted === '' ? [] : tables.filter((_, index) => keys[index] === wanted);
  return alike.length < 2 ? [] : alike;
}

/** Puts the tables of a sheet that are alike below each other: a list that was printed in groups to save paper. Null without any. */
export function joinTables(sheet: SheetCells, tables: readonly Table[]): Joined | null {
  const alike = tablesAlike(sheet, tables);
  const [first] = alike;
  if (!first) return null;
  const header = headersIn(sheet, first).map((text, column): Cell => ({ column, type: 'text', text }));
  // A row of the joined table by its row in the sheet, and the column at which its table begins.
  const sources = alike.flatMap(({ top, bottom, left, right, header: own }) => {
    const from = own ? own[1] + 1 : top;
    return Array.from({ length: Math.max(0, bottom - from + 1) }, (_, at) => ({
      row: from + at,
      left,
      right,
    }));
  });
  const cellsAt = (position: number, most = Number.POSITIVE_INFINITY): Cell[] => {
    const source = sources[position - 1];
    if (position === 0) return header.filter(({ text }) => text !== '').slice(0, most);
    if (!source) return [];
    const { row, left, right } = source;
    return sheet
      .cellsOfRow(row)
      .filter(({ column }) => column >= left && column <= right)
      .map((cell) => ({ ...cell, column: cell.column - left }))
      .slice(0, most);
  };
  const merged = sheet.facts.merged.flatMap(([top, left, bottom, right]) => {
    const at = sources.findIndex((one) => one.row === top && left >= one.left && right <= one.right);
    const begin = sources[at]?.left ?? 0;
    return at < 0 ? [] : [[at + 1, left - begin, at + 1 + bottom - top, right - begin] as const];
  });
  const hiddenRows = sources.flatMap(({ row }, at) =>
    isInRanges(sheet.facts.hiddenRows, row) ? [[at + 1, at + 2] as const] : [],
  );
  const length = sources.length + 1;
  return {
    count: alike.length,
    sheet: {
      name: sheet.name,
      hidden: sheet.hidden,
      facts: { ...sheet.facts, merged, hiddenRows, hiddenColumns: [] },
      filledRows: length,
      rowCount: length,
      columnCount: header.length,
      rowAt: (position) => (position < length ? position : -1),
      positionOf: (row) => Math.min(Math.max(0, row), length),
      cellsAt,
      cellsOfRow: (row) => cellsAt(row),
      columnsAt: (position) => Uint8Array.from(cellsAt(position).map(({ column }) => column)),
    },
  };
}

/** The headers of a table from its first column to its last, each on one line. */
function headersIn(sheet: SheetCells, { header, ...area }: Table): string[] {
  if (!header) return [];
  const texts = headerTexts(cutSheet(sheet, area), header).map(joinHeader);
  const width = Math.min(area.right, sheet.columnCount - 1) - area.left + 1;
  return Array.from({ length: width }, (_, column) => texts[area.left + column] ?? '');
}
