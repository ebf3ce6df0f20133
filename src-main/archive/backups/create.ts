import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Backup, BackupReason, BackupState } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { refuseArchiveFiles, removeStalePartials, requireFreeSpace } from '../atomic-file.ts';
import { currentSchema } from '../database/migrate.ts';
import { explain } from '../explain.ts';
import type { Report } from '../long-work.ts';
import { createQueue, type Queue } from '../queue.ts';
import type { Session } from '../session.ts';
import { lastChangeOf } from './contents.ts';
import { asBackup, backupFolderOf, listBackups, newBackupPath, type ListedBackup } from './folder.ts';
import { expiredBackups } from './retention.ts';
import { writeBackup } from './write.ts';

/** What a backup needs of an archive: where it is, and what stands in the header. */
export type BackupOf = Pick<Session, 'folder' | 'path' | 'clock' | 'appVersion' | 'log'>;

export interface CreateBackupOptions {
  readonly reason: BackupReason;
  readonly report?: Report | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the user wants it; without it, a new file in the backup folder. */
  readonly targetPath?: string | undefined;
  /** Ids of backups that making room must not remove. */
  readonly spare?: readonly string[];
}

const queues = new Map<string, Queue>();

/**
 * Makes a verified backup of what is committed now; changes go on meanwhile. Backups of one archive are made one
 * after the other. Cancelled or failed, nothing is left of it.
 *
 * @throws FailureError with the target's path in it; `archiveDamaged` when the archive itself fails the check
 */
export const createBackup = (archive: BackupOf, options: CreateBackupOptions): Promise<Backup> => {
  let queue = queues.get(archive.path);
  if (!queue) queues.set(archive.path, (queue = createQueue()));
  return queue.run(async () => {
    const folder = options.targetPath ? dirname(options.targetPath) : backupFolderOf(archive.folder);
    try {
      return contractual(await create(archive, options, folder));
    } catch (error) {
      const failure = explain(error, { path: options.targetPath ?? folder, log: archive.log });
      throw new FailureError(failure, { cause: error });
    }
  });
};

const create = async (
  archive: BackupOf,
  { reason, report = () => {}, signal, targetPath, spare }: CreateBackupOptions,
  folder: string,
): Promise<ListedBackup> => {
  const own = backupFolderOf(archive.folder);
  if (targetPath) refuseArchiveFiles(archive.folder, targetPath);
  else mkdirSync(folder, { recursive: true });
  removeStalePartials(folder);
  const bytes = archiveBytes(archive.path);
  requireFreeSpace(folder, bytes);
  const now = archive.clock();
  const target = targetPath ?? newBackupPath(folder, now, reason);
  const number = (listBackups(own)[0]?.number ?? 0) + 1;
  const { header, sizeBytes } = await writeBackup({
    source: archive.path,
    bytes,
    target,
    header: { number, madeAt: now.toISOString(), reason, appVersion: archive.appVersion },
    report,
    signal,
  });
  if (folder === own && reason !== 'manual') removeExpired(folder, [...(spare ?? []), basename(target)]);
  archive.log.note('backup made', { number, sizeBytes, customers: header.counts.customers });
  return asBackup(target, header, sizeBytes);
};

/** The database and what of it still lies in its write-ahead log. */
const archiveBytes = (path: string): number =>
  statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0);

const removeExpired = (folder: string, spare: readonly string[]): void => {
  for (const { path } of expiredBackups(listBackups(folder), { spare })) rmSync(path, { force: true });
};

/** Without what the contract does not show. */
export const contractual = ({ number: _number, lastChange: _lastChange, ...backup }: ListedBackup): Backup =>
  backup;

/** How well the archive is backed up, from the headers in its backup folder. */
export const backupState = (archive: Pick<Session, 'folder' | 'sqlite'>): BackupState => {
  const folder = backupFolderOf(archive.folder);
  const lastGood = listBackups(folder).find(({ verified }) => verified) ?? null;
  const last = lastChangeOf(archive.sqlite);
  const changedSince =
    lastGood === null
      ? last !== null
      : lastGood.lastChange?.id !== last?.id || lastGood.lastChange?.at !== last?.at;
  return { folder, lastGood: lastGood && contractual(lastGood), changedSince };
};

/**
 * The newest backup when nothing was changed after it, else a new one: for the moments that want a backup
 * without the user asking for it.
 */
export const ensureBackup = async (
  session: BackupOf & Pick<Session, 'sqlite'>,
  options: CreateBackupOptions,
): Promise<Backup> => {
  const { lastGood, changedSince } = backupState(session);
  return lastGood && !changedSince ? lastGood : createBackup(session, options);
};

/** Backs an older archive up before it is migrated. `schema` is the one it has. */
export const backupBeforeMigration = async (
  surroundings: Omit<BackupOf, 'path'>,
  path: string,
  schema: number,
): Promise<void> => {
  if (schema >= currentSchema) return;
  const { folder, clock, appVersion, log } = surroundings;
  await createBackup({ folder, clock, appVersion, log, path }, { reason: 'beforeMigration' });
};
