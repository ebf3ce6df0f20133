import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { FailureError, type Failure } from '../../src-shared/failures.ts';
import type { WorkEvent } from '../../src-shared/progress.ts';
import { explain } from './explain.ts';
import type { ArchiveHolder } from './holder.ts';
import type { Locker } from './keys/locker.ts';
import type { TroubleWatch } from './trouble.ts';
import { longWork, type Report } from './long-work.ts';

/** What is answered in a locked archive, and does not keep it from being locked. */
const whileLocked: ReadonlySet<string> = new Set([
  'archive.state',
  'work.cancel',
  'events.changes',
  'protection.lock',
  'protection.active',
  'protection.unlock',
  'protection.unlockWithRecoveryKey',
  // Whoever forgot the password may have a backup that opens without it.
  'backups.list',
  'backups.inspect',
  'backups.closeInspection',
  'backups.restore',
]);

const failureError = (data: Failure) => new ORPCError('FAILURE', { defined: true, status: 422, data });

/**
 * The border between the contract and the functions behind it: whatever they throw leaves as a failure, and long
 * work as an event iterator.
 */
export function createBorder(holder: ArchiveHolder, locker: Locker, trouble: TroubleWatch) {
  const { log } = holder.surroundings;
  /** Long work under way, by its name. */
  const underWay = new Map<string, AbortController>();
  const asFailure = (error: unknown) => {
    const failure = explain(error, { path: holder.path, log });
    trouble.met(failure);
    return failureError(failure);
  };

  /** Around a call: its input's validation included. A locked archive answers only what is about the lock. */
  async function guarded<T>(path: readonly string[], call: () => Promise<T>): Promise<T> {
    try {
      if (whileLocked.has(path.join('.'))) return await call();
      if (locker.refuses()) throw new FailureError({ code: 'locked' });
      return await locker.during(call);
    } catch (error) {
      throw asFailure(error);
    }
  }

  /**
   * Around long work, which fails when the call that started it is long answered. It is cancelled by its name, or by the
   * end of whoever listens.
   *
   * @param options.locked whether it is for a locked archive as well
   */
  async function* running<R>(
    signal: AbortSignal | undefined,
    work: (report: Report, signal: AbortSignal) => Promise<R>,
    { locked = false } = {},
  ): AsyncGenerator<WorkEvent, R> {
    const workId = randomUUID();
    const named = new AbortController();
    underWay.set(workId, named);
    try {
      yield { workId };
      if (locked) await locker.settled();
      // It was asked for before the archive was locked, and begins only now.
      else if (locker.refuses()) throw new FailureError({ code: 'locked' });
      return yield* longWork(
        signal ? AbortSignal.any([signal, named.signal]) : named.signal,
        (report, aborted) => locker.during(() => work(report, aborted)),
      );
    } catch (error) {
      throw asFailure(error);
    } finally {
      underWay.delete(workId);
    }
  }

  /** Asks work to give up; what came of it, whoever listens to it learns. */
  const cancel = (workId: string): void => underWay.get(workId)?.abort();
  return { guarded, running, cancel };
}
