import type { SheetCells } from '../sheet-cut.ts';

/** A sheet that was no table, as one. */
export interface LaidOut {
  readonly type: 'cards' | 'turned' | 'lines';
  /** With its header in the first row, and a customer in each other. */
  readonly sheet: SheetCells;
  /** How many customers. */
  readonly count: number;
  /** What the first of them begins with. */
  readonly example: string;
  /** What stands before the first of them, and belongs to none. */
  readonly aside: readonly string[];
}
