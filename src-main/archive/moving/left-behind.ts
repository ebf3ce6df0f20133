import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, normalize, resolve } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { lockArchive } from '../database/lock.ts';
import { explain } from '../explain.ts';
import { belongingOf } from '../own-files.ts';
import type { Session } from '../session.ts';
import { leftBehind, movedFrom, removeLeftBehind, writeLeftBehind, type LeftPlace } from './notes.ts';

/**
 * Deletes what the archive left in the folders it came from: the files that were copied, and the database of before. What
 * others put there stays, and so does the note that leads here.
 *
 * A folder where an archive lives again is left alone. What fails is reported, and can be tried again.
 *
 * @throws FailureError `archiveFolderMissing` for a folder that cannot be reached, `archiveLocked`, `noPermission` …
 */
export const removeLeft = ({ folder, log }: Session): void => {
  for (let left = leftBehind(folder); left.length > 0; left = leftBehind(folder)) {
    const [place, ...others] = left;
    if (place === undefined) return;
    try {
      if (!existsSync(place.from))
        throw new FailureError({ code: 'archiveFolderMissing', folder: place.from });
      if (isLeftFor(place.from, folder)) removeFiles(place);
    } catch (error) {
      throw new FailureError(explain(error, { path: place.from, log }), { cause: error });
    }
    keepLeft({ folder }, others);
    log.note('files of before removed', { files: place.files.length });
  }
};

/** Leaves what is there where it is, and speaks of it no more. */
export const keepLeft = ({ folder }: Pick<Session, 'folder'>, rest: readonly LeftPlace[] = []): void => {
  if (rest.length === 0) removeLeftBehind(folder);
  else writeLeftBehind(folder, [...rest]);
};

const isLeftFor = (from: string, here: string): boolean => {
  if (resolve(from) === resolve(here)) return false;
  return movedFrom(from) !== null;
};

const removeFiles = ({ from, files }: LeftPlace): void => {
  const lock = lockArchive(from);
  try {
    for (const file of files.filter(isInside)) rmSync(join(from, file), { force: true });
    // Folders of ours, where nothing else lies in them.
    for (const file of files.filter(isInside).toReversed()) removeEmpty(from, file);
  } finally {
    lock.release();
  }
};

/** Whatever the note was made to say: nothing outside of the folder, and nothing that is not ours. */
const isInside = (file: string): boolean =>
  !isAbsolute(file) &&
  !normalize(file).split(/[\\/]/u).includes('..') &&
  belongingOf(file.split('/')[0] ?? '') === 'belongs';

const removeEmpty = (from: string, file: string): void => {
  const parts = file.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const path = join(from, ...parts);
    if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
  }
};
