import type { Cell } from './cells.ts';

/** A table on its way into a file: rows come in batches, so that a large one is never in memory as a whole. */
export interface Sheet {
  /** Name of the worksheet, at most 31 characters. */
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}
