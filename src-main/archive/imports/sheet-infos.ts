import type { SheetInfo } from '../../../src-shared/imports.ts';
import { isTemplateNotes } from '../../../src-shared/template.ts';
import { headerTexts, joinHeader } from './header-rows.ts';
import { findHeader } from './header.ts';
import { layOut } from './layouts/lay-out.ts';
import type { Sheet } from './readers/sheet.ts';
import { shapeOf } from './value-shapes.ts';

export interface DescribedSheets {
  readonly sheets: SheetInfo[];
  readonly suggestedSheet: number;
  /** The suggested sheet, and those that can come in with it. */
  readonly suggestedTogether: number[];
}

/** Describes the sheets of a file, and suggests the visible table with the most rows. */
export function describeSheets(sheets: readonly Sheet[], delimiter: string | null): DescribedSheets {
  const infos = sheets.map((sheet, index) => ({
    index,
    name: sheet.name,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
    hidden: sheet.hidden,
    likelyTable: isTable(sheet, delimiter),
  }));
  const rank = (info: SheetInfo): number =>
    (info.likelyTable ? 2e9 : 0) + (info.hidden ? 0 : 1e9) + (sheets[info.index]?.filledRows ?? 0);
  const best = infos.toSorted((a, b) => rank(b) - rank(a))[0];
  const suggestedSheet = best?.index ?? 0;
  return { sheets: infos, suggestedSheet, suggestedTogether: together(sheets, infos, suggestedSheet) };
}

/**
 * Sheets that are one table cut in pieces, a year or a clerk each: visible ones with the same header as the suggested
 * sheet. Suppliers, orders and prose have others.
 */
function together(sheets: readonly Sheet[], infos: readonly SheetInfo[], suggested: number): number[] {
  const header = headerOf(sheets[suggested]);
  return infos
    .filter(({ index, hidden, likelyTable }) => {
      if (index === suggested) return true;
      return header !== '' && !hidden && likelyTable && headerOf(sheets[index]) === header;
    })
    .map(({ index }) => index);
}

/** All headers of a sheet as one text, whatever spaces are in them; '' for a sheet without. */
function headerOf(sheet: Sheet | undefined): string {
  const header = sheet && findHeader(sheet);
  if (!header) return '';
  return headerTexts(sheet, header)
    .map((rows) => joinHeader(rows).replace(/\s+/gu, ''))
    .filter((text) => text !== '')
    .join('|');
}

const tellingShapes = new Set(['mobile', 'phone', 'email', 'identityNumber', 'creditCode', 'company']);

/** Several rows with a header, or with numbers and names that only customers have. */
function isTable(sheet: Sheet, delimiter: string | null): boolean {
  if (sheet.filledRows === 0 || isTemplateNotes(sheet.cellsAt(0, 1)[0]?.text ?? '')) return false;
  if (findHeader(sheet) || layOut(sheet, delimiter)) return true;
  let telling = 0;
  for (let position = 0; position < Math.min(20, sheet.filledRows); position++) {
    for (const cell of sheet.cellsAt(position)) {
      const shape = shapeOf(cell);
      if (shape !== null && tellingShapes.has(shape)) telling++;
    }
  }
  return sheet.filledRows > 1 && telling > 1;
}
