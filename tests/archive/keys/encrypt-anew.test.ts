import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identifyFile } from '../../../src-main/archive/database/identify.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
} from '../../support/open-test-archive.ts';
import { copyDatabase } from '../../../src-main/archive/database/copy.ts';

const password = '西湖的水 和 长江的风';
const name = '杭州八骏科技有限公司';

/** A folder with a plain archive of the present schema, as the program left them before there was encryption. */
const plainArchive = async () => {
  const { client, archive, folder } = await openTestArchive();
  await client.customers.create({ draft: { name, notes: '到货前先打电话' } });
  await archive.close();
  const plain = temporaryFolder('没有加密的旧档案');
  mkdirSync(plain, { recursive: true });
  const path = join(folder, archiveFileName);
  const quiet = { progress: () => {}, check: () => {} };
  const to = { path: join(plain, archiveFileName), key: null };
  copyDatabase({ path, key: keyOfFile(path) }, to, quiet);
  return { plain, path: to.path };
};

test('a plain archive is encrypted when it is opened, after a verified backup, and nothing plain is left', async () => {
  const { plain, path } = await plainArchive();
  expect(readFileSync(path).includes(name)).toBe(true);
  const { client, archive } = await openTestFolder(plain);
  expect(await client.protection.state()).toMatchObject({ encrypted: true, passwordSetAt: null });
  const [row] = (await client.customers.list({ filter: {} })).rows;
  expect(row?.name).toBe(name);
  expectAgreement(archive.holder.session());
  const [backup] = await client.backups.list();
  expect(backup).toMatchObject({ reason: 'beforeMigration', verified: true, counts: { customers: 1 } });
  await archive.close();
  expect(identifyFile(path).kind).toBe('locked');
  for (const file of readdirSync(plain, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      expect(readFileSync(join(file.parentPath, file.name)).includes(name), file.name).toBe(false);
  expect(readdirSync(plain).filter((file) => /^(?:kedang-|原档案)/u.test(file))).toEqual([]);
});

test('a plain backup of before is restored into an encrypted archive, and into an empty folder', async () => {
  const { plain, path } = await plainArchive();
  const { writeBackup } = await import('../../../src-main/archive/backups/write.ts');
  const target = join(plain, '以前的备份.kedang');
  await writeBackup({
    source: path,
    bytes: 1,
    target,
    key: null,
    ownKey: null,
    header: { number: 1, madeAt: '2026-01-01T00:00:00.000Z', reason: 'manual', appVersion: '0', keys: null },
    report: () => {},
    signal: undefined,
  });
  const source = { token: target };
  const { client } = await openTestFolder(temporaryFolder('新电脑'));
  await finish(client.backups.restore({ source }));
  expect(await client.protection.state()).toMatchObject({ encrypted: true });
  expect((await client.customers.list({ filter: {} })).rows[0]?.name).toBe(name);

  const { client: other, folder } = await openTestArchive();
  await other.protection.setPassword({ password });
  await finish(other.backups.restore({ source }));
  await other.protection.lock();
  expect(readFileSync(join(folder, archiveFileName)).includes(name)).toBe(false);
  await other.protection.unlock({ password });
  expect((await other.customers.list({ filter: {} })).rows[0]?.name).toBe(name);
});

test('a plain archive that cannot be encrypted now is opened as it is, and says so', async () => {
  const { plain, path } = await plainArchive();
  const before = readFileSync(path);
  // A file stands where the backups would go.
  copyFileSync(path, join(plain, '备份'));
  const { client, archive } = await openTestFolder(plain, { log: silent });
  expect(await client.protection.state()).toMatchObject({ encrypted: false });
  expect((await client.customers.list({ filter: {} })).total).toBe(1);
  expect((await failureOf(client.protection.setPassword({ password }))).code).toBe('diskFull');
  await archive.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  rmSync(join(plain, '备份'));
  const { client: next } = await openTestFolder(plain);
  expect(await next.protection.state()).toMatchObject({ encrypted: true });
});

const silent = { note: () => {}, incident: () => '0' } as never;
