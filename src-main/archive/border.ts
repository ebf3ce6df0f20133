import { ORPCError } from '@orpc/server';
import type { Failure } from '../../src-shared/failures.ts';
import type { Progress } from '../../src-shared/progress.ts';
import { explain } from './explain.ts';
import type { ArchiveHolder } from './holder.ts';
import { longWork, type Report } from './long-work.ts';

const failureError = (data: Failure) => new ORPCError('FAILURE', { defined: true, status: 422, data });

/**
 * The border between the contract and the functions behind it: whatever they throw leaves as a failure, and long
 * work as an event iterator.
 */
export function createBorder(holder: ArchiveHolder) {
  const { log } = holder.surroundings;
  const asFailure = (error: unknown) => failureError(explain(error, { path: holder.path, log }));

  /** Around a call: its input's validation included. */
  async function guarded<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** Around long work, which fails when the call that started it is long answered. */
  async function* running<R>(
    signal: AbortSignal | undefined,
    work: (report: Report, signal: AbortSignal) => Promise<R>,
  ): AsyncGenerator<Progress, R> {
    try {
      return yield* longWork(signal, work);
    } catch (error) {
      throw asFailure(error);
    }
  }
  return { guarded, running };
}
