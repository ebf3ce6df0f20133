import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FailureError } from '../../src-shared/failures.ts';
import { syncFile, syncFolder } from './database/replace.ts';

/** Names of files that are not finished yet. */
export const partialPattern = /^\.kedang-[0-9a-f]{8}\.partial$/u;

/** A new name in the folder of `target` for a file that is not finished yet. Short, since `target` may be long. */
export const partialPath = (target: string): string =>
  join(dirname(target), `.kedang-${randomBytes(4).toString('hex')}.partial`);

/** Forces a finished file to the disk and gives it its name, in place of a file of that name if there is one. */
export const putInPlace = (partial: string, target: string): void => {
  syncFile(partial);
  renameSync(partial, target);
  syncFolder(dirname(target));
};

/**
 * Lets `work` write a file under a temporary name and gives it its own name once it is complete. Whatever
 * throws leaves neither, and a file that had the name before stays as it was.
 */
export const writeBeside = async <T>(target: string, work: (partial: string) => Promise<T>): Promise<T> => {
  removeStalePartials(dirname(target));
  const partial = partialPath(target);
  try {
    const result = await work(partial);
    putInPlace(partial, target);
    return result;
  } finally {
    rmSync(partial, { force: true });
  }
};

/** Long enough for the longest work to touch its file again. */
const staleAfter = 60 * 60 * 1000;

/** Removes what a killed program left half written in a folder. */
export const removeStalePartials = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (!partialPattern.test(name)) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleAfter) rmSync(path, { force: true });
  }
};

/** What the system needs to go on working beside us. */
const reserve = 200 * 1024 * 1024;

/** What has to be free before a long write: twice the file and 200 MB. @param bytes size of the archive */
export const spaceFor = (bytes: number): number => 2 * bytes + reserve;

/**
 * Checks before long writes that there is room.
 *
 * @param bytes size of the archive
 * @throws FailureError `diskFull` with the bytes that would be needed
 */
export const requireFreeSpace = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  const neededBytes = spaceFor(bytes);
  if (bavail * bsize < neededBytes) throw new FailureError({ code: 'diskFull', path: folder, neededBytes });
};
