import { existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { partialPath, putInPlace, removeStalePartials } from '../atomic-file.ts';
import { syncFile } from '../database/replace.ts';
import { copyAndHash } from './copy.ts';
import { backupExtension, headerBytes } from './format.ts';
import type { DuplicateJob, JobControl, JobResults, VerifyJob } from './jobs.ts';
import { readHeader } from './read-header.ts';

/**
 * Reads every bit of a backup: its header by the header's own hash, the rest by the hash in the header.
 *
 * @throws FailureError `fileMissing`, `backupForeign`, `backupDamaged` or `backupNewer`
 */
export const verifyBackup = ({ path, image }: VerifyJob, control: JobControl): JobResults['verify'] => {
  const { imageBytes, imageSha256 } = image
    ? { imageBytes: image.bytes, imageSha256: image.sha256 }
    : readHeader(path);
  const { bytes, sha256 } = copyAndHash({
    from: { path, position: headerBytes },
    phase: 'checking',
    control,
  });
  if (bytes !== imageBytes || sha256 !== imageSha256) throw new FailureError({ code: 'backupDamaged', path });
  return { sha256 };
};

/** What a file system needs beside the file itself. */
const room = 1024 * 1024;

/**
 * Copies a backup under a temporary name, forces it to the disk, reads the copy again in full, and only then gives it
 * its name. Whatever throws leaves nothing under that name.
 *
 * @throws FailureError `diskFull`, `backupDamaged` about the source, `ioError` about the copy
 */
export const duplicateBackup = (
  { source, folder, replacing }: DuplicateJob,
  control: JobControl,
): JobResults['duplicate'] => {
  removeStalePartials(folder);
  const { size } = statSync(source);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < size + room)
    throw new FailureError({ code: 'diskFull', path: folder, neededBytes: size + room });
  const partial = partialPath(join(folder, basename(source)));
  try {
    copyAndHash({
      from: { path: source, position: 0 },
      to: { path: partial, position: 0 },
      phase: 'copying',
      control,
    });
    syncFile(partial);
    verifyCopy(source, partial, control);
    const target = replacing === undefined ? freePath(folder, basename(source)) : join(folder, replacing);
    putInPlace(partial, target);
    return { id: basename(target) };
  } finally {
    removeQuietly(partial);
  }
};

/** The name it has, unless anything else has that name there. */
const freePath = (folder: string, name: string): string => {
  const base = name.endsWith(backupExtension) ? name.slice(0, -backupExtension.length) : name;
  let path = join(folder, name);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${base}-${count}${backupExtension}`);
  return path;
};

const verifyCopy = (source: string, partial: string, control: JobControl): void => {
  try {
    verifyBackup({ kind: 'verify', path: partial }, control);
  } catch (error) {
    if (!(error instanceof FailureError && error.failure.code.startsWith('backup'))) throw error;
    // Which of the two it is decides what the user has to do.
    verifyBackup({ kind: 'verify', path: source }, control);
    throw new FailureError({ code: 'ioError', path: partial }, { cause: error });
  }
};

/** The disk may be gone; what matters is why, not that cleaning up failed as well. Later runs remove what stayed. */
const removeQuietly = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
};
