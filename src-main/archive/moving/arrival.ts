import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { archiveFileName } from '../database/file-name.ts';
import { rename, syncFolder } from '../database/replace.ts';
import { arrivalFolder, leftBehind, movedFrom, removeLeftBehind } from './notes.ts';

/**
 * Gives what arrived its place in the folder, the database last: until then there is no archive here. Killed anywhere, it is
 * done again from where it stopped.
 */
export const settle = (folder: string): void => {
  const arrival = arrivalFolder(folder);
  const names = readdirSync(arrival).filter((name) => name !== archiveFileName);
  for (const name of names) {
    // Nothing was here when it arrived; what is here now came from there before a kill.
    if (!existsSync(join(folder, name))) rename(join(arrival, name), join(folder, name));
  }
  syncFolder(folder);
  rename(join(arrival, archiveFileName), join(folder, archiveFileName));
  syncFolder(folder);
  rmSync(arrival, { recursive: true, force: true });
};

/**
 * Finishes what a kill interrupted in the folder that an archive moves to: it moved when the folder of before says so,
 * and did not when its archive is still there. To be called with the folder's lock held, before anything is opened.
 *
 * @throws FailureError `archiveFolderMissing` when the folder of before, which knows, cannot be reached
 */
export const recoverArrival = (folder: string): 'nothing' | 'finished' | 'takenBack' => {
  const arrival = arrivalFolder(folder);
  if (!existsSync(arrival)) return 'nothing';
  if (existsSync(join(folder, archiveFileName)) && !existsSync(join(arrival, archiveFileName))) {
    // Its database has settled: nothing that is not here is left in there.
    rmSync(arrival, { recursive: true, force: true });
    return 'finished';
  }
  // The note settles before the database.
  const from = (leftBehind(arrival).at(-1) ?? leftBehind(folder).at(-1))?.from;
  if (from === undefined) {
    // Written before the note, so before anything was decided.
    rmSync(arrival, { recursive: true, force: true });
    return 'takenBack';
  }
  if (!isFolder(from)) throw new FailureError({ code: 'archiveFolderMissing', folder: from });
  const moved = movedFrom(from);
  if (moved === null || resolve(moved.to) !== resolve(folder)) {
    // What settled before a disk failed is a copy, as all of it is.
    rmSync(arrival, { recursive: true, force: true });
    removeLeftBehind(folder);
    return 'takenBack';
  }
  settle(folder);
  return 'finished';
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
