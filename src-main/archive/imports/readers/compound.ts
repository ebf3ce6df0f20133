const endOfChain = 0xff_ff_ff_fe;
const headerBytes = 512;
const entryBytes = 128;
const streamType = 2;
const rootType = 5;

interface Stream {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams of a compound file (MS-CFB), in which Office before 2007 keeps its documents. Only the wanted one is put
 * together, and none can be longer than the file, whatever its tables claim.
 */
export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #sectors: number;
  readonly #fat: Buffer;
  readonly #streams: Stream[] = [];
  #root: Stream = { name: '', start: endOfChain, size: 0 };

  /** Throws an ordinary error when the file is damaged. */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new Error('sectors of a size that does not exist');
    this.#sectorBytes = 2 ** shift;
    this.#sectors = Math.ceil(bytes.length / this.#sectorBytes);
    this.#fat = Buffer.concat(this.#fatSectors().map((sector) => this.#sector(sector)));
    this.#readDirectory();
  }

  /** The content of the first of these streams that there is; letters of either case are the same. */
  read(...names: readonly string[]): Buffer | null {
    for (const name of names) {
      const stream = this.#streams.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
      if (stream) return this.#content(stream);
    }
    return null;
  }

  /** The sectors that hold the allocation table: 109 in the header, the others in sectors of their own. */
  #fatSectors(): number[] {
    const sectors: number[] = [];
    const take = (bytes: Buffer, from: number, to: number): void => {
      for (let at = from; at + 4 <= Math.min(to, bytes.length); at += 4) {
        const sector = bytes.readUInt32LE(at);
        if (sector < this.#sectors && sectors.length < this.#sectors) sectors.push(sector);
      }
    };
    take(this.#bytes, 76, headerBytes);
    let next = this.#bytes.readUInt32LE(68);
    for (let count = 0; next < this.#sectors && count < this.#sectors; count++) {
      const sector = this.#sector(next);
      take(sector, 0, this.#sectorBytes - 4);
      next = sector.length === this.#sectorBytes ? sector.readUInt32LE(this.#sectorBytes - 4) : endOfChain;
    }
    return sectors;
  }

  #sector(index: number): Buffer {
    const start = (index + 1) * this.#sectorBytes;
    return this.#bytes.subarray(start, start + this.#sectorBytes);
  }

  /** The sectors from one on, as the allocation table links them; a circle ends after as many as there are. */
  #chain(start: number): Buffer {
    const parts: Buffer[] = [];
    let sector = start;
    while (sector < this.#sectors && parts.length < this.#sectors) {
      parts.push(this.#sector(sector));
      sector = sector * 4 + 4 <= this.#fat.length ? this.#fat.readUInt32LE(sector * 4) : endOfChain;
    }
    return Buffer.concat(parts);
  }

  #readDirectory(): void {
    const directory = this.#chain(this.#bytes.readUInt32LE(48));
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const type = directory.readUInt8(at + 66);
      const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64);
      const stream = {
        name: directory.toString('utf16le', at, at + Math.max(nameBytes - 2, 0)),
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      };
      if (type === streamType) this.#streams.push(stream);
      else if (type === rootType) this.#root = stream;
    }
  }

  #content({ start, size }: Stream): Buffer {
    const smallest = this.#bytes.readUInt32LE(56);
    return (size < smallest ? this.#smallContent(start, size) : this.#chain(start)).subarray(0, size);
  }

  /** Small streams lie in pieces of 64 bytes within one large one, with a table of their own. */
  #smallContent(start: number, size: number): Buffer {
    const pieceBytes = 64;
    const container = this.#chain(this.#root.start);
    const table = this.#chain(this.#bytes.readUInt32LE(60));
    const parts: Buffer[] = [];
    let piece = start;
    while (piece * pieceBytes < container.length && parts.length * pieceBytes < size) {
      parts.push(container.subarray(piece * pieceBytes, (piece + 1) * pieceBytes));
      piece = piece * 4 + 4 <= table.length ? table.readUInt32LE(piece * 4) : endOfChain;
    }
    return Buffer.concat(parts);
  }
}
