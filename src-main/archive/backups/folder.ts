import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupReason, BackupSource } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { stamp } from '../database/replace.ts';
import type { FileGrants } from '../files.ts';
import { backupExtension } from './format.ts';
import type { BackupMemory } from './memory.ts';

/** The folder beside the archive that its backups lie in. */
export const backupFolderName = '备份';

/** Where the backups of an archive lie unless the user chose a place. */
export const backupFolderOf = (archiveFolder: string): string => join(archiveFolder, backupFolderName);

const reasonWords: Record<BackupReason, string> = {
  manual: '手动',
  quit: '退出',
  beforeImport: '导入前',
  beforeBulk: '批量修改前',
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

/**
 * The file that a backup's id or a chosen file's token means.
 *
 * @throws FailureError `notFound backup`, or `notFound file` for an unknown token
 */
export const backupPath = (
  { folder, backupMemory, files }: { folder: string; backupMemory: BackupMemory; files: FileGrants },
  source: BackupSource,
): string => {
  if ('token' in source) return files.readPath(source.token);
  const place = source.place === 'second' ? backupMemory.now().secondPlace?.path : backupFolderOf(folder);
  if (place === undefined) throw new FailureError({ code: 'notFound', what: 'backup' });
  const path = join(place, source.id);
  const isPlainName = source.id === basename(source.id) && source.id.endsWith(backupExtension);
  if (!isPlainName || !existsSync(path)) throw new FailureError({ code: 'notFound', what: 'backup' });
  return path;
};
