import type { Cell } from './readers/cells.ts';
import type { Sheet } from './readers/sheet.ts';

/** A sheet, or a part of one that is looked at as if it were all there is. */
export type SheetCells = Pick<Sheet, keyof Sheet>;

/** A rectangle of cells, all four sides included, 0-based in the sheet. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** All of a sheet. */
export const wholeArea = ({ rowCount, columnCount }: SheetCells): Area => ({
  top: 0,
  left: 0,
  bottom: Math.max(0, rowCount - 1),
  right: Math.max(0, columnCount - 1),
});

/**
 * The part of a sheet within an area. Rows and columns keep their numbers; positions count the rows that have a
 * cell in it.
 */
export function cutSheet(sheet: SheetCells, area: Area): SheetCells {
  const { top, left, right } = area;
  const bottom = Math.min(area.bottom, sheet.rowCount - 1);
  const isWide = left <= 0 && right >= sheet.columnCount - 1;
  const from = sheet.positionOf(top);
  const to = sheet.positionOf(bottom + 1);
  const isInside = (column: number): boolean => column >= left && column <= right;
  const positions = Uint32Array.from({ length: to - from }, (_, index) => from + index).filter(
    (position) => isWide || sheet.columnsAt(position).some(isInside),
  );
  const rowAt = (position: number): number => {
    const own = positions[position];
    return own === undefined ? -1 : sheet.rowAt(own);
  };
  const cellsAt = (position: number, most = Number.POSITIVE_INFINITY): Cell[] => {
    const own = positions[position];
    if (own === undefined) return [];
    if (isWide) return sheet.cellsAt(own, most);
    return sheet
      .cellsAt(own)
      .filter(({ column }) => isInside(column))
      .slice(0, most);
  };
  const positionOf = (row: number): number => {
    let [low, high] = [0, positions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rowAt(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const merged = sheet.facts.merged.filter(
    ([first, start, last, end]) => last >= top && first <= bottom && end >= left && start <= right,
  );
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    facts: { ...sheet.facts, merged },
    filledRows: positions.length,
    rowCount: positions.length === 0 ? 0 : rowAt(positions.length - 1) + 1,
    columnCount: Math.min(sheet.columnCount, right + 1),
    rowAt,
    positionOf,
    cellsAt,
    cellsOfRow: (row) => {
      const position = positionOf(row);
      return rowAt(position) === row ? cellsAt(position) : [];
    },
    columnsAt: (position) => {
      const columns = sheet.columnsAt(positions[position] ?? sheet.filledRows);
      return isWide ? columns : columns.filter(isInside);
    },
  };
}
