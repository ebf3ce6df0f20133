import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Failure } from '../../../src-shared/failures.ts';
import { isDamage, isUnreachable } from '../explain.ts';
import { currentSchema } from './migrate.ts';
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
  | { readonly kind: 'ours'; readonly schema: number }
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
 * @param ours the newest schema this program reads
 */
export const identifyFile = (path: string, ours: number = currentSchema): FileIdentity => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return { kind: 'missing' };
  if (!status.isFile()) return { kind: 'foreign' };
  if (status.size === 0) return { kind: 'empty' };
  const byHeader = readHeader(path);
  if (byHeader === 'foreign' || byHeader === 'damaged') return { kind: byHeader };
  const read = readSchema(path);
  // Where SQLite may not make its `-shm` file nobody writes either, and the header is what is known.
  const schema = read === 'unreadable' ? byHeader : read;
  if (schema === 'damaged') return { kind: 'damaged' };
  return schema > ours ? { kind: 'newer', schema } : { kind: 'ours', schema };
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

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** The schema by the header, whose fields stand in https://www.sqlite.org/fileformat.html#the_database_header */
const readHeader = (path: string): number | 'foreign' | 'damaged' => {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const read = readSync(file, header, 0, header.length, 0);
    const begun = Math.min(read, magic.length);
    if (!header.subarray(0, begun).equals(magic.subarray(0, begun))) return 'foreign';
    if (read < header.length) return 'damaged';
    if (header.readUInt32BE(68) !== applicationId) return 'foreign';
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    if (pageSize < 512) return 'damaged';
    const wholePages = size % pageSize === 0 && size >= header.readUInt32BE(28) * pageSize;
    // A kill in the middle of a checkpoint leaves a short file with everything still in its write-ahead log.
    if (!wholePages && !hasLog(path)) return 'damaged';
    return header.readUInt32BE(60);
  } finally {
    closeSync(file);
  }
};

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** The schema as SQLite sees it, the write-ahead log included. */
const readSchema = (path: string): number | 'damaged' | 'unreadable' => {
  let database: Database | undefined;
  try {
    database = openDatabase(path, { readonly: true, mustExist: true, cacheMiB: 1 });
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
