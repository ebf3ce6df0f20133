import { isDitto } from './options.ts';
import type { Cell } from './readers/cells.ts';
import type { SheetCells } from './sheet-cut.ts';

/** No sheet merges more cells downwards than these. */
const mostFilled = 500_000;

/**
 * Reads the data rows of a sheet, with cells that are merged downwards filled in: a company name merged over the
 * rows of its three contacts stands in each of them, and so does what 同上 and 〃 stand for.
 */
export function dataRows(sheet: SheetCells, firstRow: number): (position: number) => Cell[] {
  // The row a merged cell takes its value from, by row and column.
  const sources = new Map<number, number>();
  for (const [top, left, bottom] of sheet.facts.merged) {
    if (top < firstRow || left >= sheet.columnCount) continue;
    const last = Math.min(bottom, sheet.rowCount - 1);
    for (let row = top + 1; row <= last && sources.size < mostFilled; row++)
      sources.set(row * 1_000 + left, top);
  }
  const from = sheet.positionOf(firstRow);
  if (sources.size === 0) return (position) => withoutDittos(sheet, position, from);
  const columns = new Set([...sources.keys()].map((key) => key % 1_000));
  return (position) => {
    const cells = withoutDittos(sheet, position, from);
    const row = sheet.rowAt(position);
    for (const column of columns) {
      const source = sources.get(row * 1_000 + column);
      if (source === undefined || cells.some((cell) => cell.column === column)) continue;
      const value = sheet.cellsOfRow(source).find((cell) => cell.column === column);
      if (value) cells.push(value);
    }
    return cells.sort((a, b) => a.column - b.column);
  };
}

/** No list says 同上 in more rows after each other. */
const mostDittos = 1_000;

/** The cells of a row, each that says 同上 as the one above it in its column; without one above it says nothing. */
function withoutDittos(sheet: SheetCells, position: number, from: number): Cell[] {
  const cells = sheet.cellsAt(position);
  if (!cells.some(isDittoCell)) return cells;
  return cells.flatMap((cell) => {
    if (!isDittoCell(cell)) return [cell];
    for (let above = position - 1; above >= from && position - above <= mostDittos; above--) {
      const found = sheet.cellsAt(above).find(({ column }) => column === cell.column);
      if (found && !isDittoCell(found)) return [found];
    }
    return [];
  });
}

const isDittoCell = ({ type, text }: Cell): boolean => type === 'text' && isDitto(text);
