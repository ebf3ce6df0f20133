import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backupFolderOf } from '../../../src-main/archive/backups/folder.ts';
import { readBackup } from '../../../src-main/archive/backups/read-job.ts';
import { archiveFileName, openDatabase } from '../../../src-main/archive/database/open.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { finish, openTestArchive, openTestFolder } from '../../support/open-test-archive.ts';
import { killChild, lineOf, runChild } from '../../support/run-child.ts';
import { keyOfFile } from '../../support/archive-key.ts';

const kills = Number(process.env['KEDANG_KILLS'] ?? 25);

/** A round of backing up and restoring takes about this long; kills fall all over it. In ms. */
const round = 900;
const swap = 12;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A closed archive, and two backups outside its folder: one of 以前的客户, one of 现在的客户. */
const twoStates = async () => {
  const { client, archive, folder } = await openTestArchive();
  const sources: string[] = [];
  const { customer } = await client.customers.create({ draft: { name: '以前的客户' } });
  for (const name of ['以前的客户', '现在的客户']) {
    const { version } = await client.customers.get({ id: customer.id });
    await client.customers.update({ id: customer.id, baseVersion: version, patch: { name } });
    const source = join(dirname(folder), `${name}.kedang`);
    copyFileSync((await finish(client.backups.create({}))).path, source);
    sources.push(source);
  }
  await archive.close();
  return { folder, sources };
};

test(
  `killed ${kills} times while backing up and restoring, the folder opens with one state or the other, whole`,
  { timeout: 600_000 },
  async () => {
    const { folder, sources } = await twoStates();
    const child = new URL('./children/back-up-and-restore.ts', import.meta.url);
    const found = new Map<unknown, number>();
    for (let kill = 0; kill < kills; kill += 1) {
      const running = runChild(child, [folder, ...sources]);
      // Every other kill anywhere in a round; the rest within the few milliseconds of the swap.
      await lineOf(running, kill % 2 === 0 ? 'ready' : 'swapping');
      await pause(Math.random() * (kill % 2 === 0 ? round : swap));
      await killChild(running);

      const { archive, client } = await openTestFolder(folder);
      expect(archive.holder.state().state, `kill ${kill}`).toBe('open');
      expectAgreement(archive.holder.session());
      const { rows } = await client.customers.list({ filter: {} });
      const names = rows.map(({ name }) => name);
      expect([['以前的客户'], ['现在的客户']]).toContainEqual(names);
      found.set(names[0], (found.get(names[0]) ?? 0) + 1);
      await archive.close();

      // What was the archive before an interrupted swap is kept, and is whole too.
      for (const name of readdirSync(folder)) {
        if (/^原档案-.*\.db$/u.test(name)) expectWhole(join(folder, name));
        expect(name).not.toMatch(/^kedang-/u);
      }
      // Every file with the name of a backup is one.
      const backups = backupFolderOf(folder);
      for (const name of readdirSync(backups).filter((each) => each.endsWith('.kedang'))) {
        const into = join(folder, 'kedang-inspect-check.db');
        readBackup(
          { kind: 'read', source: join(backups, name), into, key: keyOfFile(join(folder, archiveFileName)) },
          { report: () => {}, check: () => {} },
        );
        rmSync(into);
        rmSync(join(backups, name));
      }
    }
    expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBe(kills);
    expect(readdirSync(folder)).toContain(archiveFileName);
  },
);

const expectWhole = (path: string): void => {
  const sqlite = openDatabase(path, { mustExist: true, key: keyOfFile(path) });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  sqlite.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
};
