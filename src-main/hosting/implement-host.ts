import { implement } from '@orpc/server';
import { hostContract } from '../../src-shared/host.ts';
import { explain } from '../archive/explain.ts';
import type { Log } from '../archive/log.ts';

/**
 * The host's contract ready to be implemented: whatever a handler throws arrives as the contract's `FAILURE`, an
 * unforeseen error as an incident in the log.
 */
export const implementHost = <C extends object>(log: Log) =>
  implement(hostContract)
    .$context<C>()
    .use(async ({ next, errors }) => {
      try {
        return await next();
      } catch (error) {
        throw errors.FAILURE({ data: explain(error, { path: '', log }) });
      }
    });

/** What `implementHost` gives, for a handler context `C`. */
export type HostImplementer<C extends object> = ReturnType<typeof implementHost<C>>;
