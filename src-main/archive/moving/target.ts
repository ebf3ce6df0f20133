import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { MovePreview } from '../../../src-shared/moving.ts';
import type { Failure } from '../../../src-shared/failures.ts';
import { spaceFor } from '../atomic-file.ts';
import { backupExtension } from '../backups/format.ts';
import { archiveFileName } from '../database/file-name.ts';
import { placeOf } from '../database/place.ts';
import { explain } from '../explain.ts';
import { belongingOf } from '../own-files.ts';
import type { Session } from '../session.ts';
import { belongings } from './belongings.ts';
import { arrivalFolderName } from './file-names.ts';

/** In a folder that holds other things as well, the archive gets one of its own. */
const folderName = '客档档案';

/** Says what moving the archive to a chosen folder would come to, without changing anything. */
export const previewMove = ({ folder, log, path }: Session, chosen: string): MovePreview => {
  const files = belongings(folder);
  const database = statSync(path).size;
  const bytes = files.reduce((sum, file) => sum + file.bytes, database);
  const needed = spaceFor(database) + bytes - database;
  let to = resolve(chosen);
  let obstacle: Failure | null;
  try {
    to = folderFor(to);
    obstacle = obstacleTo(to, folder) ?? roomIn(to, needed);
  } catch (error) {
    obstacle = explain(error, { path: to, log });
  }
  return {
    from: folder,
    to,
    bytes,
    backups: files.filter(({ name }) => name.endsWith(backupExtension)).length,
    neededBytes: needed,
    freeBytes: freeIn(to),
    place: placeOf(to),
    obstacle,
  };
};

/** The chosen folder itself when nothing but what we leave in a place lies in it, or an archive does; else one inside it. */
const folderFor = (chosen: string): string => {
  const names = readdirSync(chosen);
  const ofOthers = names.filter((name) => belongingOf(name) === null);
  const holdsOurs = names.some((name) => ['database', 'belongs'].includes(belongingOf(name) ?? ''));
  return ofOthers.length === 0 || holdsOurs ? chosen : join(chosen, folderName);
};

/** What stands in the way; nothing is ever put over something. */
const obstacleTo = (to: string, from: string): Failure | null => {
  if (isWithin(to, from)) return { code: 'moveInside', folder: to };
  const names = existsSync(to) ? readdirSync(to) : [];
  if (names.includes(archiveFileName)) return { code: 'archiveAlreadyThere', folder: to };
  // What a move that was killed left is worth nothing, or is looked at before anything is put there.
  const [taken] = names.filter((name) => belongingOf(name) !== 'place' && name !== arrivalFolderName);
  return taken === undefined ? null : { code: 'moveTargetTaken', folder: to, name: taken };
};

const roomIn = (folder: string, needed: number): Failure | null => {
  const free = freeIn(folder);
  return free !== null && free < needed ? { code: 'diskFull', path: folder, neededBytes: needed } : null;
};

/** Free bytes where the folder is, or will be made; null where that cannot be told. */
const freeIn = (folder: string): number | null => {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : resolve(folder, '..'));
    return bavail * bsize;
  } catch {
    return null;
  }
};

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};
