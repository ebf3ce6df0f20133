import type { ArchiveHolder } from '../holder.ts';
import { readPreferences } from '../settings.ts';

/** Locks the archive when it is asked to, and when nobody was at work for a while. */
export interface Locker {
  /** Whether everything but unlocking has to be refused: the archive is locked, or about to be. */
  refuses(): boolean;
  /** Around everything that uses the archive: a lock waits for its end, and it is work. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when the archive is locked; at once when it has no password or is not open. */
  lock(): Promise<void>;
  /** Resolves when no lock is under way. */
  settled(): Promise<void>;
  /** Somebody is at work. */
  active(): void;
  /** Stops watching the time. */
  close(): void;
}

/** How often the time is looked at, in ms. */
const tick = 5_000;

/**
 * @param hasPassword whether the open archive has one; without it, locking would keep nobody out
 * @param letGo called when nothing is under way any more, and before the key is forgotten
 * @param tell called when the archive begins to refuse, and when it is locked
 */
export const createLocker = (
  holder: ArchiveHolder,
  {
    hasPassword,
    tell,
    letGo,
    clock,
  }: { hasPassword: () => boolean; tell: () => void; letGo: () => void; clock: () => Date },
): Locker => {
  let running = 0;
  const waiting: (() => void)[] = [];
  let locking: Promise<void> | null = null;
  let last = { at: clock().getTime(), run: performance.now() };

  const active = () => {
    last = { at: clock().getTime(), run: performance.now() };
  };
  /** Resolves when nothing is under way. */
  const idle = async (): Promise<void> => {
    if (running > 0) await new Promise<void>((resolve) => void waiting.push(resolve));
  };
  const lockNow = async (): Promise<void> => {
    tell();
    await idle();
    letGo();
    await holder.forgetKey();
  };
  const lock = async (): Promise<void> => {
    // What is being restored where nothing is open yet may have a password: that is known when it is there.
    if (locking === null && holder.state().state !== 'open') await idle();
    if (locking === null) {
      if (holder.state().state !== 'open' || !hasPassword()) return;
      locking = lockNow().finally(() => {
        locking = null;
        tell();
      });
    }
    await locking;
  };

  const look = (): void => {
    const held = holder.state();
    if (held.state !== 'open' || running > 0 || locking !== null) return;
    const minutes = readPreferences(held.session.sqlite).lockAfterMinutes;
    // By both clocks: that of a sleeping computer stands still, the other one may be set.
    const idleFor = Math.max(clock().getTime() - last.at, performance.now() - last.run);
    if (minutes > 0 && idleFor >= minutes * 60_000) void lock();
  };
  const timer = setInterval(look, tick);
  timer.unref();

  return {
    refuses: () => locking !== null || holder.state().state === 'locked',
    async during(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) for (const wake of waiting.splice(0)) wake();
      }
    },
    lock,
    async settled() {
      await locking;
    },
    active,
    close: () => clearInterval(timer),
  };
};
