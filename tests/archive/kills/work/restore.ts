import { dirname, join } from 'node:path';
import { restoreBackup } from '../../../../src-main/archive/backups/restore.ts';
import { openToWork, stepsOf } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** The names of the one customer by which the two states differ, and of the backups beside the folder. */
export const names = ['以前的客户', '现在的客户'] as const;

/** Restores by turns one backup and the other. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { archive } = await openToWork(folder);
  let name = now;
  return async () => {
    name = name === names[0] ? names[1] : names[0];
    doing(name);
    const path = join(dirname(folder), `${name}.kedang`);
    await restoreBackup(archive.holder, { path }, stepsOf({ step }));
    done();
  };
};
