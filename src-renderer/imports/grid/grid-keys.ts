import type { GridPlace } from './types.ts';

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly pageRows: number;
  /** Whether the head is part of the way. */
  readonly head: boolean;
}

/** Where a key leads to from a cell; null for keys that do not move. */
export const moveBy = (
  key: string,
  withCtrl: boolean,
  from: GridPlace | null,
  { rows, columns, pageRows, head }: Extent,
): GridPlace | null => {
  // Rows that are still on their way: no key may land beside them.
  if (rows === 0) return null;
  const top = head ? -1 : 0;
  const { row, column } = from ?? { row: 0, column: 0 };
  const to = ((): GridPlace | null => {
    switch (key) {
      case 'ArrowDown':
        return { row: from === null ? 0 : row + 1, column };
      case 'ArrowUp':
        return { row: from === null ? 0 : row - 1, column };
      case 'ArrowRight':
        return { row, column: from === null ? 0 : column + 1 };
      case 'ArrowLeft':
        return { row, column: from === null ? 0 : column - 1 };
      case 'PageDown':
        return { row: Math.max(0, row) + pageRows, column };
      case 'PageUp':
        return { row: Math.max(0, row - pageRows), column };
      case 'Home':
        return withCtrl ? { row: 0, column: 0 } : { row, column: 0 };
      case 'End':
        return withCtrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
      default:
        return null;
    }
  })();
  if (to === null) return null;
  return {
    row: Math.max(top, Math.min(rows - 1, to.row)),
    column: Math.max(0, Math.min(columns - 1, to.column)),
  };
};
