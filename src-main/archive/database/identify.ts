import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Failure } from '../../../src-shared/failures.ts';
import { isDamage, isUnreachable } from '../explain.ts';
import { currentSchema } from './migrate.ts';
import type { DataKey } from '../keys/data-key.ts';
import { markBytes, markOfFile, readMark } from './mark.ts';
import { applicationId, openDatabase } from './open.ts';

/** What a file is, as far as opening it as an archive goes. */
export type FileIdentity =
  | { readonly kind: 'missing' }
  /** Zero bytes: SQLite would take it for a new database. */
  | { readonly kind: 'empty' }
  /** Another program's file, a folder, or not a database at all. */
  | { readonly kind: 'foreign' }
  /** Ours by its header, and cut short or unreadable. */
  | { readonly kind: 'damaged' }
  /** `encrypted` is false for an archive of before there was encryption. */
  | { readonly kind: 'ours'; readonly schema: number; readonly encrypted: boolean }
  /** Encrypted under a key that is not there, or not yet. */
  | { readonly kind: 'locked'; readonly keyId: string }
  /** Written by a later version of the program. */
  | { readonly kind: 'newer'; readonly schema: number };

/**
 * Says what a file is without changing or creating anything: its header bytes first, then a read-only
 * connection. Whole damage is found here (cut short, header overwritten), not a flipped bit in some page: that
 * takes a full check, which every backup does.
 *
 * Only for files that this process has not open: on POSIX systems closing a descriptor drops the locks that
 * SQLite has on the same file.
 *
 * @param keyFor finds the key of an encrypted file by its id; null when it is not known
 * @param ours the newest schema this program reads
 */
export const identifyFile = (
  path: string,
  keyFor: (id: string) => DataKey | null = () => null,
  ours: number = currentSchema,
): FileIdentity => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return { kind: 'missing' };
  if (!status.isFile()) return { kind: 'foreign' };
  if (status.size === 0) return { kind: 'empty' };
  const mark = markOfFile(path);
  // Before looking for damage: what can be saved of a damaged file, its key has to open too.
  const key = mark.kind === 'encrypted' ? keyFor(mark.keyId) : null;
  if (mark.kind === 'encrypted' && key === null) return { kind: 'locked', keyId: mark.keyId };
  const byHeader = readHeader(path);
  if (byHeader === 'foreign' || byHeader === 'damaged') return { kind: byHeader };
  const read = readSchema(path, key);
  // Where SQLite may not make its `-shm` file nobody writes either, and the header is what is known.
  const schema = read === 'unreadable' ? byHeader : read;
  if (schema === 'damaged') return { kind: 'damaged' };
  return schema > ours ? { kind: 'newer', schema } : { kind: 'ours', schema, encrypted: key !== null };
};

/** The failure to show for a file that cannot be opened as an archive; null when it can, or is missing. */
export const identityFailure = (
  identity: FileIdentity,
  path: string,
  ours: number = currentSchema,
): Failure | null => {
  if (identity.kind === 'empty') return { code: 'archiveEmptyFile', path };
  if (identity.kind === 'foreign') return { code: 'archiveForeignFile', path };
  if (identity.kind === 'damaged') return { code: 'archiveDamaged', path };
  if (identity.kind === 'newer') return { code: 'archiveNewer', path, schema: identity.schema, ours };
  return null;
};

/**
 * The schema by the header, whose fields stand in https://www.sqlite.org/fileformat.html#the_database_header; of an encrypted
 * file only bytes 16 to 23, with the size of a page, are in clear.
 */
const readHeader = (path: string): number | 'foreign' | 'damaged' => {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const read = readSync(file, header, 0, header.length, 0);
    const mark = readMark(header.subarray(0, Math.min(read, markBytes)));
    if (mark.kind === 'foreign' || mark.kind === 'damaged') return mark.kind;
    if (read < header.length) return 'damaged';
    const plain = mark.kind === 'plain';
    if (plain && header.readUInt32BE(68) !== applicationId) return 'foreign';
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    if (pageSize < 512) return 'damaged';
    const pages = plain ? header.readUInt32BE(28) : 1;
    const wholePages = size % pageSize === 0 && size >= pages * pageSize;
    // A kill in the middle of a checkpoint leaves a short file with everything still in its write-ahead log.
    if (!wholePages && !hasLog(path)) return 'damaged';
    return plain ? header.readUInt32BE(60) : currentSchema;
  } finally {
    closeSync(file);
  }
};

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** The schema as SQLite sees it, the write-ahead log included. */
const readSchema = (path: string, key: DataKey | null): number | 'damaged' | 'unreadable' => {
  let database: Database | undefined;
  try {
    database = openDatabase(path, { readonly: true, mustExist: true, cacheMiB: 1, key });
    const tables = database.prepare("select count(*) from sqlite_master where type = 'table'").pluck().get();
    const schema = Number(database.pragma('user_version', { simple: true }));
    const id = database.pragma('application_id', { simple: true });
    return tables === 0 || schema === 0 || id !== applicationId ? 'damaged' : schema;
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    if (isUnreachable(error)) return 'unreadable';
    throw error;
  } finally {
    database?.close();
  }
};
