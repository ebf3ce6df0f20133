import { cellTypes, chunkRows, type Cell, type SheetChunk } from './cells.ts';
import type { SheetFacts } from './sheet-facts.ts';

/**
 * One sheet as it was read, kept packed: cells become strings only when they are asked for. Rows are numbered
 * from 0 as in the sheet; only filled ones are kept, and each has a position among them, from 0 in sheet order.
 */
export class Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly facts: SheetFacts;
  readonly filledRows: number;
  /** Last filled row + 1. */
  readonly rowCount: number;
  /** Last filled column + 1. */
  readonly columnCount: number;
  readonly #chunks: readonly SheetChunk[];
  readonly #bytes: readonly Buffer[];
  /** Row number of each position. */
  readonly #rows: Uint32Array;
  /** Where each position lies: chunk × {@link chunkRows} + row of the chunk. */
  readonly #places: Uint32Array;

  constructor(name: string, hidden: boolean, chunks: readonly SheetChunk[], facts: SheetFacts) {
    this.name = name;
    this.hidden = hidden;
    this.facts = facts;
    this.#chunks = chunks;
    this.#bytes = chunks.map(({ bytes }) => Buffer.from(bytes.buffer));
    this.filledRows = chunks.reduce((sum, chunk) => sum + chunk.rows.length, 0);
    this.#rows = new Uint32Array(this.filledRows);
    this.#places = Uint32Array.from({ length: this.filledRows }, (_, position) => position);
    for (const [index, chunk] of chunks.entries()) this.#rows.set(chunk.rows, index * chunkRows);
    this.#putInOrder();
    this.rowCount = this.filledRows === 0 ? 0 : (this.#rows[this.filledRows - 1] ?? 0) + 1;
    this.columnCount = chunks.reduce((most, chunk) => {
      let last = most;
      for (const column of chunk.columns) if (column >= last) last = column + 1;
      return last;
    }, 0);
  }

  rowAt(position: number): number {
    return this.#rows[position] ?? -1;
  }

  /** Position of a row; when it is not filled, of the next that is. */
  positionOf(row: number): number {
    let low = 0;
    let high = this.filledRows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The filled cells of a position, or the first few of them. */
  cellsAt(position: number, most = Number.POSITIVE_INFINITY): Cell[] {
    const place = this.#places[position];
    if (place === undefined) return [];
    const index = Math.floor(place / chunkRows);
    const chunk = this.#chunks[index];
    const bytes = this.#bytes[index];
    if (!chunk || !bytes) return [];
    const row = place % chunkRows;
    const cells: Cell[] = [];
    const first = chunk.starts[row] ?? 0;
    const last = Math.min(chunk.starts[row + 1] ?? 0, first + most);
    for (let cell = first; cell < last; cell++) {
      const start = cell === 0 ? 0 : (chunk.ends[cell - 1] ?? 0);
      cells.push({
        column: chunk.columns[cell] ?? 0,
        type: cellTypes[chunk.types[cell] ?? 0] ?? 'text',
        text: bytes.toString('utf8', start, chunk.ends[cell]),
      });
    }
    return cells;
  }

  /** The cells of a row by their number in the sheet; none when it is not filled. */
  cellsOfRow(row: number): Cell[] {
    const position = this.positionOf(row);
    return this.rowAt(position) === row ? this.cellsAt(position) : [];
  }

  /** The filled columns of a position, without making strings of their cells. */
  columnsAt(position: number): Uint8Array {
    const place = this.#places[position] ?? 0;
    const chunk = this.#chunks[Math.floor(place / chunkRows)];
    if (!chunk) return new Uint8Array();
    const row = place % chunkRows;
    return chunk.columns.subarray(chunk.starts[row], chunk.starts[row + 1]);
  }

  /** Files made by hand may list their rows in any order. */
  #putInOrder(): void {
    const rows = this.#rows;
    if (rows.every((row, position) => position === 0 || row > (rows[position - 1] ?? 0))) return;
    const order = Array.from(this.#places).sort((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0) || a - b);
    this.#places.set(order);
    this.#rows.set(order.map((place) => rows[place] ?? 0));
  }
}
