import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Surroundings } from '../session.ts';
import { headerBytes } from './format.ts';
import { runJob } from './lanes.ts';
import { forgetHeader, type ListedBackup } from './list.ts';
import type { PlaceName } from './memory.ts';
import type { SeenPlace } from './re-reading.ts';

/** A broken file, and the same backup where it is whole. */
interface Mendable {
  readonly place: PlaceName;
  readonly id: string;
  readonly folder: string;
  readonly path: string;
  readonly good: ListedBackup;
  /** Its header says what it was; else it is the same backup only if all behind the header is. */
  readonly isKnown: boolean;
}

const mostRemembered = 50;

/** Mends what is broken in one place and whole in the other. */
export interface Mender {
  /** @returns whether anything was mended */
  mend(seen: readonly SeenPlace[], signal: AbortSignal): Promise<boolean>;
}

/** @param folderOf where a place is */
export const createMender = (surroundings: Surroundings, folderOf: (place: PlaceName) => string): Mender => {
  /** What could not be mended is not tried again by this run of the program, unless it changes. */
  const beyond = new Set<string>();
  return {
    async mend(seen, signal) {
      let mended = false;
      for (const broken of mendableIn(seen, folderOf)) {
        // A stick that was pulled out meanwhile: nothing can be mended on it now, and the next look says that it is gone.
        const status = await stat(broken.path).catch(() => null);
        const known = `${broken.path} ${status?.mtimeMs} ${status?.size} ${broken.good.path}`;
        if (status === null || beyond.has(known)) continue;
        if (await replaceByGood(surroundings, broken, signal)) mended = true;
        else if (!signal.aborted) beyond.add(known);
      }
      return mended;
    },
  };
};

const mendableIn = (seen: readonly SeenPlace[], folderOf: (place: PlaceName) => string): Mendable[] =>
  seen.flatMap(({ place, backups, damaged }) => {
    const folder = folderOf(place);
    const others = seen
      .flatMap((one) => (one.place === place ? [] : one.backups))
      .filter((one) => one.verified);
    const found = (id: string, isKnown: boolean, good: ListedBackup | undefined): Mendable[] =>
      good ? [{ place, id, folder, path: join(folder, id), good, isKnown }] : [];
    return [
      ...backups
        .filter(({ verified }) => !verified)
        .flatMap(({ id, sha256 }) =>
          found(
            id,
            true,
            others.find((one) => one.sha256 === sha256),
          ),
        ),
      ...damaged.flatMap((id) =>
        found(
          id,
          false,
          others.find((one) => one.id === id && !one.foreign),
        ),
      ),
    ];
  });

/**
 * Puts the good copy of a backup in the place of the broken one: copied under another name, forced to the disk, read again, and
 * only then renamed over it. What was broken is not kept: the good copy is proved to be all that it was.
 *
 * @returns whether it was mended; false leaves it as it was
 */
const replaceByGood = async (
  { backupMemory: memory, clock, log }: Surroundings,
  { place, id, folder, path, good, isKnown }: Mendable,
  signal: AbortSignal,
): Promise<boolean> => {
  try {
    const image = { bytes: good.sizeBytes - headerBytes, sha256: good.sha256 };
    if (!isKnown) await runJob({ kind: 'verify', path, image }, () => {}, signal);
    await runJob({ kind: 'duplicate', source: good.path, folder, replacing: id }, () => {}, signal);
  } catch {
    // Not the same behind its header, no room, or the other one is broken too: it stays as it is, and is reported.
    if (!signal.aborted) log.note('broken backup not mended');
    return false;
  }
  forgetHeader(path);
  const at = clock().toISOString();
  const { checks, mended } = memory.now();
  await memory.update({
    checks: [
      ...checks.filter((one) => one.place !== place || one.id !== id),
      { place, id, sha256: good.sha256, at, good: true },
    ],
    mended: [{ place, id, at }, ...mended].slice(0, mostRemembered),
  });
  log.note('broken backup mended', { place: place === 'own' ? 0 : 1 });
  return true;
};
