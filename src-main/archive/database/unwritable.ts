import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import type { DataKey } from '../keys/data-key.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

/**
 * Whether the archive's folder and file can be written to, by trying: on Windows the access bits of a folder say
 * nothing. Only before the archive is opened (see {@link ./identify.ts}).
 */
export const isWritable = (path: string): boolean => {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    // Whatever the reason is, writing would meet it too, and says it then.
    return false;
  }
};

export interface UnwritableArchive {
  readonly sqlite: Database;
  close(): void;
}

/**
 * Opens for reading an archive in a place where nothing can be written. A database in WAL mode cannot be read
 * without the files that SQLite makes beside it, so it is read from a private copy, log included, which is gone
 * after closing; an older one is migrated in the copy. Nobody writes to the original: whoever could would hold the folder's lock and find it writable.
 *
 * @throws FailureError `busy` when the file keeps changing all the same
 */
export const openUnwritable = (path: string, key: DataKey | null): UnwritableArchive => {
  const folder = mkdtempSync(join(tmpdir(), 'kedang-read-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    copyUnchanging(path, copy);
    migrateCopy(copy, key);
    const sqlite = openDatabase(copy, { readonly: true, mustExist: true, key });
    return {
      sqlite,
      close() {
        sqlite.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};

const copyUnchanging = (path: string, copy: string): void => {
  for (let tries = 0; tries < 3; tries += 1) {
    const before = trace(path);
    for (const suffix of ['', '-wal']) {
      rmSync(`${copy}${suffix}`, { force: true });
      if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
    }
    if (trace(path) === before) return;
  }
  throw new FailureError({ code: 'busy', what: 'archive' });
};

const trace = (path: string): string =>
  ['', '-wal']
    .map((suffix) => statSync(`${path}${suffix}`, { throwIfNoEntry: false }))
    .map((status) => `${status?.size ?? 0}:${status?.mtimeMs ?? 0}`)
    .join(' ');

const migrateCopy = (copy: string, key: DataKey | null): void => {
  const sqlite = openDatabase(copy, { mustExist: true, key });
  try {
    migrate(sqlite);
  } finally {
    sqlite.close();
  }
};
