/**
 * One sorted piece of a full-text index. Customers written together have the same origin, a running number; the
 * piece says of which origins it has customers, so that a deletion finds it.
 */
export interface Segment {
  id: number;
  firstPage: number;
  lastPage: number;
  firstOrigin: number;
  lastOrigin: number;
  tombstonePages: number;
  tombstones: number;
  customers: number;
}

/** The record of which segments a full-text index has. */
export interface Structure {
  /** Changes when its configuration does. */
  readonly cookie: number;
  readonly writeCounter: number;
  /** The segments, the largest and oldest levels last. `merging` counts those that are being merged into the next level. */
  readonly levels: { readonly merging: number; readonly segments: Segment[] }[];
}

const parts = [
  'id',
  'firstPage',
  'lastPage',
  'firstOrigin',
  'lastOrigin',
  'tombstonePages',
  'tombstones',
  'customers',
] as const satisfies readonly (keyof Segment)[];

/** Stands behind the cookie in the records of tables with `contentless_delete`. */
const version2 = 0xff00_0001;

/**
 * Reads the structure of an FTS5 index, the record 10 of its `_data`; null when it is of another form than the one
 * known here. The form is described where SQLite writes it, at the head of its `ext/fts5/fts5_index.c`.
 */
export function readStructure(block: Uint8Array): Structure | null {
  if (block.length < 8) return null;
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  if (view.getUint32(4) !== version2) return null;
  const numbers = readVarints(block.subarray(8));
  if (!numbers) return null;
  let at = 0;
  const next = (): number => numbers[at++] ?? Number.NaN;
  const levelCount = next();
  const segmentCount = next();
  const structure: Structure = { cookie: view.getUint32(0), writeCounter: next(), levels: [] };
  for (let level = 0; level < levelCount; level++) {
    const merging = next();
    const segments: Segment[] = [];
    for (let left = next(); left > 0; left--) {
      const segment = {} as Segment;
      for (const part of parts) segment[part] = next();
      segments.push(segment);
    }
    structure.levels.push({ merging, segments });
  }
  const isWhole = at === numbers.length && segmentsOf(structure).length === segmentCount;
  return isWhole ? structure : null;
}

/** The record of a structure, see {@link readStructure}. */
export function writeStructure({ cookie, writeCounter, levels }: Structure): Uint8Array {
  const numbers = [levels.length, levels.flatMap(({ segments }) => segments).length, writeCounter];
  for (const { merging, segments } of levels) {
    numbers.push(merging, segments.length);
    for (const segment of segments) for (const part of parts) numbers.push(segment[part]);
  }
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, cookie);
  head.setUint32(4, version2);
  return Buffer.concat([new Uint8Array(head.buffer), writeVarints(numbers)]);
}

/** All segments, the oldest first. */
export const segmentsOf = ({ levels }: Structure): Segment[] =>
  levels.toReversed().flatMap(({ segments }) => segments);

/** Numbers as SQLite writes them, seven bits a byte, the highest first; null when the last one is cut off or too large. */
export function readVarints(bytes: Uint8Array): number[] | null {
  const numbers: number[] = [];
  let number = 0;
  let length = 0;
  for (const byte of bytes) {
    number = number * 0x80 + (byte & 0x7f);
    length++;
    if (byte >= 0x80) continue;
    // The ninth byte of the largest has eight bits; nothing counted here comes near.
    if (length > 7) return null;
    numbers.push(number);
    [number, length] = [0, 0];
  }
  return length === 0 ? numbers : null;
}

/** @param numbers whole, not negative, below 2^49 */
export function writeVarints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let length = 1;
    while (number >= 2 ** (7 * length)) length++;
    for (let left = length - 1; left > 0; left--) {
      bytes.push((Math.floor(number / 2 ** (7 * left)) % 0x80) | 0x80);
    }
    bytes.push(number % 0x80);
  }
  return Uint8Array.from(bytes);
}
