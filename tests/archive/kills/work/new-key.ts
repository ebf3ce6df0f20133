import { isProgress } from '../../../../src-shared/progress.ts';
import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

export const password = '西湖的水 和 长江的风';

/** Announces a key that nobody knows yet. */
export const anotherKey = '另一把钥匙';

/** Encrypts an archive with a password under one new key after the other. */
export const begin: Begin = async ({ folder, doing, done, step }) => {
  const { client, archive } = await openToWork(folder);
  await client.protection.unlock({ password });
  return async () => {
    doing(anotherKey);
    for await (const event of await client.protection.changeDataKey({ current: password }))
      if (isProgress(event)) step(event.phase);
    done(archive.holder.session().key?.id);
  };
};
