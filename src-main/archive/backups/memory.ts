import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupReasonSchema } from '../../../src-shared/backups.ts';
import { failureSchema } from '../../../src-shared/failures.ts';
import { createQueue } from '../queue.ts';

/** Which of two places a backup lies in: the backup folder, or the second place. */
const placeSchema = z.enum(['own', 'second']);

const instant = z.string().nullable().catch(null);

const memorySchema = z.object({
  /** Of the archive that was open last; tells its backups apart while it cannot be opened. */
  archiveId: z.string().nullable().catch(null),
  /** Highest number that a backup was given; a backup folder that was emptied must not begin again at 1. */
  lastNumber: z.number().int().min(0).catch(0),
  secondPlace: z.object({ path: z.string(), chosenAt: z.string() }).nullable().catch(null),
  /** The newest backup in the second place, and when the place was last seen to be up to date. */
  lastCopy: z.object({ sha256: z.string(), madeAt: z.string(), at: z.string() }).nullable().catch(null),
  /** Until when the reminder of a missing second copy is put off. */
  remindAfter: instant,
  /** The user wants no second place and no reminder of it. */
  noPlaceWanted: z.boolean().catch(false),
  /** The last automatic backup that did not come about; null once one did. */
  failed: z
    .object({ failure: failureSchema, reason: backupReasonSchema, at: z.string() })
    .nullable()
    .catch(null),
  /** When an old backup was last chosen to be read again. */
  lastCheckAt: instant,
  /** Broken files that were replaced by the same backup out of the other place, the newest first. */
  mended: z.array(z.object({ place: placeSchema, id: z.string(), at: z.string() })).catch([]),
  /** What re-reading found, by place and file name. */
  checks: z
    .array(
      z.object({
        place: placeSchema,
        id: z.string(),
        sha256: z.string(),
        at: z.string(),
        good: z.boolean(),
      }),
    )
    .catch([]),
});
export type Remembered = z.infer<typeof memorySchema>;
export type PlaceName = z.infer<typeof placeSchema>;

/**
 * What is remembered about the backups of an archive folder. It stands beside the archive, not in it: restoring an
 * older archive must not bring back an older second place. It names paths and times, never customers.
 */
export interface BackupMemory {
  now(): Remembered;
  /** Takes effect at once and is written soon after; resolves when it is on the disk, or cannot be. */
  update(change: Partial<Remembered>): Promise<void>;
}

export const backupMemoryFile = 'backups.json';

/** A missing or damaged file is as good as an empty one; one that cannot be written is remembered until the end. */
export const openBackupMemory = (folder: string, note: (problem: string) => void): BackupMemory => {
  const path = join(folder, backupMemoryFile);
  const queue = createQueue();
  let remembered: Remembered | undefined;
  const now = (): Remembered => (remembered ??= read(path));
  return {
    now,
    update(change) {
      remembered = { ...now(), ...change };
      return queue.run(() => write(path, now()).catch(() => note('backup memory not written')));
    },
  };
};

const read = (path: string): Remembered => {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return memorySchema.parse({});
  }
};

const write = async (path: string, remembered: Remembered): Promise<void> => {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(JSON.stringify(remembered, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
};

/** Makes the next backup's number higher than one that was seen: on another computer, or in the second place. */
export const numberOn = async (memory: BackupMemory, seen: number): Promise<void> => {
  if (seen > memory.now().lastNumber) await memory.update({ lastNumber: seen });
};
