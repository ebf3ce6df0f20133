import { rm } from 'node:fs/promises';
import type { SecondPlace } from '../../../src-shared/backups.ts';
import { FailureError, type Failure } from '../../../src-shared/failures.ts';
import { explain } from '../explain.ts';
import type { Surroundings } from '../session.ts';
import { expiredOf } from './create.ts';
import { runJob } from './lanes.ts';
import { listBackups, readFolder, type FolderContents, type ListedBackup } from './list.ts';
import { numberOn } from './memory.ts';
import { isPlace, onSameDisk, preparePlace } from './place.ts';

/** Keeps a second place up to date: every good backup is copied there, and what is there is rotated by itself. */
export interface SecondPlaceKeeper {
  state(): SecondPlace | null;
  /** What was in there when it was last seen; empty while it is not connected. */
  contents(): FolderContents;
  /** @throws FailureError when the folder cannot be one */
  choose(folder: string): Promise<void>;
  forget(): Promise<void>;
  /** Looks whether it is there, and copies what is missing, newest first. Never throws: trouble becomes the state. */
  bringUpToDate(signal: AbortSignal): Promise<void>;
  /** Reads anew what is in there, if it is there. */
  look(): Promise<void>;
  /** Whether the newest good backup of the backup folder is in there. */
  holds(newest: ListedBackup | null): boolean;
}

const nothing: FolderContents = { backups: [], damaged: [] };

/** @param changed is called whenever the state is another */
export const createSecondPlace = (surroundings: Surroundings, changed: () => void): SecondPlaceKeeper => {
  const { folder, clock, log, backupMemory: memory } = surroundings;
  let contents = nothing;
  let current: Omit<SecondPlace, 'path' | 'lastCopy'> = fresh;

  const path = () => memory.now().secondPlace?.path ?? null;
  const set = (next: Partial<typeof current>): void => {
    const before = JSON.stringify(current);
    current = { ...current, ...next };
    if (JSON.stringify(current) !== before) changed();
  };

  /** What is missing there: what the rotation would keep if both places were one, newest first. */
  const missingIn = (own: readonly ListedBackup[]): ListedBackup[] => {
    const { archiveId } = memory.now();
    const isOurs = (backup: ListedBackup) => backup.verified && backup.archiveId === archiveId;
    const there = new Set(contents.backups.filter(isOurs).map(({ sha256 }) => sha256));
    const ours = own.filter(isOurs);
    const lacking = ours.filter(({ sha256 }) => !there.has(sha256));
    const expired = new Set(expiredOf([...contents.backups, ...lacking], archiveId));
    return lacking.filter((backup) => !expired.has(backup));
  };

  const rotate = async (spare: readonly string[]): Promise<void> => {
    for (const backup of expiredOf(contents.backups, memory.now().archiveId, spare))
      await rm(backup.path, { force: true });
  };

  const copy = async (place: string, backup: ListedBackup, signal: AbortSignal): Promise<void> => {
    const { id } = await runJob({ kind: 'duplicate', source: backup.path, folder: place }, () => {}, signal);
    const at = clock().toISOString();
    const { checks, lastCopy } = memory.now();
    const newest = contents.backups.every(({ number }) => number < backup.number);
    await memory.update({
      lastCopy: newest || lastCopy === null ? { sha256: backup.sha256, madeAt: backup.madeAt, at } : lastCopy,
      checks: [
        ...checks.filter((one) => one.place !== 'second' || one.id !== id),
        { place: 'second', id, sha256: backup.sha256, at, good: true },
      ],
    });
    contents = await readFolder(place, 'second', memory);
  };

  const bringUpToDate = async (signal: AbortSignal): Promise<void> => {
    const place = path();
    if (place === null) return;
    if (!(await isPlace(place))) {
      contents = nothing;
      set({ state: 'notConnected', failure: null, missing: 0, copying: false });
      return;
    }
    try {
      contents = await readFolder(place, 'second', memory);
      const newest = contents.backups.find(({ foreign }) => !foreign);
      if (newest) await numberOn(memory, newest.number);
      let missing = missingIn(await listBackups(surroundings));
      set({ missing: missing.length, sameDisk: await onSameDisk(folder, place) });
      if (missing.length > 0) {
        set({ copying: true });
        await rotate([]);
      }
      for (let next = missing[0]; next !== undefined && !signal.aborted; next = missing[0]) {
        await copy(place, next, signal);
        // Another place was chosen meanwhile: what follows is about that one.
        if (path() !== place) return;
        await rotate([]);
        contents = await readFolder(place, 'second', memory);
        missing = missingIn(await listBackups(surroundings));
        set({ missing: missing.length });
      }
      await noteUpToDate(missing.length);
      set({ state: 'there', failure: null, copying: false });
    } catch (error) {
      const failure = await whyNot(error, place);
      if (failure.code !== 'cancelled') log.note('copy to the second place failed');
      set({ ...stateAfter(failure), copying: false });
    }
  };

  /** A place that lacks nothing is as good as one copied to now. */
  const noteUpToDate = async (missing: number): Promise<void> => {
    const [newest] = contents.backups.filter((one) => one.verified && !one.foreign);
    if (missing > 0 || !newest) return;
    const { lastCopy } = memory.now();
    if (lastCopy?.sha256 === newest.sha256) return;
    const at = clock().toISOString();
    await memory.update({ lastCopy: { sha256: newest.sha256, madeAt: newest.madeAt, at } });
  };

  /** A stick that is pulled out fails in a dozen ways; what matters is that it is not there any more. */
  const whyNot = async (error: unknown, place: string): Promise<Failure> => {
    const failure = explain(error, { path: place, log });
    if (failure.code === 'cancelled' || (await isPlace(place))) return failure;
    return { code: 'placeNotConnected', path: place };
  };

  return {
    state() {
      const place = memory.now().secondPlace;
      const { lastCopy } = memory.now();
      if (place === null) return null;
      return {
        ...current,
        path: place.path,
        lastCopy: lastCopy && { madeAt: lastCopy.madeAt, at: lastCopy.at },
      };
    },
    contents: () => contents,
    async choose(chosen) {
      try {
        const place = await preparePlace(chosen, folder);
        contents = nothing;
        current = fresh;
        await memory.update({
          secondPlace: { path: place, chosenAt: clock().toISOString() },
          lastCopy: null,
          remindAfter: null,
        });
        changed();
      } catch (error) {
        throw new FailureError(explain(error, { path: chosen, log }), { cause: error });
      }
    },
    async forget() {
      contents = nothing;
      current = fresh;
      await memory.update({ secondPlace: null, lastCopy: null, remindAfter: null });
      changed();
    },
    bringUpToDate,
    async look() {
      const place = path();
      if (place === null || !(await isPlace(place))) return;
      contents = await readFolder(place, 'second', memory).catch(() => nothing);
    },
    holds: (newest) => newest !== null && memory.now().lastCopy?.sha256 === newest.sha256,
  };
};

const fresh = {
  state: 'looking',
  failure: null,
  copying: false,
  missing: 0,
  sameDisk: false,
} as const satisfies Omit<SecondPlace, 'path' | 'lastCopy'>;

const stateAfter = (failure: Failure): Pick<SecondPlace, 'state' | 'failure'> => {
  if (failure.code === 'cancelled') return { state: 'there', failure: null };
  if (failure.code === 'placeNotConnected') return { state: 'notConnected', failure };
  return { state: 'trouble', failure };
};
