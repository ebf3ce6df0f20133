import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { archiveFileName } from './file-name.ts';

/**
 * The one module that puts another file in the place of the live archive.
 *
 * Names in the archive folder, and what the presence of each means:
 *   kedang-incoming.db  being made or checked; worth nothing yet
 *   kedang-next.db      complete, checked and on the disk: it is to become the archive
 *   kedang-previous.db  what was the archive before, until the new one has proved itself
 *   kedang-failed.db    a new one that did not prove itself
 * Every step is one rename, so that a kill between any two leaves a state {@link recoverReplacement} knows.
 */
const names = {
  incoming: 'kedang-incoming.db',
  next: 'kedang-next.db',
  previous: 'kedang-previous.db',
  failed: 'kedang-failed.db',
} as const;

const live = (folder: string) => join(folder, archiveFileName);
const at = (folder: string, name: keyof typeof names) => join(folder, names[name]);

/** Where the file that is to replace the archive is made and checked. */
export const incomingPath = (folder: string): string => at(folder, 'incoming');

/** Names of what a replacement makes for a while, without what SQLite makes beside them. */
export const replacementFileNames: readonly string[] = Object.values(names);

export const salvageFolderName = 'kedang-salvage';

/** Where a damaged archive is copied to while what can be read in it is salvaged. */
export const salvageFolder = (folder: string): string => join(folder, salvageFolderName);

/** What the names of archives that were replaced and kept begin with. */
export const keptPrefix = '原档案-';

/**
 * Puts the checked file at {@link incomingPath} in the archive's place; what was there waits for
 * {@link keepPrevious} afterwards. Also how a new archive comes into an empty folder.
 *
 * Every connection to both files must be closed. When a step fails, the steps before it are taken back.
 */
export const replaceArchive = (folder: string, time: Date): void => {
  try {
    for (const step of replacementSteps(folder, time)) step();
  } catch (error) {
    try {
      takeBack(folder);
    } catch {
      // What stopped the step stops this as well; the next opening recovers, and the first error tells the reason.
    }
    throw error;
  }
};

/** The steps of a replacement, in order; whoever stops after any of them leaves a state that can be recovered. */
export const replacementSteps = (folder: string, time: Date): readonly (() => void)[] => [
  () => void keepPrevious(folder, time),
  () => requireWhole(at(folder, 'incoming')),
  () => syncFile(at(folder, 'incoming')),
  // From here on the replacement is decided: recovery goes forward.
  () => rename(at(folder, 'incoming'), at(folder, 'next')),
  () => syncFolder(folder),
  () => moveIfThere(live(folder), at(folder, 'previous')),
  () => moveIfThere(`${live(folder)}-wal`, `${at(folder, 'previous')}-wal`),
  () => rmSync(`${live(folder)}-shm`, { force: true }),
  () => syncFolder(folder),
  () => rename(at(folder, 'next'), live(folder)),
  () => syncFolder(folder),
];

/** How many steps come before recovery goes forward and has to repeat what follows. */
const decided = 5;

const requireWhole = (path: string): void => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) throw new Error('part of the new archive is still in its write-ahead log');
  removeLogs(path);
};

const takeBack = (folder: string): void => {
  const next = at(folder, 'next');
  const previous = at(folder, 'previous');
  // Renamed already: the archive is the new one, and only syncing the folder failed.
  if (!existsSync(next)) return;
  if (existsSync(previous) && !existsSync(live(folder))) rename(previous, live(folder));
  if (existsSync(live(folder))) moveIfThere(`${previous}-wal`, `${live(folder)}-wal`);
  rename(next, at(folder, 'incoming'));
};

/**
 * Brings the archive of before back, after a new one turned out wrong. Every connection must be closed.
 *
 * @param kept where {@link keepPrevious} put it; null when there was none
 */
export const revertReplacement = (folder: string, kept: string | null): void => {
  if (kept !== null) {
    moveIfThere(`${kept}-wal`, `${at(folder, 'previous')}-wal`);
    rename(kept, at(folder, 'previous'));
  }
  for (const step of reversionSteps(folder)) step();
};

/** The steps of {@link revertReplacement}, in order. */
export const reversionSteps = (folder: string): readonly (() => void)[] => [
  () => moveIfThere(live(folder), at(folder, 'failed')),
  () => removeLogs(live(folder)),
  () => moveIfThere(at(folder, 'previous'), live(folder)),
  () => moveIfThere(`${at(folder, 'previous')}-wal`, `${live(folder)}-wal`),
  () => removeWithLogs(at(folder, 'failed')),
  () => syncFolder(folder),
];

/** Deletes what {@link keepPrevious} kept; only once a verified backup of it exists. */
export const discardKept = (kept: string): void => removeWithLogs(kept);

/** Whether a file has the name of one that {@link keepPrevious} kept. */
export const isKeptName = (name: string): boolean => name.startsWith(keptPrefix) && name.endsWith('.db');

/**
 * Keeps what the archive was before under a name with the time, and answers the path; null when there was none.
 * A damaged archive stays on the disk this way: what can be read in it can still be salvaged.
 */
export const keepPrevious = (folder: string, time: Date): string | null => {
  const previous = at(folder, 'previous');
  if (!existsSync(previous)) return null;
  const kept = freeName(folder, `${keptPrefix}${stamp(time)}`);
  // The log first, see removeWithLogs.
  moveIfThere(`${previous}-wal`, `${kept}-wal`);
  rename(previous, kept);
  syncFolder(folder);
  return kept;
};

/**
 * Finishes or takes back what a kill interrupted. To be called with the folder's lock held and before anything
 * opens the archive. It deletes only files that were never the archive; what was is kept by name.
 */
export const recoverReplacement = (folder: string, time: Date): 'nothing' | 'finished' | 'takenBack' => {
  if (!existsSync(folder)) return 'nothing';
  removeUnfinished(folder);
  if (existsSync(at(folder, 'next'))) {
    for (const step of replacementSteps(folder, time).slice(decided)) step();
    keepPrevious(folder, time);
    return 'finished';
  }
  const previous = at(folder, 'previous');
  if (existsSync(previous) && existsSync(live(folder))) {
    keepPrevious(folder, time);
    return 'finished';
  }
  if (existsSync(previous)) {
    for (const step of reversionSteps(folder).slice(1)) step();
    return 'takenBack';
  }
  if (existsSync(`${previous}-wal`)) {
    removeLogs(live(folder));
    moveIfThere(`${previous}-wal`, `${live(folder)}-wal`);
    return 'takenBack';
  }
  return 'nothing';
};

/** Name parts of files that inspecting a backup makes for a moment. */
export const inspectionPrefix = 'kedang-inspect-';

const removeUnfinished = (folder: string): void => {
  removeWithLogs(at(folder, 'incoming'));
  removeWithLogs(at(folder, 'failed'));
  rmSync(salvageFolder(folder), { recursive: true, force: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(inspectionPrefix)) rmSync(join(folder, name), { force: true });
  }
};

/**
 * Virus scanners on Windows hold a file for a moment after it was closed, which makes renaming it fail; a few
 * tries within half a second get past them.
 */
export const rename = (from: string, to: string, tries = 5): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    if (process.platform !== 'win32' || tries === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    rename(from, to, tries - 1);
  }
};

const moveIfThere = (from: string, to: string): void => {
  if (existsSync(from)) rename(from, to);
};

const removeLogs = (path: string): void => {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
};

// The logs go first: a log without its database would look like one that a reversion has yet to move.
const removeWithLogs = (path: string): void => {
  removeLogs(path);
  rmSync(path, { force: true });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-22-143005`, local time: for names that people read. */
export const stamp = (time: Date): string => {
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day}-${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
};

/** A path for a database in the folder that nothing has yet: `base.db`, `base-2.db` … */
export const freeName = (folder: string, base: string): string => {
  let path = join(folder, `${base}.db`);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${base}-${count}.db`);
  return path;
};

/** Forces a file's content to the disk. */
export const syncFile = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Forces the names in a folder to the disk. Windows has no such call and writes them through its own journal. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
