/** What a cell of a sheet holds. Dates, numbers and booleans are kept as text too; the type says what they were. */
export const cellTypes = ['text', 'number', 'date', 'boolean', 'error'] as const;
export type CellType = (typeof cellTypes)[number];

/**
 * A filled cell. `text` is what was written: for numbers all their digits (`13100000002`, never `1.31E+10`),
 * for dates `YYYY-MM-DD`, with ` HH:MM` or ` HH:MM:SS` where there is a time, for booleans `TRUE` or `FALSE`,
 * for errors their name (`#N/A`).
 */
export interface Cell {
  readonly column: number;
  readonly type: CellType;
  readonly text: string;
}

/**
 * Up to {@link chunkRows} filled rows of a sheet, packed so that a large sheet weighs little and moves between
 * threads without being copied. Row i has the cells `starts[i]` to `starts[i + 1]`; the text of cell c is the
 * UTF-8 in `bytes` between `ends[c - 1]` and `ends[c]`.
 */
export interface SheetChunk {
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly columns: Uint8Array<ArrayBuffer>;
  readonly types: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Rows in every chunk of a sheet but the last. */
export const chunkRows = 1_024;

/** The buffers of a chunk, for the transfer list of a message. */
export const buffersOf = (chunk: SheetChunk): ArrayBuffer[] => [
  chunk.rows.buffer,
  chunk.starts.buffer,
  chunk.columns.buffer,
  chunk.types.buffer,
  chunk.ends.buffer,
  chunk.bytes.buffer,
];
