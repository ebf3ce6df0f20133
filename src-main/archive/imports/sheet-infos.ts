import type { SheetInfo } from '../../../src-shared/imports.ts';
import { isTemplateNotes } from '../../../src-shared/template.ts';
import { findHeader } from './header.ts';
import type { Sheet } from './readers/sheet.ts';
import { shapeOf } from './value-shapes.ts';

/** Describes the sheets of a file, and suggests the visible table with the most rows. */
export function describeSheets(sheets: readonly Sheet[]): { sheets: SheetInfo[]; suggestedSheet: number } {
  const infos = sheets.map((sheet, index) => ({
    index,
    name: sheet.name,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
    hidden: sheet.hidden,
    likelyTable: isTable(sheet),
  }));
  const rank = (info: SheetInfo): number =>
    (info.likelyTable ? 2e9 : 0) + (info.hidden ? 0 : 1e9) + (sheets[info.index]?.filledRows ?? 0);
  const best = infos.toSorted((a, b) => rank(b) - rank(a))[0];
  return { sheets: infos, suggestedSheet: best?.index ?? 0 };
}

const tellingShapes = new Set(['mobile', 'phone', 'email', 'identityNumber', 'creditCode', 'company']);

/** Several rows with a header, or with numbers and names that only customers have. */
function isTable(sheet: Sheet): boolean {
  if (sheet.filledRows === 0 || isTemplateNotes(sheet.cellsAt(0, 1)[0]?.text ?? '')) return false;
  if (findHeader(sheet)) return true;
  let telling = 0;
  for (let position = 0; position < Math.min(20, sheet.filledRows); position++) {
    for (const cell of sheet.cellsAt(position)) {
      const shape = shapeOf(cell);
      if (shape !== null && tellingShapes.has(shape)) telling++;
    }
  }
  return sheet.filledRows > 1 && telling > 1;
}
