import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFileName, openDatabase } from '../../../src-main/archive/database/open.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import { finish } from '../../support/open-test-archive.ts';
import { archiveOf, lookInto, removeBackups } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';
import { names } from './work/restore.ts';

test(
  `killed ${kills} times while restoring, the folder opens with one state or the other, whole`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(30, async (client) => {
      const { id } = (await client.customers.create({ draft: { name: names[0] } })).customer;
      for (const name of names) {
        const { version } = await client.customers.get({ id });
        await client.customers.update({ id, baseVersion: version, patch: { name } });
        const { path } = await finish(client.backups.create({}));
        copyFileSync(path, join(dirname(folderOf(path)), `${name}.kedang`));
      }
    });
    await killAgainAndAgain({
      work: 'restore',
      folder,
      prepare: () => removeBackups(folder),
      look: async () => {
        const found = await lookInto(folder, ({ sqlite }) =>
          sqlite.prepare('select name from customers where name like ?').pluck().all('%的客户'),
        );
        expect(found).toHaveLength(1);
        // What was the archive before an interrupted swap is kept, and is whole too.
        for (const name of readdirSync(folder).filter((each) => each.endsWith('.db')))
          if (name !== archiveFileName) expectWhole(join(folder, name));
        return String(found[0]);
      },
    });
  },
);

/** The archive folder of a backup in its usual place. */
const folderOf = (backup: string): string => dirname(dirname(backup));

const expectWhole = (path: string): void => {
  expect(path).toMatch(/原档案-.*\.db$/u);
  const sqlite = openDatabase(path, { mustExist: true, key: keyOfFile(path) });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  sqlite.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};
