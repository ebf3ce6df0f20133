import type { Progress } from '../../src-shared/progress.ts';
import { FailureError } from '../../src-shared/failures.ts';

/** Takes progress as often as the work likes to give it; the listener gets it at most ten times a second. */
export type Report = (progress: Progress) => void;

const interval = 100;

/**
 * Runs long work as an event iterator: progress at most every 100 ms (the newest wins, a new phase is shown at
 * once), then the result as the return value. When the consumer stops early or the signal aborts, the work's own
 * signal aborts too, and the iterator ends only after the work has put everything back.
 */
export async function* longWork<R>(
  signal: AbortSignal | undefined,
  work: (report: Report, signal: AbortSignal) => Promise<R>,
): AsyncGenerator<Progress, R> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);

  let pending: Progress | undefined;
  let phase: string | undefined;
  let last = 0;
  const waiter = { settled: false, wake: () => {} };
  const report: Report = (progress) => {
    pending = progress;
    const now = performance.now();
    if (progress.phase === phase && now - last < interval) return;
    phase = progress.phase;
    last = now;
    waiter.wake();
  };

  const outcome = work(report, controller.signal).finally(() => {
    waiter.settled = true;
    waiter.wake();
  });
  // The rejection is taken where it is awaited below; without a listener until then Node would call it unhandled.
  outcome.catch(() => {});
  try {
    while (!waiter.settled) {
      await new Promise<void>((resolve) => {
        waiter.wake = resolve;
        if (waiter.settled) resolve();
      });
      if (!waiter.settled && pending) {
        const progress = pending;
        pending = undefined;
        yield progress;
      }
    }
    return await outcome;
  } finally {
    signal?.removeEventListener('abort', abort);
    if (!waiter.settled) {
      controller.abort();
      await outcome.catch(() => {});
    }
  }
}

/** Throws `cancelled` once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FailureError({ code: 'cancelled' });
}

/** Lets everything that waits in the event loop run: requests are answered in the middle of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
