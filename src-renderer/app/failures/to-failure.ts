import { ORPCError } from '@orpc/client';
import { type Failure, failureSchema } from '../../../src-shared/failures.ts';

const isAbort = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');

/** Whatever a call threw, as a failure that has a sentence. What is not foreseen becomes `internal`. */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof ORPCError && error.code === 'FAILURE') {
    const failure = failureSchema.safeParse(error.data);
    if (failure.success) return failure.data;
  }
  if (isAbort(error)) return { code: 'cancelled' };
  console.error(error);
  return { code: 'internal', incident: '' };
};
