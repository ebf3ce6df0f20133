import { createRouterClient, type RouterClient } from '@orpc/server';
import { openArchive, type Archive } from '../../../src-main/archive/archive.ts';
import { silentLog, type Log } from '../../../src-main/archive/log.ts';
import type { Report } from '../../../src-main/archive/long-work.ts';
import type { ArchiveRouter } from '../../../src-main/archive/router.ts';
import type { Order } from './worker.ts';

const pathsAsTokens = { readPath: (token: string) => token, writePath: (token: string) => token };

/** Opens the archive of a process that is going to be killed, with passwords that cost nothing. */
export async function openToWork(
  folder: string,
  log: Log = silentLog,
): Promise<{ archive: Archive; client: RouterClient<ArchiveRouter> }> {
  const archive = await openArchive({
    folder,
    files: pathsAsTokens,
    appVersion: '0.0.0-test',
    log,
    passwordCost: { N: 1024, r: 1, p: 1 },
  });
  return { archive, client: createRouterClient(archive.router) };
}

/** The quarters of each phase as named steps. */
export const stepsOf =
  ({ step }: Pick<Order, 'step'>): Report =>
  ({ phase, done, total }) =>
    step(total === null || total === 0 ? phase : `${phase} ${Math.min(4, Math.ceil((4 * done) / total))}/4`);
