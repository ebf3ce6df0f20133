import { looksLikeCompany } from '../../../src-shared/company-names.ts';
import { companyHeadings } from './company-headings.ts';
import { groupHeadings } from './group-headings.ts';
import { headingNames } from './heading-column.ts';
import type { Headings } from './heading-rows.ts';
import type { HeaderRange } from './header-rows.ts';
import type { Cell } from './readers/cells.ts';
import type { SheetCells } from './sheet-cut.ts';

/** The rows of a table that are headings of those below them; null for nearly every table. */
export const findHeadings = (sheet: SheetCells, header: HeaderRange | null): Headings | null =>
  companyHeadings(sheet, header) ?? groupHeadings(sheet, header);

/**
 * A table with what its headings say in a column of its own, in every row below them. What is read of it then is a column
 * like any other.
 *
 * @param column behind all columns of the sheet.
 */
export function withHeadings(
  sheet: SheetCells,
  header: HeaderRange | null,
  headings: Headings,
  column: number,
): SheetCells {
  const { kind, texts, own, lead } = headings;
  const starts = Uint32Array.from(texts.keys());
  const headingOf = (row: number): string | undefined => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : texts.get(starts[low - 1] ?? -1);
  };
  const isHeader = (row: number): boolean => header !== null && row >= header[0] && row <= header[1];
  const read = (row: number, cells: Cell[]): Cell[] => {
    const made = (text: string): Cell => ({ column, type: 'text', text });
    if (isHeader(row)) return row === header?.[0] ? [...cells, made(headingNames[kind])] : cells;
    if (texts.has(row) && !own.has(row)) return cells;
    const heading = headingOf(row);
    if (heading === undefined || heading === '') return cells;
    if (own.has(row)) return [...cells.filter((cell) => cell.column !== lead), made(heading)];
    // A business among the people of a company is nobody's contact.
    const isOther =
      kind === 'company' && cells.some((cell) => cell.column === lead && looksLikeCompany(cell.text));
    return isOther ? cells : [...cells, made(heading)];
  };
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    facts: sheet.facts,
    filledRows: sheet.filledRows,
    rowCount: sheet.rowCount,
    columnCount: column + 1,
    rowAt: (position) => sheet.rowAt(position),
    positionOf: (row) => sheet.positionOf(row),
    cellsAt: (position, most = Number.POSITIVE_INFINITY) =>
      read(sheet.rowAt(position), sheet.cellsAt(position)).slice(0, most),
    cellsOfRow: (row) => {
      const cells = sheet.cellsOfRow(row);
      return cells.length === 0 ? cells : read(row, cells);
    },
    columnsAt: (position) =>
      Uint8Array.from(read(sheet.rowAt(position), sheet.cellsAt(position)).map((cell) => cell.column)),
  };
}
