import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../../../src-shared/failures.ts';
import { createQueue } from '../queue.ts';
import { triesFileName } from './file-names.ts';

/** Wrong tries that cost nothing but the time of scrypt. */
const free = 5;

/** The first delay, doubled with each further wrong try; s. */
const firstDelay = 5;
const longestDelay = 15 * 60;

const triesSchema = z.object({
  /** Wrong tries in a row. */
  wrong: z.number().int().min(0).max(1_000_000),
  /** ISO instant of the last one. */
  at: z.iso.datetime(),
});

/** Seconds to wait after so many wrong tries in a row. */
export const delayAfter = (wrong: number): number =>
  wrong < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** Math.min(wrong - free, 20));

/** Counts wrong tries at the password of an archive folder. */
export interface Tries {
  /** Seconds until the next try; 0 when it may be made now. */
  wait(): number;
  /**
   * Makes a try: one after the other, however many are asked for at once. A try counts as wrong from its beginning,
   * so that ending the program in the middle of it gains nothing; a right one forgets those before, unless it is at
   * something else than the archive itself.
   *
   * @returns what `work` answers; null, its answer to a wrong password, counts
   * @throws FailureError `tryLater` before the delay is over
   */
  attempt<T>(work: () => Promise<T | null>, at?: 'archive' | 'backup'): Promise<T | null>;
}

/**
 * The count is kept in a file, so that it outlives the program. It holds off somebody at the keyboard; whoever can
 * copy the files has only the cost of scrypt in the way.
 */
export const createTries = (folder: string, clock: () => Date): Tries => {
  const path = join(folder, triesFileName);
  const queue = createQueue();
  // A clock that is set forward, and a file that is deleted, must not shorten the wait while the program runs.
  let here = { wrong: 0, at: -Infinity };

  const read = (): { wrong: number; at: number } => {
    try {
      const tries = triesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      return { wrong: tries.wrong, at: Date.parse(tries.at) };
    } catch {
      // Missing, or not what we wrote: as many as this run of the program knows of.
      return { wrong: here.wrong, at: clock().getTime() };
    }
  };
  const waitOf = (): number => {
    const { wrong, at } = read();
    const delay = delayAfter(Math.max(wrong, here.wrong));
    if (delay === 0) return 0;
    // After a start only the clock is known; one that was set back makes nobody wait longer than the delay.
    const passed = here.wrong > 0 ? performance.now() - here.at : Math.max(0, clock().getTime() - at);
    return Math.max(0, Math.ceil(delay - passed / 1000));
  };
  return {
    wait: waitOf,
    attempt: (work, at = 'archive') =>
      queue.run(async () => {
        const seconds = waitOf();
        if (seconds > 0) throw new FailureError({ code: 'tryLater', seconds });
        const before = Math.max(read().wrong, here.wrong);
        const count = (wrong: number): void => {
          here = { wrong, at: performance.now() };
          writeCount(path, { wrong, at: clock().toISOString() });
        };
        count(before + 1);
        const result = await work();
        // The delay counts from when the answer is known, not from before scrypt.
        if (result === null) count(before + 1);
        // Else a backup of one's own would let one go on guessing.
        else if (at === 'backup' && before > 0) count(before);
        else {
          here = { wrong: 0, at: -Infinity };
          rmSync(path, { force: true });
        }
        return result;
      }),
  };
};

const writeCount = (path: string, tries: z.infer<typeof triesSchema>): void => {
  try {
    writeFileSync(path, JSON.stringify(tries), { mode: 0o600 });
  } catch {
    // In a folder that cannot be written to, the count lasts as long as the program runs.
  }
};
