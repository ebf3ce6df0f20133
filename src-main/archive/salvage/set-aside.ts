import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import type { SetAside } from '../../../src-shared/moving.ts';
import { runJob } from '../backups/lanes.ts';
import { stamp, syncFolder } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { keyFileNames } from '../keys/file-names.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';

/** What a file system needs beside the files themselves. */
const room = 1024 * 1024;

/**
 * Copies an archive that cannot be opened, as it is, into a new folder inside the chosen one: the database with what lies
 * beside it, and the keys without which nobody can read it. Each file is read back and compared. Whatever goes wrong, and
 * cancelling, leaves no such folder; the archive is only read.
 *
 * @throws FailureError `fileMissing`, `folderMissing`, `diskFull`, `noPermission`, `ioError`, `cancelled` …
 */
export const setAside = async (
  holder: ArchiveHolder,
  chosen: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<SetAside> => {
  const { folder, clock, log } = holder.surroundings;
  const { path } = holder;
  // What is open is in a backup sooner than in a copy; and reading it here would drop its locks.
  if (holder.state().state !== 'problem') throw new FailureError({ code: 'busy', what: 'archive' });
  if (!existsSync(path)) throw new FailureError({ code: 'fileMissing', path });
  if (!existsSync(chosen)) throw new FailureError({ code: 'folderMissing', path: chosen });
  const sources = [
    path,
    ...['-wal', '-shm'].map((end) => path + end),
    ...keyFileNames.map((name) => join(folder, name)),
  ].filter((source) => existsSync(source));
  const target = freeFolder(chosen, `客档损坏的档案-${stamp(clock())}`);
  let made = false;
  try {
    requireRoom(chosen, sources);
    mkdirSync(target);
    made = true;
    const files = sources.map((from) => ({ from, to: join(target, basename(from)) }));
    const { bytes } = await runJob({ kind: 'carry', files }, report, signal);
    throwIfCancelled(signal);
    syncFolder(target);
    syncFolder(chosen);
    log.note('damaged archive set aside', { files: files.length });
    return { folder: target, files: sources.map((source) => basename(source)), bytes };
  } catch (error) {
    if (made) removeQuietly(target);
    throw new FailureError(explain(error, { path: target, log }), { cause: error });
  }
};

const requireRoom = (chosen: string, sources: readonly string[]): void => {
  const { bavail, bsize } = statfsSync(chosen);
  const neededBytes = room + sources.reduce((sum, source) => sum + statSync(source).size, 0);
  if (bavail * bsize < neededBytes) throw new FailureError({ code: 'diskFull', path: chosen, neededBytes });
};

const freeFolder = (parent: string, base: string): string => {
  let path = join(parent, base);
  for (let count = 2; existsSync(path); count += 1) path = join(parent, `${base}-${count}`);
  return path;
};

/** The disk may be gone; what matters is why. */
const removeQuietly = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
};
