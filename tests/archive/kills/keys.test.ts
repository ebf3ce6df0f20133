import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyFileNames } from '../../../src-main/archive/keys/file-names.ts';
import type { ArchiveClient } from '../../support/open-test-archive.ts';
import { archiveOf, lookInto, removeBackups } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';
import { anotherKey, password } from './work/new-key.ts';
import { passwords } from './work/password.ts';

test(
  `killed ${kills} times while its key is changed, the archive opens with its password, under the old key or the new`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(30, (client) => client.protection.setPassword({ password }));
    const unlock = (client: ArchiveClient) => client.protection.unlock({ password });
    const keys = new Set<string>();
    let isFresh = false;
    await killAgainAndAgain({
      work: 'new-key',
      folder,
      prepare: () => removeBackups(folder),
      look: async () => {
        const id = await lookInto(
          folder,
          ({ key, sqlite }) => {
            expect(sqlite.prepare('select count(*) from customers').pluck().get()).toBe(30);
            return key?.id ?? '';
          },
          { unlock, password },
        );
        isFresh = !keys.has(id);
        keys.add(id);
        const entries = readFileSync(join(folder, keyFileNames[0]), 'utf8').match(/"id"/gu) ?? [];
        expect(entries.length).toBeLessThanOrEqual(3);
        return id;
      },
      same: (found, announced) => found === announced || (announced === anotherKey && isFresh),
    });
    expect(keys.size).toBeGreaterThan(1);
  },
);

test(
  `killed ${kills} times while its password is changed, the archive opens with the old one or the new`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(3, (client) => client.protection.setPassword({ password: passwords[0] }));
    await killAgainAndAgain({
      work: 'password',
      folder,
      look: async () => {
        let opened: string = passwords[0];
        const unlock = async (client: ArchiveClient): Promise<void> => {
          const { state } = await client.protection
            .unlock({ password: opened })
            .catch(() => client.protection.unlock({ password: (opened = passwords[1]) }));
          expect(state).toBe('open');
        };
        await lookInto(folder, () => {}, { unlock });
        return opened;
      },
    });
  },
);
