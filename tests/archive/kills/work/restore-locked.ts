import { dirname, join } from 'node:path';
import { isProgress } from '../../../../src-shared/progress.ts';
import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';
import { names } from './restore.ts';

export const password = '西湖的水 和 长江的风';

/** Locks the archive, and restores by turns one backup and the other from the lock. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client } = await openToWork(folder);
  let name = now;
  return async () => {
    if ((await client.archive.state()).state === 'open') await client.protection.lock();
    name = name === names[0] ? names[1] : names[0];
    doing(name);
    const source = { token: join(dirname(folder), `${name}.kedang`) };
    for await (const event of await client.backups.restore({ source, password }))
      if (isProgress(event)) step(event.phase);
    done();
  };
};
