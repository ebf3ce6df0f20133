import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { partialPath, putInPlace } from '../atomic-file.ts';
import { archiveFileName } from '../database/file-name.ts';
import { arrivalFolderName, leftBehindFileName, movedFileName } from './file-names.ts';

const movedSchema = z.object({
  /** Absolute path of the folder where the archive is now. */
  to: z.string(),
  /** ISO instant. */
  at: z.string(),
});

/** In the folder of before: where the archive went. It counts only while no archive lies beside it. */
export type MovedNote = z.infer<typeof movedSchema>;

const leftPlaceSchema = z.object({
  /** Absolute path of a folder that the archive came from. */
  from: z.string(),
  /** ISO instant. */
  at: z.string(),
  /** What lies there still, relative to that folder, with `/`. */
  files: z.array(z.string()),
  bytes: z.number().int().min(0),
});
export type LeftPlace = z.infer<typeof leftPlaceSchema>;

const leftBehindSchema = z.array(leftPlaceSchema);

/**
 * In the new folder, from before it is the archive's until the user has decided: what the archive left where it was. Where it
 * came from last stands last.
 */
export type LeftBehindNote = z.infer<typeof leftBehindSchema>;

const readNote = <T>(path: string, schema: z.ZodType<T>): T | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Missing, or not what we wrote.
    return null;
  }
};

const writeNote = (path: string, note: MovedNote | LeftBehindNote): void => {
  const partial = partialPath(path);
  try {
    writeFileSync(partial, JSON.stringify(note, null, 2), { flag: 'wx' });
    putInPlace(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
};

/** Where the archive of a folder is now; null when it is here, or was never anywhere else. */
export const movedFrom = (folder: string): MovedNote | null =>
  existsSync(join(folder, archiveFileName)) ? null : readNote(join(folder, movedFileName), movedSchema);

export const writeMoved = (folder: string, note: MovedNote): void =>
  writeNote(join(folder, movedFileName), note);

export const removeMoved = (folder: string): void => rmSync(join(folder, movedFileName), { force: true });

/** What the archive of this folder left behind; empty when nothing, or once the user has decided. */
export const leftBehind = (folder: string): LeftBehindNote =>
  readNote(join(folder, leftBehindFileName), leftBehindSchema) ?? [];

export const writeLeftBehind = (folder: string, note: LeftBehindNote): void =>
  writeNote(join(folder, leftBehindFileName), note);

export const removeLeftBehind = (folder: string): void =>
  rmSync(join(folder, leftBehindFileName), { force: true });

export const arrivalFolder = (folder: string): string => join(folder, arrivalFolderName);

/** Archives that were moved several times leave one note behind another. */
const longestWay = 20;

/** Follows an archive that was moved: the folder where it is now, which need not be reachable; the folder itself otherwise. */
export const homeOf = (folder: string): string => {
  let home = folder;
  // Moved to and fro, an archive can leave notes in a circle only if its database is in none of the folders.
  for (let steps = 0; steps < longestWay; steps += 1) {
    const moved = movedFrom(home);
    if (moved === null) return home;
    home = moved.to;
  }
  return home;
};
