import type { Cell } from './cells.ts';

/** What a column offers to whoever fills the sheet in. */
export interface ColumnHelp {
  /** Shown beside a cell while it is being filled in: at most 32 and 255 characters. */
  readonly title: string;
  readonly text: string;
  /**
   * What can be chosen; anything else may be written as well. Words of together at most 255 characters, none with a
   * comma or a quotation mark, or the range of another sheet in which they stand, as `$C$2:$F$2`.
   */
  readonly choices?: readonly string[] | { readonly range: string; readonly sheet: string };
}

export interface SheetColumn {
  readonly header: string;
  /** In Excel's units: about one per digit, two per Chinese character. */
  readonly width: number;
  /** Whether cells that are still empty have the format “text”, so that numbers stay as they are typed. */
  readonly asText?: boolean;
  readonly help?: ColumnHelp;
}

/** A table on its way into a file: rows come in batches, so that a large one is never in memory as a whole. */
export interface Sheet {
  /** Name of the worksheet, at most 31 characters. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Header of several rows, in place of the columns' own; `merged` as `A1:C1`. */
  readonly head?: { readonly rows: readonly (readonly string[])[]; readonly merged: readonly string[] };
  /** Whether the columns can be filtered; they can by default. */
  readonly filter?: boolean;
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}
