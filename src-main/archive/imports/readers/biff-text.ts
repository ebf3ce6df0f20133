import iconv from 'iconv-lite';

/** How the text of an .xls stream is written: in two-byte characters since Excel 97, before in a code page. */
export interface BiffEncoding {
  readonly version: number;
  /** A name that iconv-lite knows. */
  readonly codePage: string;
}

/** What programs that name no code page were written for here. */
export const usualCodePage = 'cp936';

/** The code page of a CodePage record (MS-XLS 2.4.52). */
export function codePageOf(number: number): string {
  const name = { 0x8000: 'macroman', 0x8001: 'cp1252' }[number] ?? `cp${number}`;
  return iconv.encodingExists(name) ? name : usualCodePage;
}

/** Text with its length before it, in one or two bytes. */
export function biffText(
  parts: readonly Buffer[],
  at: number,
  lengthBytes: 1 | 2,
  encoding: BiffEncoding,
): string {
  const reader = new ContinuedReader(parts, at);
  const length = lengthBytes === 1 ? reader.uint8() : reader.uint16();
  if (encoding.version >= 8) return reader.characters(length, (reader.uint8() & 1) === 1);
  return iconv.decode(reader.bytes(length), encoding.codePage);
}

/** Reads through a record and those that continue it. */
export class ContinuedReader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at: number;

  constructor(parts: readonly Buffer[], at = 0) {
    this.#parts = parts;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#rest() === 0 && this.#part >= this.#parts.length - 1;
  }

  uint8(): number {
    return this.bytes(1).readUInt8(0);
  }

  uint16(): number {
    return this.bytes(2).readUInt16LE(0);
  }

  uint32(): number {
    return this.bytes(4).readUInt32LE(0);
  }

  /** @throws RangeError when there are not as many. */
  bytes(count: number): Buffer {
    if (count <= this.#rest()) return this.#take(count);
    const parts: Buffer[] = [];
    for (let left = count; left > 0;) {
      if (this.#rest() === 0) this.#nextPart();
      const taken = this.#take(Math.min(left, this.#rest()));
      parts.push(taken);
      left -= taken.length;
    }
    return Buffer.concat(parts);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.#rest() === 0) this.#nextPart();
      left -= this.#take(Math.min(left, this.#rest())).length;
    }
  }

  /** Characters of one or two bytes; where they go on in another record, it begins by saying of how many. */
  characters(count: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = count; left > 0;) {
      if (this.#rest() === 0) {
        this.#nextPart();
        wide = (this.uint8() & 1) === 1;
      }
      const taken = Math.min(left, wide ? this.#rest() >> 1 : this.#rest());
      if (taken === 0) throw new RangeError('a character is cut in two');
      text += wide ? this.#take(taken * 2).toString('utf16le') : this.#take(taken).toString('latin1');
      left -= taken;
    }
    return text;
  }

  #rest(): number {
    return (this.#parts[this.#part]?.length ?? 0) - this.#at;
  }

  #take(count: number): Buffer {
    const part = this.#parts[this.#part] ?? Buffer.alloc(0);
    this.#at += count;
    return part.subarray(this.#at - count, this.#at);
  }

  #nextPart(): void {
    do {
      this.#part++;
      this.#at = 0;
    } while (this.#part < this.#parts.length && this.#rest() <= 0);
    if (this.#part >= this.#parts.length) throw new RangeError('a record ends too early');
  }
}
