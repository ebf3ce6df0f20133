import type { Database } from 'better-sqlite3';
import { insertRows, type RowTable, type SqlValue } from '../database/insert-rows.ts';
import { prepared } from '../statements.ts';
import {
  readStructure,
  readVarints,
  segmentsOf,
  writeStructure,
  writeVarints,
  type Segment,
  type Structure,
} from './full-text-structure.ts';

/** The segments of a full-text index, to be put into another one; in buffers that move between threads uncopied. */
export interface FullTextParts {
  readonly structure: Uint8Array<ArrayBuffer>;
  /** How many customers and terms there are. */
  readonly totals: Uint8Array<ArrayBuffer>;
  readonly pageIds: Float64Array<ArrayBuffer>;
  readonly pages: Blobs;
  /** Which term each page begins with: the segment, the number of the page as it is kept, and the term. */
  readonly firstTerms: Float64Array<ArrayBuffer>;
  readonly terms: Blobs;
  /** Of each customer its id and its origin. */
  readonly customers: Float64Array<ArrayBuffer>;
  /** How many terms each customer has, as it is kept. */
  readonly sizes: Blobs;
}

/** Many values one after another. */
interface Blobs {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

// Ids of the records that are no pages, and how ids of pages are made, as FTS5 has them.
const totalsRecord = 1;
const structureRecord = 10;
const pagesOfSegment = 2 ** 37;
const mostSegments = 2_000;
const rowsAtOnce = 500;
/** Of 16 in one level FTS5 makes one at once, whatever that takes. */
const mostOfLevel = 12;
/** FTS5 takes up to 64. */
const mostLevels = 32;

/** The segments of a full-text table of this schema, or null where they are kept in a form not known here. */
export function takeParts(sqlite: Database): FullTextParts | null {
  const record = (id: number) =>
    new Uint8Array(
      sqlite.prepare('select block from customerSearch_data where id = ?').pluck().get(id) as Buffer,
    );
  const structure = record(structureRecord);
  const read = readStructure(structure);
  // What is being merged, or was deleted, is more than segments.
  const isPlain = read?.levels.every(
    ({ merging, segments }) => merging === 0 && segments.every(({ tombstonePages }) => tombstonePages === 0),
  );
  if (!isPlain) return null;
  const pages = sqlite
    .prepare('select id, block from customerSearch_data where id >= ?')
    .raw()
    .all(pagesOfSegment) as [number, Buffer][];
  const terms = sqlite.prepare('select segid, pgno, term from customerSearch_idx').raw().all() as [
    number,
    number,
    Buffer,
  ][];
  const customers = sqlite.prepare('select id, origin, sz from customerSearch_docsize').raw().all() as [
    number,
    number,
    Buffer,
  ][];
  return {
    structure,
    totals: record(totalsRecord),
    pageIds: Float64Array.from(pages, ([id]) => id),
    pages: pack(pages.map(([, block]) => block)),
    firstTerms: Float64Array.from(terms.flatMap(([segment, page]) => [segment, page])),
    terms: pack(terms.map(([, , term]) => term)),
    customers: Float64Array.from(customers.flatMap(([id, origin]) => [id, origin])),
    sizes: pack(customers.map(([, , size]) => size)),
  };
}

/** The buffers of parts, for the transfer list of a message. */
export const buffersOf = (parts: FullTextParts): ArrayBuffer[] =>
  [
    parts.structure,
    parts.totals,
    parts.pageIds,
    parts.pages.bytes,
    parts.pages.ends,
    parts.firstTerms,
    parts.terms.bytes,
    parts.terms.ends,
    parts.customers,
    parts.sizes.bytes,
    parts.sizes.ends,
  ].map(({ buffer }) => buffer);

function pack(blobs: readonly Uint8Array[]): Blobs {
  const ends = new Uint32Array(blobs.length);
  let end = 0;
  for (const [index, { length }] of blobs.entries()) ends[index] = end += length;
  const bytes = new Uint8Array(end);
  for (const [index, blob] of blobs.entries()) bytes.set(blob, ends[index - 1] ?? 0);
  return { bytes, ends };
}

/**
 * Puts parts into the full-text table of an archive, within its transaction. They must be of customers who have no terms
 * there. Writing the same terms one customer after another takes ten times as long.
 *
 * @returns false, and nothing is written, where the table is kept in a form not known here
 */
export function putParts(sqlite: Database, parts: FullTextParts): boolean {
  // FTS5 writes out what it has collected when a savepoint begins.
  sqlite.exec('savepoint fullTextParts');
  try {
    const isPut = put(sqlite, parts);
    if (isPut) forgetStructure(sqlite);
    sqlite.exec('release fullTextParts');
    return isPut;
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback to fullTextParts; release fullTextParts');
    throw error;
  }
}

function put(sqlite: Database, parts: FullTextParts): boolean {
  const record = (id: number) =>
    prepared(sqlite, 'select block from customerSearch_data where id = ?').pluck().get(id) as Buffer;
  const structure = readStructure(record(structureRecord));
  const added = readStructure(parts.structure);
  const totals = readVarints(record(totalsRecord));
  const addedTotals = readVarints(parts.totals);
  if (!structure || !added || !totals || !addedTotals) return false;
  const own = segmentsOf(structure);
  const ids = newIds(own, segmentsOf(added));
  if (!ids) return false;
  const newestOrigin = Math.max(0, ...own.map(({ lastOrigin }) => lastOrigin));
  const segments = segmentsOf(added).map((segment): Segment => ({
    ...segment,
    id: ids.get(segment.id) ?? 0,
    firstOrigin: segment.firstOrigin + newestOrigin,
    lastOrigin: segment.lastOrigin + newestOrigin,
  }));
  const levels = withSegments(structure, segments);
  const sums = Array.from(
    { length: Math.max(totals.length, addedTotals.length) },
    (_, index) => (totals[index] ?? 0) + (addedTotals[index] ?? 0),
  );

  // SQLite guards the tables of FTS5 against everybody else.
  sqlite.unsafeMode(true);
  try {
    const { pages, pageIds, terms, firstTerms, customers, sizes } = parts;
    putRows(sqlite, { name: 'customerSearch_data', columns: ['id', 'block'] }, pages, (index, block) => {
      const id = pageIds[index] ?? 0;
      const segment = ids.get(Math.floor(id / pagesOfSegment)) ?? 0;
      return [segment * pagesOfSegment + (id % pagesOfSegment), block];
    });
    const index = { name: 'customerSearch_idx', columns: ['segid', 'term', 'pgno'] };
    putRows(sqlite, index, terms, (at, term) => [
      ids.get(firstTerms[at * 2] ?? 0) ?? 0,
      term,
      firstTerms[at * 2 + 1] ?? 0,
    ]);
    const sizesTable = { name: 'customerSearch_docsize', columns: ['id', 'sz', 'origin'] };
    putRows(sqlite, sizesTable, sizes, (at, size) => [
      customers[at * 2] ?? 0,
      size,
      (customers[at * 2 + 1] ?? 0) + newestOrigin,
    ]);
    const update = sqlite.prepare('update customerSearch_data set block = ? where id = ?');
    update.run(writeStructure({ ...structure, levels }), structureRecord);
    update.run(writeVarints(sums), totalsRecord);
  } finally {
    sqlite.unsafeMode(false);
  }
  return true;
}

/** Inserts a row for every blob, some hundreds at a time: all of them would be as many objects at once. */
function putRows(
  sqlite: Database,
  table: RowTable,
  { bytes, ends }: Blobs,
  rowOf: (index: number, blob: Uint8Array) => SqlValue[],
): void {
  for (let start = 0; start < ends.length; start += rowsAtOnce) {
    const rows: SqlValue[][] = [];
    for (let index = start; index < Math.min(start + rowsAtOnce, ends.length); index++) {
      rows.push(rowOf(index, bytes.subarray(ends[index - 1] ?? 0, ends[index])));
    }
    insertRows(sqlite, table, rows);
  }
}

/**
 * The levels with newer segments added: behind all others, since FTS5 takes those of higher levels, and those before in the same, for
 * older. They go into the second level. In the first one, where edits come, they would soon be merged at once, and
 * one edit would take half a second; above it FTS5 merges bit by bit.
 */
function withSegments(structure: Structure, added: readonly Segment[]): Structure['levels'] {
  const { levels } = structure;
  const [first = empty, second = empty, ...higher] = levels;
  // What is being merged must stay beside what it is merged into.
  if (levels.some(({ merging }) => merging > 0) || levels.length > mostLevels)
    return [{ ...first, segments: [...first.segments, ...added] }, ...levels.slice(1)];
  if (first.segments.length === 0 && second.segments.length + added.length <= mostOfLevel)
    return [empty, levelOf([...second.segments, ...added]), ...higher];
  const older = segmentsOf(structure);
  const olderLevels =
    older.length <= mostOfLevel ? [levelOf(older)] : levels.filter(({ segments }) => segments.length > 0);
  return [empty, levelOf(added), ...olderLevels];
}

const levelOf = (segments: readonly Segment[]) => ({ merging: 0, segments: [...segments] });
const empty = levelOf([]);

/** Ids that are free, for the segments to be added; null when there are none left. */
function newIds(own: readonly Segment[], added: readonly Segment[]): Map<number, number> | null {
  const taken = new Set(own.map(({ id }) => id));
  const ids = new Map<number, number>();
  let next = 1;
  for (const { id } of added) {
    while (taken.has(next)) next++;
    ids.set(id, next++);
  }
  return next <= mostSegments ? ids : null;
}

/**
 * Has FTS5 read its structure anew. It keeps it in memory, unless another connection writes or what it has written itself is
 * rolled back.
 */
function forgetStructure(sqlite: Database): void {
  sqlite.exec('savepoint fullTextAnew');
  prepared(sqlite, "insert into customerSearch (rowid, terms) values (0, '')").run();
  sqlite.exec('rollback to fullTextAnew; release fullTextAnew');
}
