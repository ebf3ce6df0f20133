import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { BackupState, Backup, DamagedBackup } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { BeforeBulk } from '../customers/bulk.ts';
import { announce } from '../events.ts';
import type { ArchiveHolder } from '../holder.ts';
import { throwIfCancelled, type Report } from '../long-work.ts';
import { createQueue } from '../queue.ts';
import { createAutomaticBackups, type AutomaticBackups } from './automatic.ts';
import { backedUp } from './create.ts';
import { backupFolderOf } from './folder.ts';
import { contractual, ownContents, type ListedBackup } from './list.ts';
import type { PlaceName } from './memory.ts';
import { createMender } from './mending.ts';
import { removeOpenBackups } from './open-backups.ts';
import { damagedIn, isReadingDue, readAgain, type SeenPlace } from './re-reading.ts';
import { createSecondPlace } from './second-place.ts';

/** Keeps the archive backed up without anybody asking: makes, copies, re-reads and reports. */
export interface BackupKeeper extends Pick<AutomaticBackups, 'ensure' | 'make'> {
  state(): Promise<BackupState>;
  /** The backups in both places, newest first. */
  list(): Promise<Backup[]>;
  choosePlace(folder: string): Promise<void>;
  forgetPlace(): Promise<void>;
  /** Tries the second place now instead of in a while; resolves when it is up to date or in trouble. */
  copyNow(): Promise<void>;
  /** Begins to bring the second place up to date. */
  copyInBackground(): void;
  /** Puts the reminder of a missing copy off for a day, or that of a missing second place for ever. */
  putOff(reminder: 'copyDue' | 'noPlace'): Promise<void>;
  /** A backup before very many customers are changed at once. One that fails is reported and stops nothing: undo takes the change back. */
  readonly beforeBulk: BeforeBulk;
  /** Deletes a file that was found broken. @throws FailureError `notFound backup` for any other */
  removeDamaged(file: { place: DamagedBackup['place']; id: string }): Promise<void>;
  /** See {@link removeOpenBackups}. */
  removeOpen(shas: readonly string[], report: Report, signal: AbortSignal): Promise<{ removed: number }>;
  /** Does what is due; a timer calls it twice a minute. */
  tick(): Promise<void>;
  /** Waits for what is under way and runs work during which nothing is backed up or copied unasked. */
  standStill<T>(work: () => Promise<T>): Promise<T>;
  /** Gives up what is under way and waits for its end; with `backup`, after a last backup and its copy. */
  close(options: { readonly backup: boolean }): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;
const tickEvery = 30_000;

/** How long it is said that a broken backup was mended, in ms. */
const showMendedFor = 30 * day;

/** A second place in trouble is tried again after this, in ms. */
const tryPlaceAgain = 5 * 60_000;

/** From so many customers on, a change of them all is worth the seconds of a backup. */
const manyCustomers = 1_000;

/** How long leaving waits for the copy to the second place, in ms; the rest is copied at the next start. */
const lastCopyLimit = 20_000;

/** @param options.now ms of a clock that never jumps; default that of the process */
export const createBackupKeeper = (
  holder: ArchiveHolder,
  options: { readonly now?: () => number } = {},
): BackupKeeper => {
  const { surroundings } = holder;
  const { events, clock, backupMemory: memory, folder, log } = surroundings;
  const now = options.now ?? (() => performance.now());
  // Where the archive cannot be opened, its state names the backups that could take its place.
  const changed = () =>
    announce(events, holder.state().state === 'problem' ? ['backups', 'archive'] : ['backups']);
  const automatic = createAutomaticBackups(holder, { now, changed });
  const second = createSecondPlace(surroundings, changed);
  const folderOf = (place: PlaceName): string =>
    place === 'own' ? backupFolderOf(folder) : (memory.now().secondPlace?.path ?? '');
  const mender = createMender(surroundings, folderOf);
  const work = createQueue();
  const ending = new AbortController();
  let placeDueAt = 0;
  let ticking: Promise<void> | null = null;
  let still = 0;

  const copy = (): Promise<void> =>
    work.run(async () => {
      // First: what is missing there because it is broken would be copied under another name.
      await second.look();
      if (await mender.mend(await places(), ending.signal)) {
        await second.look();
        changed();
      }
      await second.bringUpToDate(ending.signal);
      const trouble = second.state()?.state === 'trouble';
      placeDueAt = now() + (trouble ? tryPlaceAgain : 0);
    });
  const copyInBackground = (): void => void copy().catch((error: unknown) => log.incident(error));

  const places = async (): Promise<SeenPlace[]> => [
    { place: 'own', ...(await ownContents(surroundings)) },
    { place: 'second', ...second.contents() },
  ];
  const damaged = (seen: readonly SeenPlace[]): DamagedBackup[] =>
    seen.flatMap((one) => damagedIn(one, (id) => join(folderOf(one.place), id)));

  /** Half an hour is too long where all are rotten, or where somebody plugged a stick in to have one on it. */
  const isWaitedFor = async (): Promise<boolean> =>
    memory.now().secondPlace !== null || damaged(await places()).some(({ place }) => place === 'own');

  const makeIfDue = async (): Promise<void> => {
    const held = holder.state();
    if (held.state !== 'open') return;
    const { lastGood } = await backedUp(held.session);
    if (lastGood === null && (await isWaitedFor())) automatic.hasten();
    await automatic.tick(ending.signal);
  };

  const reminder = (lastGood: ListedBackup | null): BackupState['reminder'] => {
    const { secondPlace, lastCopy, remindAfter, noPlaceWanted } = memory.now();
    const at = clock().getTime();
    if (secondPlace === null) return !noPlaceWanted && at - begunAt() >= 7 * day ? 'noPlace' : 'none';
    if (second.holds(lastGood)) return 'none';
    const due = Date.parse(lastCopy?.at ?? secondPlace.chosenAt) + 7 * day;
    return at >= due && at >= Date.parse(remindAfter ?? '1970-01-01') ? 'copyDue' : 'none';
  };
  /** When the first change of the archive was made. */
  const begunAt = (): number => {
    const first: unknown = holder
      .session()
      .sqlite.prepare('select at from changes order by id limit 1')
      .pluck()
      .get();
    return typeof first === 'string' ? Date.parse(first) : clock().getTime();
  };

  const doWhatIsDue = async (): Promise<void> => {
    try {
      await makeIfDue();
      if (now() >= placeDueAt) await copy();
      if (!isReadingDue(surroundings)) return;
      const found = await work.run(async () => readAgain(surroundings, await places(), ending.signal));
      if (!found) return;
      // What was found about the second place shows once it is looked at anew.
      await copy();
      changed();
      await makeIfDue();
    } catch (error) {
      log.incident(error);
    }
  };

  const timer = setInterval(() => void keeper.tick(), tickEvery);
  timer.unref();

  const keeper: BackupKeeper = {
    async ensure(reason, given) {
      const backup = await automatic.ensure(reason, given);
      copyInBackground();
      return backup;
    },
    async make(given) {
      const backup = await automatic.make(given);
      copyInBackground();
      return backup;
    },
    async beforeBulk(count, report, signal) {
      if (count < manyCustomers) return;
      await keeper.ensure('beforeBulk', { report, signal }).catch(() => throwIfCancelled(signal));
    },
    async state() {
      const session = holder.session();
      const { lastGood, changedSince } = await backedUp(session);
      return {
        folder: backupFolderOf(folder),
        lastGood: lastGood && contractual(lastGood),
        changedSince,
        running: automatic.running(),
        failed: memory.now().failed,
        second: second.state(),
        damaged: damaged(await places()),
        mended: memory.now().mended.filter(({ at }) => clock().getTime() - Date.parse(at) < showMendedFor),
        reminder: reminder(lastGood),
      };
    },
    async list() {
      return (await places())
        .flatMap(({ backups }) => backups)
        .sort((a, b) => b.number - a.number || b.madeAt.localeCompare(a.madeAt))
        .map(contractual);
    },
    async choosePlace(chosen) {
      await second.choose(chosen);
      copyInBackground();
    },
    forgetPlace: () => second.forget(),
    copyNow: copy,
    copyInBackground,
    async putOff(what) {
      await memory.update(
        what === 'noPlace'
          ? { noPlaceWanted: true }
          : { remindAfter: new Date(clock().getTime() + day).toISOString() },
      );
      changed();
    },
    async removeDamaged({ place, id }) {
      const known = damaged(await places()).find((one) => one.place === place && one.id === id);
      if (!known) throw new FailureError({ code: 'notFound', what: 'backup' });
      await rm(known.path, { force: true });
      if (place === 'second') await copy();
      changed();
    },
    async removeOpen(shas, report, signal) {
      const list = async () => (await places()).flatMap(({ backups }) => backups);
      const result = await removeOpenBackups({ holder, automatic, work, list }, shas, report, signal);
      copyInBackground();
      changed();
      return result;
    },
    async tick() {
      if (still > 0 || ticking !== null) return;
      ticking = doWhatIsDue().finally(() => {
        ticking = null;
      });
      await ticking;
    },
    async standStill(standing) {
      still += 1;
      try {
        await ticking;
        return await work.run(standing);
      } finally {
        still -= 1;
      }
    },
    async close({ backup }) {
      clearInterval(timer);
      const held = holder.state();
      if (backup && held.state === 'open' && held.session.writable) {
        // One that fails must not keep the program from ending; it is remembered, and the next start says so.
        await automatic.ensure('quit').catch(() => {});
        const limit = setTimeout(() => ending.abort(), lastCopyLimit);
        await copy().catch((error: unknown) => log.incident(error));
        clearTimeout(limit);
      }
      ending.abort();
      await work.idle();
    },
  };
  return keeper;
};
