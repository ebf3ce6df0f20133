import { headerTexts, joinHeader, type HeaderRange } from './header-rows.ts';
import type { SheetCells } from './sheet-cut.ts';

/** The header of a sheet as it stood there, and what it says of each column. */
export interface SheetHead {
  /** Row by row, by column; none for a sheet without a header. */
  readonly rows: readonly (readonly string[])[];
  /** Merged ranges within these rows: top, left, bottom, right, from 0. */
  readonly merged: readonly (readonly [number, number, number, number])[];
  /** One text a column: 联系人/手机. */
  readonly texts: readonly string[];
}

/** Reads the header of a sheet for keeping. */
export function sheetHead(sheet: SheetCells, header: HeaderRange | null): SheetHead {
  if (!header) return { rows: [], merged: [], texts: [] };
  const [first, last] = header;
  const rows = Array.from({ length: last - first + 1 }, (_, row) => {
    const texts = Array.from({ length: sheet.columnCount }, () => '');
    for (const { column, text } of sheet.cellsOfRow(first + row)) texts[column] = text;
    return texts;
  });
  const merged = sheet.facts.merged
    .filter(([top, , bottom, right]) => top >= first && bottom <= last && right < sheet.columnCount)
    .map(([top, left, bottom, right]) => [top - first, left, bottom - first, right] as const);
  return { rows, merged, texts: headerTexts(sheet, header).map(joinHeader) };
}
