import { rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { partialPath } from '../atomic-file.ts';
import type { Report } from '../long-work.ts';
import type { DataKey } from '../keys/data-key.ts';
import type { BackupHeader } from './format.ts';
import { openLanes } from './lanes.ts';

export interface WriteBackup {
  /** The live archive's file. */
  readonly source: string;
  /** Its size, for progress. */
  readonly bytes: number;
  readonly target: string;
  readonly key: DataKey | null;
  /** What the backup is to be encrypted under instead, for somebody else. */
  readonly ownKey: DataKey | null;
  readonly header: Pick<BackupHeader, 'number' | 'madeAt' | 'reason' | 'appVersion' | 'keys'>;
  readonly report: Report;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes a backup: a copy of the archive, of which every table is checked while it is packed and read back. The
 * file has its name only after all of that; cancelled or failed, nothing is left of it.
 *
 * @throws FailureError `archiveDamaged` when it is the archive itself that does not pass the check
 */
export const writeBackup = async (
  backup: WriteBackup,
): Promise<{ readonly header: BackupHeader; readonly sizeBytes: number }> => {
  const { source, target, report, signal } = backup;
  const copied = partialPath(target);
  const image = backup.ownKey ? partialPath(target) : copied;
  const key = backup.ownKey ?? backup.key;
  const partial = partialPath(target);
  const lanes = openLanes(laneCount(), report, signal);
  const watch = watchImage(copied, backup.bytes, report);
  try {
    const { tables } = await lanes.run({ kind: 'copy', source, image: copied, key: backup.key });
    watch.stop();
    if (image !== copied) {
      const from = { path: copied, key: backup.key };
      await lanes.run({ kind: 'encrypt', from, to: { path: image, key } });
      rmSync(copied);
    }
    let done = 0;
    const counted = async <T>(part: Promise<T>): Promise<T> => {
      const result = await part;
      done += 1;
      report({ phase: 'checking', done, total: tables.length + 2 });
      return result;
    };
    const check = (table: string) => counted(lanes.run({ kind: 'check', source, image, key, table }));
    const longest = tables.slice(0, longestFirst).map(check);
    const [packed, contents] = await Promise.all([
      counted(lanes.run({ kind: 'pack', image, partial })),
      counted(lanes.run({ kind: 'count', source, image, key })),
      ...longest,
      ...tables.slice(longestFirst).map(check),
    ]);
    const header: BackupHeader = { ...backup.header, ...contents, ...packed };
    return { header, ...(await lanes.run({ kind: 'finish', partial, target, header })) };
  } finally {
    watch.stop();
    await lanes.close();
    for (const path of [copied, `${copied}-journal`, image, partial]) rmSync(path, { force: true });
  }
};

/** So many tables are checked before packing and counting begin, which take about as long as the next ones. */
const longestFirst = 2;

/** Two on small computers; where there are more cores, one is left to whoever works meanwhile. */
const laneCount = (): number => Math.max(2, Math.min(4, availableParallelism() - 1));

/** SQLite does not say how far its copying is; the size of what it writes does. */
const watchImage = (image: string, bytes: number, report: Report): { stop: () => void } => {
  report({ phase: 'backingUp', done: 0, total: bytes });
  const timer = setInterval(() => {
    const done = statSync(image, { throwIfNoEntry: false })?.size ?? 0;
    report({ phase: 'backingUp', done: Math.min(done, bytes), total: bytes });
  }, 100);
  return { stop: () => clearInterval(timer) };
};
