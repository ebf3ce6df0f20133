import { headerTexts, type HeaderRange } from './header-rows.ts';
import { isHeaderAgain, mergedAcross } from './left-out.ts';
import type { Cell } from './readers/cells.ts';
import type { SheetCells } from './sheet-cut.ts';

/** A table as it is searched for headings. */
export interface HeadingTable {
  readonly sheet: SheetCells;
  /** Position of the first row below the header. */
  readonly from: number;
  /** Whether a row is merged across most of the table. */
  readonly isAcross: (position: number) => boolean;
  /** Whether a row is the header once more. */
  readonly isHeader: (position: number) => boolean;
  /** The position right above the header, when a single cell stands there and the header is repeated below; else null. */
  readonly above: number | null;
}

/** Only so many repeated headers are looked for to know that they are. */
const looked = 400;

/** Prepares a table for the search. */
export function headingTable(sheet: SheetCells, header: HeaderRange | null): HeadingTable {
  const from = header ? sheet.positionOf(header[1] + 1) : 0;
  const texts = header ? headerTexts(sheet, header).map((rows) => rows.at(-1) ?? '') : [];
  const isHeader = (position: number): boolean =>
    texts.length > 0 && isHeaderAgain(sheet.cellsAt(position), texts);
  const above = header ? sheet.positionOf(header[0]) - 1 : -1;
  const isAlone = above >= 0 && sheet.columnsAt(above).length === 1;
  const isRepeated =
    isAlone &&
    Array.from({ length: Math.min(looked, sheet.filledRows - from) }, (_, at) => from + at).some(
      (position) => sheet.columnsAt(position).length > 1 && isHeader(position),
    );
  return { sheet, from, isAcross: mergedAcross(sheet), isHeader, above: isRepeated ? above : null };
}

/** The cell of a row in a column, without reading those behind it. */
export function cellIn(sheet: SheetCells, position: number, column: number): Cell | undefined {
  const at = sheet.columnsAt(position).indexOf(column);
  return at < 0 ? undefined : sheet.cellsAt(position, at + 1)[at];
}
