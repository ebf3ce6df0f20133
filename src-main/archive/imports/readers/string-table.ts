import { isBlank } from './chunk-writer.ts';
import { GrowingBytes } from './growing.ts';
import { readLimits } from './limits.ts';
import { ReadError } from './read-error.ts';

/** The shared strings of a workbook as UTF-8, so that cells take them over without a string being made. */
export class StringTable {
  readonly #fileName: string;
  readonly #bytes = new GrowingBytes(1 << 20);
  readonly #ends: number[] = [];

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /** Adds the next string; what is longer than a cell can be is cut. Throws ReadError `sheetTooLarge`. */
  add(text: string): void {
    const kept = text.slice(0, readLimits.cellLength);
    if (!isBlank(kept)) this.#bytes.addText(kept);
    this.#ends.push(this.#bytes.length);
    if (this.#bytes.length > readLimits.keptBytes || this.#ends.length > readLimits.strings) {
      const max = readLimits.keptBytes;
      throw new ReadError({ code: 'sheetTooLarge', name: this.#fileName, limit: 'memory', max });
    }
  }

  /** Undefined for a blank text or an index that does not exist. */
  get(index: number): Uint8Array | undefined {
    const end = this.#ends[index];
    if (end === undefined) return undefined;
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    return start === end ? undefined : this.#bytes.view(start, end);
  }
}
