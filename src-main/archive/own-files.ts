import { basename, dirname, resolve } from 'node:path';
import { FailureError } from '../../src-shared/failures.ts';
import { partialPattern } from './atomic-file.ts';
import { backupFolderName } from './backups/folder.ts';
import { backupMemoryFile } from './backups/memory.ts';
import { lockFileName } from './database/lock.ts';
import { archiveFileName } from './database/file-name.ts';
import { inspectionPrefix, keptPrefix, replacementFileNames, salvageFolderName } from './database/replace.ts';
import { keyFileNames, triesFileName } from './keys/file-names.ts';
import { logFileName, olderLogFileNames } from './log.ts';
import { arrivalFolderName, leftBehindFileName, movedFileName, retiredPrefix } from './moving/file-names.ts';

/**
 * What something in an archive folder is to the archive. Everything that the program writes there has its place here:
 * whoever makes a new file names it in one of these lists.
 *
 *   database   the archive itself
 *   belongs    goes where the archive goes: keys, tries, what is remembered of backups, the backups, the log, earlier archives
 *   passing    lives for a moment, or beside the database while it is open: of no use anywhere else
 *   place      says something of the folder, not of the archive: its lock, and where an archive moved to
 */
export type Belonging = 'database' | 'belongs' | 'passing' | 'place';

/** What SQLite makes beside a database. */
export const besideDatabase = ['-wal', '-shm', '-journal'] as const;

const belonging: ReadonlySet<string> = new Set([
  ...keyFileNames,
  triesFileName,
  backupMemoryFile,
  backupFolderName,
  logFileName,
  ...olderLogFileNames,
]);

const passing: ReadonlySet<string> = new Set([
  ...[archiveFileName, ...replacementFileNames].flatMap((name) => besideDatabase.map((end) => name + end)),
  ...replacementFileNames,
  ...besideDatabase.map((end) => lockFileName + end),
  `${backupMemoryFile}.part`,
  salvageFolderName,
  arrivalFolderName,
]);

const ofThePlace: ReadonlySet<string> = new Set([lockFileName, movedFileName, leftBehindFileName]);

/** What a name in an archive folder is to the archive; null for what is somebody else's. */
export const belongingOf = (name: string): Belonging | null => {
  if (name === archiveFileName) return 'database';
  if (belonging.has(name)) return 'belongs';
  // An archive that was kept may have its log with it, which holds part of it.
  if (name.startsWith(keptPrefix) && /\.db(?:-wal)?$/u.test(name)) return 'belongs';
  if (name.startsWith(retiredPrefix) && name.endsWith('.db')) return 'belongs';
  if (passing.has(name) || name.startsWith(inspectionPrefix) || partialPattern.test(name)) return 'passing';
  return ofThePlace.has(name) ? 'place' : null;
};

/**
 * Refuses to write an export or a backup over the archive's own files, which a save dialog would allow.
 *
 * @throws FailureError `archiveAlreadyThere`
 */
export const refuseArchiveFiles = (folder: string, target: string): void => {
  const isHere = resolve(dirname(target)) === resolve(folder);
  if (isHere && belongingOf(basename(target).toLowerCase()) !== null)
    throw new FailureError({ code: 'archiveAlreadyThere', folder });
};
