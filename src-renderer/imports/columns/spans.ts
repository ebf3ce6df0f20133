import type { z } from 'zod';
import type { mergedCellSchema, SheetRow } from '../../../src-shared/imports.ts';

type MergedCell = z.infer<typeof mergedCellSchema>;

/** How many columns a cell goes over, 0 where it lies under a merged one. Merging downwards leaves each row its own cell. */
export const spansOf = (merged: readonly MergedCell[]) => {
  const byRow = new Map<number, MergedCell[]>();
  for (const cell of merged) {
    if (cell.right === cell.left) continue;
    for (let row = cell.top; row <= cell.bottom; row++) byRow.set(row, [...(byRow.get(row) ?? []), cell]);
  }
  return (row: SheetRow, column: number): number => {
    const over = byRow.get(row.row)?.find(({ left, right }) => column >= left && column <= right);
    if (over === undefined) return 1;
    return column === over.left ? over.right - over.left + 1 : 0;
  };
};
