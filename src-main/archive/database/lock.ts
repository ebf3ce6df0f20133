import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import { isBusy } from '../explain.ts';
import { nativeBindingOption } from './open.ts';

/** The lock's file inside the archive folder. It stays there: removing it would let two holders pass each other. */
export const lockFileName = 'kedang.lock';

/** Held by the one process that may write to an archive folder. */
export interface ArchiveLock {
  /** Gives the folder free. Calling it again does nothing. */
  release(): void;
}

// A connection that nobody refers to is closed by the garbage collector, and its lock with it.
const held = new Set<Database.Database>();

/**
 * Takes the archive folder for this process, or fails at once.
 *
 * The lock is an exclusive transaction on a tiny database of its own: SQLite locks files with what each
 * operating system has for it, and the system drops the lock when the process ends, however it ends.
 *
 * Nothing else may open the lock file: on POSIX systems closing any descriptor of a file drops the locks that
 * the process has on it.
 *
 * @throws FailureError `archiveLocked` when another process, or this one, holds it; `archiveFolderMissing`;
 * SQLite's own errors where the folder cannot be written to, for `explain()`.
 */
export const lockArchive = (folder: string): ArchiveLock => {
  if (!existsSync(folder)) throw new FailureError({ code: 'archiveFolderMissing', folder });
  const database = new Database(join(folder, lockFileName), { timeout: 0, ...nativeBindingOption() });
  try {
    // Nothing is ever written to it, so a journal would only be one more file in the folder.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new FailureError({ code: 'archiveLocked', folder }, { cause: error });
    throw error;
  }
  held.add(database);
  return {
    release() {
      held.delete(database);
      database.close();
    },
  };
};
