import { ReadError } from './read-error.ts';
import { cellTypes, chunkRows, type CellType, type SheetChunk } from './cells.ts';
import { GrowingBytes } from './growing.ts';
import { readLimits } from './limits.ts';

/** Bytes kept so far, of all sheets of a file together. */
export interface TextBudget {
  used: number;
}

/** What a cell and a row take beside their text. */
const cellBytes = 6;
const rowBytes = 8;

/**
 * Packs the rows of one sheet into chunks and hands each on when it is full. Rows without a filled cell leave
 * no trace. Throws `sheetTooLarge` at the caps of {@link readLimits}.
 */
export class ChunkWriter {
  readonly #emit: (chunk: SheetChunk) => void;
  readonly #fileName: string;
  readonly #budget: TextBudget;
  readonly #bytes = new GrowingBytes();
  #rows: number[] = [];
  #starts: number[] = [0];
  #columns: number[] = [];
  #types: number[] = [];
  #ends: number[] = [];
  #row = -1;
  #filledRows = 0;

  constructor(fileName: string, budget: TextBudget, emit: (chunk: SheetChunk) => void) {
    this.#fileName = fileName;
    this.#budget = budget;
    this.#emit = emit;
  }

  /** Begins the row of that 0-based number; the one before is complete. */
  beginRow(row: number): void {
    this.#endRow();
    this.#row = row;
  }

  addText(column: number, type: CellType, text: string): void {
    if (isBlank(text)) return;
    this.#bytes.addText(text.length > readLimits.cellLength ? text.slice(0, readLimits.cellLength) : text);
    this.#addCell(column, type);
  }

  /** Adds a text cell from UTF-8 that is known not to be blank. */
  addBytes(column: number, bytes: Uint8Array): void {
    this.#bytes.addBytes(bytes);
    this.#addCell(column, 'text');
  }

  /** Hands on what is left. */
  end(): void {
    this.#endRow();
    if (this.#rows.length > 0) this.#flush();
  }

  #addCell(column: number, type: CellType): void {
    if (column >= readLimits.columns) this.#refuse('columns', readLimits.columns);
    if (this.#bytes.length > readLimits.chunkBytes) this.#refuse('memory', readLimits.chunkBytes);
    if (this.#budget.used + this.#bytes.length + this.#columns.length * cellBytes > readLimits.keptBytes)
      this.#refuse('memory', readLimits.keptBytes);
    this.#columns.push(column);
    this.#types.push(cellTypes.indexOf(type));
    this.#ends.push(this.#bytes.length);
  }

  #endRow(): void {
    if (this.#columns.length === this.#starts[this.#starts.length - 1]) return;
    if (++this.#filledRows > readLimits.rows) this.#refuse('rows', readLimits.rows);
    this.#rows.push(this.#row);
    this.#starts.push(this.#columns.length);
    if (this.#rows.length === chunkRows) this.#flush();
  }

  #flush(): void {
    this.#budget.used += this.#bytes.length + this.#columns.length * cellBytes + this.#rows.length * rowBytes;
    this.#emit({
      rows: Uint32Array.from(this.#rows),
      starts: Uint32Array.from(this.#starts),
      columns: Uint8Array.from(this.#columns),
      types: Uint8Array.from(this.#types),
      ends: Uint32Array.from(this.#ends),
      bytes: this.#bytes.toArray(),
    });
    this.#bytes.clear();
    this.#rows = [];
    this.#starts = [0];
    this.#columns = [];
    this.#types = [];
    this.#ends = [];
  }

  #refuse(limit: 'rows' | 'columns' | 'memory', max: number): never {
    throw new ReadError({ code: 'sheetTooLarge', name: this.#fileName, limit, max });
  }
}

const filled = /[^\s\u200B]/u;

/** Whether a text shows nothing: only spaces of any width, line breaks and invisible marks. */
export const isBlank = (text: string): boolean => !filled.test(text);
