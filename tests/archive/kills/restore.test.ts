import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openWith } from '../../../src-main/archive/backups/backup-key.ts';
import { markOfFile } from '../../../src-main/archive/database/mark.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import type { DataKey } from '../../../src-main/archive/keys/data-key.ts';
import { entryIn } from '../../../src-main/archive/keys/key-file.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import { finish } from '../../support/open-test-archive.ts';
import { archiveOf, lookInto, removeBackups } from './left.ts';
import { killAgainAndAgain, kills, killingLimit } from './killing.ts';
import { names } from './work/restore.ts';
import { password } from './work/restore-locked.ts';

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

test(
  `killed ${kills} times while a locked archive restores a backup, one or the other opens, and what was locked waits for its password`,
  { timeout: killingLimit },
  async () => {
    const folder = await archiveOf(30, async (client) => {
      const { id } = (await client.customers.create({ draft: { name: names[0] } })).customer;
      await client.protection.setPassword({ password });
      for (const name of names) {
        const { version } = await client.customers.get({ id });
        await client.customers.update({ id, baseVersion: version, patch: { name } });
        const { path } = await finish(client.backups.create({}));
        copyFileSync(path, join(dirname(folderOf(path)), `${name}.kedang`));
      }
    });
    removeBackups(folder);
    await killAgainAndAgain({
      work: 'restore-locked',
      folder,
      prepare: () => removeKept(folder),
      look: async () => {
        const found = await lookInto(
          folder,
          ({ sqlite }) =>
            sqlite.prepare('select name from customers where name like ?').pluck().all('%的客户'),
          { unlock: (client) => client.protection.unlock({ password }) },
        );
        for (const name of readdirSync(folder).filter((each) => each.endsWith('.db')))
          if (name !== archiveFileName) expectWhole(join(folder, name), await lockedKeyOf(folder, name));
        return String(found[0]);
      },
    });
  },
);

const removeKept = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('原档案-')))
    rmSync(join(folder, name));
};

/** The key of a file that was locked when another took its place, by its password. */
const lockedKeyOf = async (folder: string, name: string): Promise<DataKey> => {
  const mark = markOfFile(join(folder, name));
  const entry = mark.kind === 'encrypted' ? entryIn(folder, mark.keyId, { repair: false }) : null;
  const key = entry && (await openWith(entry, password))?.key;
  if (!key) throw new Error(`${name} does not open with its password`);
  return key;
};

/** The archive folder of a backup in its usual place. */
const folderOf = (backup: string): string => dirname(dirname(backup));

const expectWhole = (path: string, key = keyOfFile(path)): void => {
  expect(path).toMatch(/原档案-.*\.db$/u);
  const sqlite = openDatabase(path, { mustExist: true, key });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  sqlite.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};
