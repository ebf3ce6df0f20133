import { createBackup } from '../../../../src-main/archive/backups/create.ts';
import { openToWork, stepsOf } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** Makes backups while the archive is edited: the state is `notes backups`. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client, archive } = await openToWork(folder);
  let [notes = 0, backups = 0] = now.split(' ').map(Number);
  const id = 1;
  return async () => {
    const { version } = await client.customers.get({ id });
    doing(`${(notes += 1)} ${backups}`);
    await client.customers.update({ id, baseVersion: version, patch: { notes: String(notes) } });
    done();
    doing(`${notes} ${(backups += 1)}`);
    await createBackup(archive.holder.session(), { reason: 'manual', report: stepsOf({ step }) });
    done();
  };
};
