const mebibyte = 1024 * 1024;

/**
 * What a file may be at most. Bytes are counted while inflating, not believed from the headers; the ratio
 * (inflated to packed) counts only above `ratioFromBytes`, because small tables of zeros pack very well.
 */
export const readLimits = {
  fileBytes: 50 * mebibyte,
  entries: 2_000,
  inflatedBytes: 512 * mebibyte,
  ratio: 250,
  ratioFromBytes: 16 * mebibyte,
  /** Rows with at least one filled cell, in one sheet. */
  rows: 200_000,
  columns: 200,
  /** Bytes kept of all cells of a file, packed: shared strings can blow a small file up to any size. */
  keptBytes: 96 * mebibyte,
  /** Bytes of the text of 1,024 rows together. */
  chunkBytes: 32 * mebibyte,
  /** Shared strings of a workbook. */
  strings: 8_000_000,
  /** Tables of one web page, and how deep they may lie within each other. */
  tables: 1_000,
  tableDepth: 50,
  /** UTF-16 units of one cell; Excel's own limit. What is longer is cut. */
  cellLength: 32_767,
} as const;

/**
 * The worker's own limits: JavaScript heap in MiB and run time in ms, after which it is killed. Readers stream, so that
 * whatever a file holds, the archive's process stays within 200 MB of what it takes idle.
 */
export interface WorkerLimits {
  readonly heapMiB: number;
  readonly timeMs: number;
}

export const workerLimits: WorkerLimits = { heapMiB: 160, timeMs: 120_000 };
