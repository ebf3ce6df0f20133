import type { DamagedBackup } from '../../../src-shared/backups.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { Surroundings } from '../session.ts';
import { runJob } from './lanes.ts';
import { forgetHeader, type FolderContents, type ListedBackup } from './list.ts';
import type { PlaceName } from './memory.ts';

const day = 24 * 60 * 60 * 1000;

/** One of the places with what was seen in it. */
export interface SeenPlace extends FolderContents {
  readonly place: PlaceName;
}

/** Whether a day has gone by since the last backup was read again. A clock that stood ahead then makes it due. */
export const isReadingDue = ({ backupMemory, clock }: Surroundings): boolean => {
  const { lastCheckAt } = backupMemory.now();
  const since = lastCheckAt === null ? Infinity : clock().getTime() - Date.parse(lastCheckAt);
  return !(since >= 0 && since < day);
};

/**
 * Reads the backup again that was not read for the longest time, in each place one. What is found is remembered: a rotten one
 * is offered as good no more.
 *
 * @returns whether anything is known now that was not before
 */
export const readAgain = async (
  surroundings: Surroundings,
  places: readonly SeenPlace[],
  signal: AbortSignal,
): Promise<boolean> => {
  const { backupMemory: memory, clock } = surroundings;
  await memory.update({ lastCheckAt: clock().toISOString() });
  let found = false;
  for (const { place, backups } of places) {
    const backup = leastRecentlyRead(backups);
    if (backup === null) continue;
    const good = await isGood(backup, signal);
    if (good === null) continue;
    forgetHeader(backup.path);
    const there = new Set(backups.map(({ id }) => id));
    const { checks } = memory.now();
    await memory.update({
      checks: [
        ...checks.filter((one) => one.place !== place || (one.id !== backup.id && there.has(one.id))),
        { place, id: backup.id, sha256: backup.sha256, at: clock().toISOString(), good },
      ],
    });
    found = true;
  }
  return found;
};

const leastRecentlyRead = (backups: readonly ListedBackup[]): ListedBackup | null =>
  backups
    .filter(({ verified }) => verified)
    .toSorted((a, b) => (a.checkedAt ?? '').localeCompare(b.checkedAt ?? '') || a.number - b.number)[0] ??
  null;

/** Null when it cannot be told: the file or its disk is gone, or the work was given up. */
const isGood = async ({ path, sha256 }: ListedBackup, signal: AbortSignal): Promise<boolean | null> => {
  try {
    return (await runJob({ kind: 'verify', path }, () => {}, signal)).sha256 === sha256;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code.startsWith('backup') ? false : null;
    // A disk that cannot give the bytes back has lost them.
    return error instanceof Error && 'code' in error && error.code === 'EIO' ? false : null;
  }
};

/** The files in a place that were backups and are broken. */
export const damagedIn = (
  { place, backups, damaged }: SeenPlace,
  pathOf: (id: string) => string,
): DamagedBackup[] => [
  ...backups
    .filter(({ verified }) => !verified)
    .map(({ id, path, madeAt, checkedAt }) => ({ place, id, path, madeAt, foundAt: checkedAt })),
  ...damaged.map((id) => ({ place, id, path: pathOf(id), madeAt: null, foundAt: null })),
];
