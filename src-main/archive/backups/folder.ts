import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupReason, BackupSource } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { stamp } from '../database/replace.ts';
import type { FileGrants } from '../files.ts';
import { backupExtension, decodeHeader, headerBytes, type BackupHeader } from './format.ts';
import { readBytes } from './read-header.ts';

/** Where the backups of an archive lie unless the user chose a place. */
export const backupFolderOf = (archiveFolder: string): string => join(archiveFolder, '备份');

/** A backup in a folder, with its place in the order in which backups were made. */
export interface ListedBackup extends Backup {
  readonly number: number;
  readonly lastChange: BackupHeader['lastChange'];
}

const reasonWords: Record<BackupReason, string> = {
  manual: '手动',
  quit: '退出',
  beforeImport: '导入前',
  beforeRestore: '恢复前',
  beforeMigration: '升级前',
  scheduled: '定时',
};

/** A path in the folder that is not taken: `客档备份-2026-11-22-143005-手动.kedang`, local time. */
export const newBackupPath = (folder: string, time: Date, reason: BackupReason): string => {
  const base = `客档备份-${stamp(time)}-${reasonWords[reason]}`;
  let path = join(folder, `${base}${backupExtension}`);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${base}-${count}${backupExtension}`);
  return path;
};

/** A header and its file as the contract shows them. */
export const asBackup = (path: string, header: BackupHeader, sizeBytes: number): ListedBackup => ({
  id: basename(path),
  path,
  madeAt: header.madeAt,
  reason: header.reason,
  sizeBytes,
  // Every backup is checked before it gets its name; one that was cut short since is no longer that file.
  verified: sizeBytes === headerBytes + header.imageBytes,
  schema: header.schema,
  appVersion: header.appVersion,
  counts: header.counts,
  number: header.number,
  lastChange: header.lastChange,
});

/**
 * The backups of a folder, newest first, by their headers; a folder that is missing holds none. Files that are
 * not ours, and those whose header is damaged, are left out.
 */
export const listBackups = (folder: string): ListedBackup[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(backupExtension))
    .flatMap((name) => readListed(join(folder, name)) ?? [])
    .sort((a, b) => b.number - a.number || b.madeAt.localeCompare(a.madeAt));
};

const readListed = (path: string): ListedBackup | null => {
  try {
    const header = decodeHeader(readBytes(path, headerBytes));
    return typeof header === 'string' ? null : asBackup(path, header, statSync(path).size);
  } catch {
    // A file that cannot be read, or is gone meanwhile, cannot be offered; the others still can.
    return null;
  }
};

/**
 * The file that a backup's id or a chosen file's token means.
 *
 * @throws FailureError `notFound backup`, or `notFound file` for an unknown token
 */
export const backupPath = (archiveFolder: string, source: BackupSource, files: FileGrants): string => {
  if ('token' in source) return files.readPath(source.token);
  const path = join(backupFolderOf(archiveFolder), source.id);
  const isPlainName = source.id === basename(source.id) && source.id.endsWith(backupExtension);
  if (!isPlainName || !existsSync(path)) throw new FailureError({ code: 'notFound', what: 'backup' });
  return path;
};
