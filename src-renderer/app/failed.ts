import { ORPCError } from '@orpc/client';
import type { Failure } from '../../src-shared/failures.ts';

/** A failure that the page itself noticed, in the shape in which the contract's failures arrive. */
export const failed = (failure: Failure) =>
  new ORPCError('FAILURE', { status: 422, defined: true, data: failure });
