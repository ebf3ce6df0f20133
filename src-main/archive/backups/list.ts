import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Backup, BackupPlace } from '../../../src-shared/backups.ts';
import { slotOf } from '../keys/slots.ts';
import { backupFolderOf } from './folder.ts';
import { backupExtension, decodeHeader, headerBytes, type BackupHeader } from './format.ts';
import type { BackupMemory } from './memory.ts';

/** A backup in a folder, with its place in the order in which backups were made. */
export interface ListedBackup extends Backup {
  readonly number: number;
  readonly lastChange: BackupHeader['lastChange'];
  readonly archiveId: string | null;
}

/** A header and its file as the contract shows them. */
export const asBackup = (
  path: string,
  header: BackupHeader,
  sizeBytes: number,
  place: BackupPlace,
  memory: BackupMemory,
): ListedBackup => {
  const id = basename(path);
  const { archiveId, checks } = memory.now();
  const check = checks.find(
    (one) => one.place === place && one.id === id && one.sha256 === header.imageSha256,
  );
  // Every backup is checked before it gets its name; one that was cut short since is no longer that file.
  const whole = sizeBytes === headerBytes + header.imageBytes;
  return {
    id,
    place,
    path,
    sha256: header.imageSha256,
    foreign: header.archiveId !== undefined && archiveId !== null && header.archiveId !== archiveId,
    hasPassword: header.keys !== null && slotOf(header.keys, 'clear') === null,
    madeAt: header.madeAt,
    reason: header.reason,
    sizeBytes,
    verified: whole && (check?.good ?? true),
    checkedAt: check?.at ?? (place === 'own' ? header.madeAt : null),
    schema: header.schema,
    appVersion: header.appVersion,
    counts: header.counts,
    number: header.number,
    lastChange: header.lastChange,
    archiveId: header.archiveId ?? null,
  };
};

/** What a folder holds of ours. `damaged` are files that begin like a backup and whose header cannot be read. */
export interface FolderContents {
  /** Newest first. */
  readonly backups: readonly ListedBackup[];
  readonly damaged: readonly string[];
}

/**
 * What is in a folder by the headers of its files; a folder that is missing holds nothing. It never waits for a disk
 * in the middle of a request: the second place may be asleep, or behind a network.
 *
 * @throws what the file system says of the folder itself
 */
export const readFolder = async (
  folder: string,
  place: BackupPlace,
  memory: BackupMemory,
): Promise<FolderContents> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const backups: ListedBackup[] = [];
  const damaged: string[] = [];
  for (const name of names.filter((one) => one.endsWith(backupExtension))) {
    const path = join(folder, name);
    // A file that cannot be read, or is gone meanwhile, cannot be offered; the others still can.
    const found = await readHeaderOf(path).catch(() => null);
    if (found === null || found.header === 'foreign' || found.header === 'newer') continue;
    if (found.header === 'damaged') damaged.push(name);
    else backups.push(asBackup(path, found.header, found.sizeBytes, place, memory));
  }
  return { backups: backups.sort(newestFirst), damaged };
};

/** What is in the backup folder of an archive. */
export const ownContents = (archive: OwnFolder): Promise<FolderContents> =>
  readFolder(backupFolderOf(archive.folder), 'own', archive.backupMemory);

/** The backups in the backup folder of an archive, newest first. */
export const listBackups = async (archive: OwnFolder): Promise<readonly ListedBackup[]> =>
  (await ownContents(archive)).backups;

interface OwnFolder {
  readonly folder: string;
  readonly backupMemory: BackupMemory;
}

const newestFirst = (a: ListedBackup, b: ListedBackup): number =>
  b.number - a.number || b.madeAt.localeCompare(a.madeAt);

/** Without what the contract does not show. */
export const contractual = ({
  number: _number,
  lastChange: _lastChange,
  archiveId: _archiveId,
  ...backup
}: ListedBackup): Backup => backup;

interface ReadHeader {
  readonly header: ReturnType<typeof decodeHeader>;
  readonly sizeBytes: number;
}

// The state is asked for after every change; a file that was not written since has the header it had.
const known = new Map<string, ReadHeader & { readonly stamp: string }>();

const readHeaderOf = async (path: string): Promise<ReadHeader> => {
  const { size, mtimeMs, ino } = await stat(path);
  const stamp = `${size} ${mtimeMs} ${ino}`;
  const before = known.get(path);
  if (before?.stamp === stamp) return before;
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(headerBytes);
    const { bytesRead } = await file.read(bytes, 0, headerBytes, 0);
    const read = { header: decodeHeader(bytes.subarray(0, bytesRead)), sizeBytes: size, stamp };
    known.set(path, read);
    return read;
  } finally {
    await file.close();
  }
};

/** Forgets the headers read so far of a file, before it is read again in full. */
export const forgetHeader = (path: string): void => void known.delete(path);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
