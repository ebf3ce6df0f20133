import { mkdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Backup, BackupReason } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { removeStalePartials, requireFreeSpace } from '../atomic-file.ts';
import { currentSchema } from '../database/migrate.ts';
import { archiveFileName } from '../database/file-name.ts';
import { explain } from '../explain.ts';
import { copyOfKey, wipeKey, type DataKey } from '../keys/data-key.ts';
import { findEntry } from '../keys/find-entry.ts';
import type { KeyEntry } from '../keys/slots.ts';
import type { Report } from '../long-work.ts';
import { refuseArchiveFiles } from '../own-files.ts';
import { createQueue, type Queue } from '../queue.ts';
import type { Session } from '../session.ts';
import { lastChangeOf } from './contents.ts';
import { backupFolderOf, newBackupPath } from './folder.ts';
import { asBackup, contractual, listBackups, type ListedBackup } from './list.ts';
import { expiredBackups } from './retention.ts';
import { writeBackup } from './write.ts';

/** What a backup needs of an archive: where it is, and what stands in the header. */
export type BackupOf = Pick<
  Session,
  'folder' | 'path' | 'clock' | 'appVersion' | 'log' | 'backupMemory' | 'key'
>;

/** A backup for somebody else: it has a key of its own, and what opens that one. */
export interface OwnKey {
  readonly key: DataKey;
  readonly entry: KeyEntry;
}

export interface CreateBackupOptions {
  readonly reason: BackupReason;
  readonly report?: Report | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the user wants it; without it, a new file in the backup folder. */
  readonly targetPath?: string | undefined;
  readonly ownKey?: OwnKey | undefined;
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
  // Of its own: locking the archive, which wipes the session's key, does not wait for backups.
  const key = archive.key && copyOfKey(archive.key);
  return queue.run(async () => {
    const folder = options.targetPath ? dirname(options.targetPath) : backupFolderOf(archive.folder);
    try {
      return contractual(await create({ ...archive, key }, options, folder));
    } catch (error) {
      const failure = explain(error, { path: options.targetPath ?? folder, log: archive.log });
      throw new FailureError(failure, { cause: error });
    } finally {
      if (key) wipeKey(key);
    }
  });
};

const create = async (
  archive: BackupOf,
  { reason, report = () => {}, signal, targetPath, spare, ownKey }: CreateBackupOptions,
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
  const number =
    Math.max(
      archive.backupMemory.now().lastNumber,
      ...(await listBackups(archive)).map((one) => one.number),
    ) + 1;
  // Before it is made: a number that was given is never given again, whatever becomes of the file.
  await archive.backupMemory.update({ lastNumber: number });
  const { header, sizeBytes } = await writeBackup({
    source: archive.path,
    bytes,
    target,
    key: archive.key,
    ownKey: ownKey?.key ?? null,
    header: {
      number,
      madeAt: now.toISOString(),
      reason,
      appVersion: archive.appVersion,
      keys: ownKey?.entry ?? (archive.key && findEntry(archive.folder, archive.key.id, { writable: true })),
    },
    report,
    signal,
  });
  // What is backed up may be a file that was the archive before.
  if (archive.path === join(archive.folder, archiveFileName))
    await archive.backupMemory.update({ archiveId: header.archiveId ?? null });
  const made = asBackup(
    target,
    header,
    sizeBytes,
    folder === own ? 'own' : 'elsewhere',
    archive.backupMemory,
  );
  if (folder === own) await removeExpired(archive, made, spare ?? []);
  archive.log.note('backup made', { number, sizeBytes, customers: header.counts.customers });
  return made;
};

/** The database and what of it still lies in its write-ahead log. */
const archiveBytes = (path: string): number =>
  statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0);

const removeExpired = async (
  archive: BackupOf,
  made: ListedBackup,
  spare: readonly string[],
): Promise<void> => {
  for (const { path } of expiredOf(await listBackups(archive), made.archiveId, [...spare, made.id]))
    await rm(path, { force: true });
};

/** Those of one archive that the rotation lets go of; all others are none of its business. */
export const expiredOf = (
  backups: readonly ListedBackup[],
  archiveId: string | null,
  spare: readonly string[] = [],
): ListedBackup[] => {
  const ours = archiveId === null ? [] : backups.filter((backup) => backup.archiveId === archiveId);
  const rotated = ours.map((backup) => ({
    ...backup,
    manual: backup.reason === 'manual',
    good: backup.verified,
  }));
  return expiredBackups(rotated, { spare });
};

/** The newest good backup of the archive itself, and whether anything was written after it. */
export const backedUp = async (
  session: BackupOf & Pick<Session, 'sqlite'>,
): Promise<{ lastGood: ListedBackup | null; changedSince: boolean }> => {
  // Asked for first: while the list is read, the archive may be closed.
  const last = lastChangeOf(session.sqlite);
  const own = await listBackups(session);
  const lastGood = own.find(({ verified, foreign }) => verified && !foreign) ?? null;
  const changedSince =
    lastGood === null
      ? last !== null
      : lastGood.lastChange?.id !== last?.id || lastGood.lastChange?.at !== last?.at;
  return { lastGood, changedSince };
};

/**
 * The newest backup when nothing was changed after it, else a new one: for the moments that want a backup
 * without the user asking for it.
 */
export const ensureBackup = async (
  session: BackupOf & Pick<Session, 'sqlite'>,
  options: CreateBackupOptions,
): Promise<Backup> => {
  const { lastGood, changedSince } = await backedUp(session);
  return lastGood && !changedSince ? contractual(lastGood) : createBackup(session, options);
};

/** Backs an older archive up before it is migrated. `schema` is the one it has. */
export const backupBeforeMigration = async (archive: BackupOf, schema: number): Promise<void> => {
  if (schema < currentSchema) await createBackup(archive, { reason: 'beforeMigration' });
};
