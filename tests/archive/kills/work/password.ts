import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

export const passwords = ['西湖的水 和 长江的风', '另一个想不到的密码'] as const;

/** Changes the password by turns to one and the other. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client } = await openToWork(folder);
  let current = now;
  await client.protection.unlock({ password: current });
  return async () => {
    const password = current === passwords[0] ? passwords[1] : passwords[0];
    doing(password);
    step('change');
    await client.protection.changePassword({ current, password });
    done();
    current = password;
  };
};
