import { readHeader } from './dictionary.ts';
import { headerTexts, mostHeaderRows, type HeaderRange } from './header-rows.ts';
import type { SheetCells } from './sheet-cut.ts';
import { shapeOf, type Shape } from './value-shapes.ts';

/** A header lies among the first rows of a sheet. */
const searchedRows = 30;
/** How many rows below a header are compared with it. */
const rowsBelow = 20;

/** What a header never looks like. */
const valueShapes: ReadonlySet<Shape> = new Set<Shape>([
  'mobile',
  'phone',
  'email',
  'website',
  'identityNumber',
  'creditCode',
  'date',
  'postcode',
  'number',
  'address',
  'prose',
]);

/**
 * Finds the header of a sheet, also below titles and maker's lines, of one to three rows. Null when the sheet
 * begins with its data.
 */
export function findHeader(sheet: SheetCells): HeaderRange | null {
  let best: HeaderRange | null = null;
  let bestScore = 2.4;
  for (let position = 0; position < sheet.filledRows && sheet.rowAt(position) < searchedRows; position++) {
    const first = sheet.rowAt(position);
    const isCut = bottomsOf(sheet, first);
    for (let last = first; last < first + mostHeaderRows; last++) {
      if (isCut(last)) continue;
      const isWithin = last > first && isCut(last - 1);
      if (last > first && !isWithin && sheet.cellsOfRow(last).length === 0) break;
      const score = scoreOf(sheet, [first, last], bestScore);
      if (score > bestScore) [best, bestScore] = [[first, last], score];
    }
  }
  return best;
}

/** The last rows of ranges that begin in the rows of a header and reach down: those belong to it as a whole. */
function bottomsOf(sheet: SheetCells, first: number): (last: number) => boolean {
  const below = first + mostHeaderRows;
  const reaching = sheet.facts.merged.filter(
    ([top, , bottom]) => top >= first && bottom > top && bottom < below,
  );
  return (last) => reaching.some(([top, , bottom]) => top <= last && bottom > last);
}

/** How much rows look like a header; 0 for those that cannot reach more than `least`. */
function scoreOf(sheet: SheetCells, [first, last]: HeaderRange, least: number): number {
  const texts = headerTexts(sheet, [first, last]);
  const filled = texts.filter((rows) => rows.length > 0).length;
  if (filled < Math.min(2, sheet.columnCount)) return 0;
  if (isOneCell(sheet, first) && sheet.columnCount > 1) return 0;

  let wrong = 0;
  for (let row = first; row <= last; row++) {
    for (const cell of sheet.cellsOfRow(row)) {
      const shape = shapeOf(cell);
      if (cell.type !== 'text' || (shape !== null && valueShapes.has(shape))) wrong++;
    }
  }
  const longer = 0.5 * (last - first);
  // Looking every text up takes longest; most rows are told by their values, even if all their texts were known.
  if (2 * filled + 3 + (wrong === 0 ? 2.5 : 0) - 3 * wrong - longer <= least) return 0;

  let known = 0;
  for (const rows of texts) known += readHeader(rows)?.confidence ?? 0;
  if (last > first && !isContinued(sheet, first, last)) return 0;
  const { width, repeated, telling } = lookBelow(sheet, last, texts);
  const structure = wrong === 0 && telling && filled >= 2 && filled >= 0.6 * width ? 2.5 : 0;
  return 2 * known + (3 * known) / filled + structure - 3 * (wrong + repeated) - longer;
}

/** A title: one filled cell, merged or not. */
const isOneCell = (sheet: SheetCells, row: number): boolean => sheet.cellsOfRow(row).length < 2;

/** A further row belongs to the header when it fills gaps of the row above or stands below a merged group. */
function isContinued(sheet: SheetCells, first: number, last: number): boolean {
  for (let row = first + 1; row <= last; row++) {
    const above = new Set(sheet.cellsOfRow(row - 1).map((cell) => cell.column));
    const merged = sheet.facts.merged.some(
      ([top, left, bottom, right]) => top < row && bottom >= row - 1 && (right > left || bottom >= row),
    );
    const cells = sheet.cellsOfRow(row);
    const gaps = cells.filter((cell) => !above.has(cell.column)).length;
    const known = cells.filter((cell) => readHeader([cell.text]) !== null).length;
    if (!merged && (gaps === 0 || known * 2 < cells.length)) return false;
  }
  return true;
}

/** How wide the rows below are, how many headers stand there again as values, and whether values differ in kind. */
function lookBelow(
  sheet: SheetCells,
  last: number,
  texts: readonly (readonly string[])[],
): { width: number; repeated: number; telling: boolean } {
  const from = sheet.positionOf(last + 1);
  const times = new Map<number, number>();
  let width = 0;
  let telling = false;
  for (let position = from; position < Math.min(from + rowsBelow, sheet.filledRows); position++) {
    const cells = sheet.cellsAt(position);
    width = Math.max(width, cells.length);
    const again = cells.filter((cell) => texts[cell.column]?.at(-1) === cell.text.trim());
    // The header itself once more, above the next table or on the next printed page.
    if (again.length > 2 && again.length * 5 >= cells.length * 4) continue;
    for (const cell of cells) {
      if (again.includes(cell)) {
        times.set(cell.column, (times.get(cell.column) ?? 0) + 1);
      }
      const shape = shapeOf(cell);
      telling ||= shape !== null && valueShapes.has(shape);
    }
  }
  return { width, repeated: [...times.values()].filter((count) => count > 1).length, telling };
}
