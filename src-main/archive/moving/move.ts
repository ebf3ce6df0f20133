import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../../src-shared/failures.ts';
import { runJob } from '../backups/lanes.ts';
import type { BackupKeeper } from '../backups/keeper.ts';
import { lockArchive, lockFileName, type ArchiveLock } from '../database/lock.ts';
import { archiveFileName } from '../database/file-name.ts';
import { freeName, rename, stamp, syncFile, syncFolder } from '../database/replace.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { belongingOf } from '../own-files.ts';
import { recoverArrival, settle } from './arrival.ts';
import { belongings, type BelongingFile } from './belongings.ts';
import { leftBehindFileName, retiredPrefix } from './file-names.ts';
import {
  arrivalFolder,
  leftBehind,
  removeLeftBehind,
  removeMoved,
  writeLeftBehind,
  writeMoved,
} from './notes.ts';
import { previewMove } from './target.ts';

/**
 * The steps of a move, in order. Up to `noted` the archive is where it was, and what arrives is worth nothing; `retired` is the one
 * rename that decides; from then on the archive is in the new folder, and whoever opens it there finishes.
 */
export type MoveStep =
  'begun' | 'carried' | 'copied' | 'closed' | 'complete' | 'noted' | 'retired' | 'settled';

export interface MoveOptions {
  /** The folder that the user chose. */
  readonly chosen: string;
  readonly report: Report;
  readonly signal: AbortSignal | undefined;
  /** Told of each step once it is done. */
  readonly reached?: (step: MoveStep) => void;
}

/**
 * Moves the archive with everything that belongs to it into another folder, and answers which; the host opens it there.
 * Reading goes on until the last moment. What fails or is cancelled leaves the archive open where it was, and nothing there.
 *
 * The files of before stay, the database under a name that nothing opens, until the owner has decided:
 * docs/decisions/moving-the-archive.md.
 *
 * @throws FailureError `archiveAlreadyThere`, `moveTargetTaken`, `moveInside`, `archiveLocked`, `diskFull`, `noPermission`,
 * `archiveDamaged`, `cancelled` …
 */
export const moveArchive = async (
  holder: ArchiveHolder,
  keeper: BackupKeeper,
  options: MoveOptions,
): Promise<{ to: string }> => {
  const session = holder.session();
  if (!session.writable) throw new FailureError({ code: 'readOnly', path: holder.path });
  const { to, obstacle } = previewMove(session, options.chosen);
  if (obstacle !== null) throw new FailureError(obstacle);
  return keeper.standStill(async () => {
    const arrival = openArrival(session, to);
    try {
      await moveInto(arrival, holder, session, options);
      session.log.note('archive moved');
      return { to };
    } catch (error) {
      arrival.takeBack();
      if (holder.state().state !== 'open') await holder.open();
      throw new FailureError(explain(error, { path: to, log: session.log }), { cause: error });
    } finally {
      arrival.unlock();
    }
  });
};

interface Arrival {
  readonly to: string;
  /** The folder inside it where everything is made and checked. */
  readonly path: string;
  /** Leaves the new folder as it was found, as far as it can still be reached. */
  takeBack(): void;
  unlock(): void;
}

const settles = (name: string): boolean => belongingOf(name) === 'belongs' || name === leftBehindFileName;

const openArrival = ({ log }: Session, to: string): Arrival => {
  const isNew = !existsSync(to);
  let lock: ArchiveLock | undefined;
  try {
    if (isNew) mkdirSync(to);
    const hadLock = existsSync(join(to, lockFileName));
    lock = lockArchive(to);
    const held = lock;
    const path = arrivalFolder(to);
    // Of a move that was killed.
    if (recoverArrival(to) === 'finished')
      throw new FailureError({ code: 'archiveAlreadyThere', folder: to });
    removeLeftBehind(to);
    mkdirSync(path);
    return {
      to,
      path,
      takeBack() {
        try {
          rmSync(path, { recursive: true, force: true });
          // What had settled already is a copy: nothing of ours lay here before.
          for (const name of readdirSync(to).filter(settles)) rmSync(join(to, name), { recursive: true });
          held.release();
          // Nobody else can have been let in since the folder had a lock at all.
          if (!hadLock) rmSync(join(to, lockFileName), { force: true });
          if (isNew) rmdirSync(to);
        } catch {
          // The disk may be gone: why it failed is what the user is told, and the next move there removes the rest.
        }
      },
      unlock: () => held.release(),
    };
  } catch (error) {
    lock?.release();
    throw new FailureError(explain(error, { path: to, log }), { cause: error });
  }
};

const moveInto = async (
  arrival: Arrival,
  holder: ArchiveHolder,
  session: Session,
  { report, signal, reached = () => {} }: MoveOptions,
): Promise<void> => {
  const { folder, clock, backupMemory } = session;
  const { to, path: arriving } = arrival;
  reached('begun');
  const carried = await carry(belongings(folder), folder, arriving, report, signal);
  reached('carried');
  await copyDatabase(session, join(arriving, archiveFileName), report, signal, () => reached('copied'));
  report({ phase: 'moving', done: 0, total: null });
  await backupMemory.update({});
  await holder.closeSession();
  reached('closed');
  requireClosed(holder.path);
  const all = await carryChanges(carried, folder, arriving);
  const retired = freeName(folder, `${retiredPrefix}${stamp(clock())}`);
  const at = clock().toISOString();
  const bytes = all.reduce((sum, file) => sum + file.bytes, statSync(holder.path).size);
  const files = [...all.map(({ name }) => name), basename(retired)];
  writeLeftBehind(arriving, [...leftBehind(folder), { from: folder, at, files, bytes }]);
  syncTree(arriving);
  // An archive that comes back leads nobody away any more.
  removeMoved(to);
  syncFolder(to);
  reached('complete');
  writeMoved(folder, { to, at });
  reached('noted');
  // This decides: without its name the old file is no archive, and the note says where the archive is.
  rename(holder.path, retired);
  try {
    syncFolder(folder);
    reached('retired');
    settle(to);
  } catch (error) {
    if (!existsSync(join(to, archiveFileName))) {
      rename(retired, holder.path);
      removeMoved(folder);
      throw error;
    }
    // It is the archive already, and only forcing its name to the disk failed.
    session.log.incident(error);
  }
  removeLeftBehind(folder);
  reached('settled');
  await holder.open();
};

/** Copies files into a folder, each checked, in the same folders inside it. */
const carry = async (
  files: readonly BelongingFile[],
  from: string,
  into: string,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<BelongingFile[]> => {
  for (const { name } of files) mkdirSync(dirname(join(into, name)), { recursive: true });
  const pairs = files.map(({ name }) => ({ from: join(from, name), to: join(into, name) }));
  await runJob({ kind: 'carry', files: pairs }, report, signal);
  return [...files];
};

/**
 * Row by row, under the same key, each row compared and the copy checked in full. Nobody writes meanwhile, and what waits
 * to be written then is refused instead of lost: whoever copied has to open the archive anew.
 */
const copyDatabase = async (
  { path, key, queue }: Session,
  to: string,
  report: Report,
  signal: AbortSignal | undefined,
  copied: () => void,
): Promise<void> =>
  queue.run(async () => {
    const told: Report = (progress) => report({ ...progress, phase: 'copying' });
    await runJob({ kind: 'encrypt', from: { path, key }, to: { path: to, key } }, told, signal);
    syncFile(to);
    copied();
    throwIfCancelled(signal);
    queue.stop(new FailureError({ code: 'busy', what: 'archive' }));
  });

/** Closing wrote everything into the database; a log with something in it means that somebody else has it open. */
const requireClosed = (path: string): void => {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new FailureError({ code: 'busy', what: 'archive' });
};

/** What was written beside the archive while everything else was copied, and what is gone: a backup, the log. */
const carryChanges = async (
  carried: readonly BelongingFile[],
  from: string,
  into: string,
): Promise<BelongingFile[]> => {
  const now = belongings(from);
  const same = (a: BelongingFile) => (b: BelongingFile) =>
    a.name === b.name && a.bytes === b.bytes && a.modified === b.modified;
  for (const file of carried.filter((one) => !now.some(same(one)))) rmSync(join(into, file.name));
  const others = now.filter((one) => !carried.some(same(one)));
  if (others.length > 0) await carry(others, from, into, () => {}, undefined);
  return now;
};

/** Forces the names in a folder and in those inside it to the disk. */
const syncTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncTree(join(folder, entry.name));
  syncFolder(folder);
};
