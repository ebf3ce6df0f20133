import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';
import { expectAgreement } from '../../support/agreement.ts';

const password = '西湖的水 和 长江的风';
const other = '另一个想不到的密码';
const third = '谁也猜不到的第三个';

const names = async (client: ArchiveClient) =>
  (await client.customers.list({ filter: {} })).rows.map(({ name }) => name).sort();

const hashOf = (folder: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, archiveFileName)))
    .digest('hex');

/** A locked archive of two customers, and a backup of the first one that was made before there was a password. */
const lockedArchive = async () => {
  const opened = await openTestArchive();
  const { client } = opened;
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  const open = await finish(client.backups.create({}));
  const given = join(dirname(opened.folder), '给别人.kedang');
  await finish(client.backups.giveAway({ target: given, password: other }));
  await client.protection.setPassword({ password });
  await client.customers.create({ draft: { name: '设密码以后的客户' } });
  const own = await finish(client.backups.create({}));
  await client.protection.lock();
  return { ...opened, open, given, own };
};

test('a locked archive gives way to a backup without a password, and is kept as it was under its own', async () => {
  const { client, folder, archive, open, own } = await lockedArchive();
  const before = hashOf(folder);
  expect((await client.backups.list()).map(({ id, hasPassword }) => [id, hasPassword])).toEqual([
    [own.id, true],
    [open.id, false],
  ]);
  const source = { id: open.id };
  const inspection = await finish(client.backups.inspect({ source }));
  expect(inspection).toMatchObject({ now: null, nowNewest: [], differences: null });
  const { inspectionId } = inspection;
  expect(await failureOf(client.backups.customers({ inspectionId }))).toEqual({ code: 'locked' });
  await client.backups.closeInspection({ inspectionId });
  const result = await finish(client.backups.restore({ source }));
  expect(result).toMatchObject({ counts: { customers: 1 }, safetyBackup: null });
  expect(await client.archive.state()).toMatchObject({ state: 'open', hasPassword: false });
  expect(await names(client)).toEqual(['杭州八骏科技有限公司']);
  expect(
    createHash('sha256')
      .update(readFileSync(result.kept ?? ''))
      .digest('hex'),
  ).toBe(before);

  // What opened the backup does not open what was locked, although both were under one key.
  const [kept] = await client.backups.kept();
  expect(kept).toMatchObject({ path: result.kept });
  const id = kept?.id ?? '';
  expect(await failureOf(finish(client.backups.backUpKept({ id, password: other })))).toEqual({
    code: 'wrongPassword',
  });
  await archive.close();
  const { client: next, archive: opened } = await openTestFolder(folder);
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);

  // The password comes back to mind.
  const safety = await finish(next.backups.backUpKept({ id, password }));
  expect(safety).toMatchObject({ counts: { customers: 2 }, hasPassword: true, foreign: false });
  expect(readdirSync(folder).filter((name) => name.startsWith('原档案-'))).toEqual([id]);
  await finish(next.backups.restore({ source: { id: safety.id }, password }));
  expect(await names(next)).toEqual(['杭州八骏科技有限公司', '设密码以后的客户']);
  expectAgreement(opened.holder.session());
});

test('a copy made for somebody else opens with its own password, which then is that of the archive', async () => {
  const { client, given, archive, folder } = await lockedArchive();
  const source = { token: given };
  expect(await failureOf(finish(client.backups.inspect({ source })))).toMatchObject({ code: 'backupLocked' });
  expect(await failureOf(finish(client.backups.inspect({ source, password })))).toEqual({
    code: 'wrongPassword',
  });
  await finish(client.backups.restore({ source, password: other }));
  expect(await client.archive.state()).toMatchObject({ state: 'open', hasPassword: true });
  await archive.close();
  const { client: next } = await openTestFolder(folder);
  expect(await failureOf(next.protection.unlock({ password }))).toEqual({ code: 'wrongPassword' });
  await next.protection.unlock({ password: other });
  expect(await names(next)).toEqual(['杭州八骏科技有限公司']);
  expect(await next.backups.kept()).toHaveLength(1);
});

test('a backup under an earlier password comes with that one, and what was locked keeps the later', async () => {
  const { client, own } = await lockedArchive();
  await client.protection.unlock({ password });
  await client.protection.changePassword({ current: password, password: third });
  await client.customers.create({ draft: { name: '换密码以后的客户' } });
  await client.protection.lock();
  await finish(client.backups.restore({ source: { id: own.id }, password }));
  expect(await names(client)).toHaveLength(2);
  await client.protection.lock();
  expect(await failureOf(client.protection.unlock({ password: third }))).toEqual({ code: 'wrongPassword' });
  await client.protection.unlock({ password });
  const [kept] = await client.backups.kept();
  const id = kept?.id ?? '';
  expect(await failureOf(finish(client.backups.backUpKept({ id, password })))).toEqual({
    code: 'wrongPassword',
  });
  expect(await finish(client.backups.backUpKept({ id, password: third }))).toMatchObject({
    counts: { customers: 3 },
  });
});

test('guessing at a backup of a locked archive is slowed down like guessing at the lock, and no backup of one’s own resets it', async () => {
  const { client, given, own } = await lockedArchive();
  const guess = (secret: string) =>
    failureOf(finish(client.backups.inspect({ source: { id: own.id }, password: secret })));
  for (let count = 0; count < 4; count += 1)
    expect(await guess('猜一猜猜一猜')).toEqual({ code: 'wrongPassword' });
  const { inspectionId } = await finish(
    client.backups.inspect({ source: { token: given }, password: other }),
  );
  await client.backups.closeInspection({ inspectionId });
  expect(await guess('再猜一猜猜一猜')).toEqual({ code: 'wrongPassword' });
  expect(await guess(password)).toMatchObject({ code: 'tryLater' });
  expect(await failureOf(client.protection.unlock({ password }))).toMatchObject({ code: 'tryLater' });
});

test('whatever stops it leaves the archive locked, and every byte of it as it was', async () => {
  const { client, folder, open } = await lockedArchive();
  const before = hashOf(folder);
  const keys = readFileSync(join(folder, 'kedang.keys'));
  const broken = join(dirname(folder), '坏了.kedang');
  copyFileSync(open.path, broken);
  const bytes = readFileSync(broken);
  bytes[50_000] = (bytes[50_000] ?? 0) ^ 1;
  writeFileSync(broken, bytes);
  expect(await failureOf(finish(client.backups.restore({ source: { token: broken } })))).toMatchObject({
    code: 'backupDamaged',
  });
  const controller = new AbortController();
  const call = await client.backups.restore({ source: { id: open.id } }, { signal: controller.signal });
  controller.abort();
  expect(await failureOf(finish(Promise.resolve(call)))).toEqual({ code: 'cancelled' });
  expect(await client.archive.state()).toMatchObject({ state: 'locked' });
  expect(hashOf(folder)).toBe(before);
  expect(readFileSync(join(folder, 'kedang.keys')).equals(keys)).toBe(true);
  await client.protection.unlock({ password });
  expect(await names(client)).toHaveLength(2);
  expect(await client.backups.kept()).toEqual([]);
});

test('what a program that was killed had not folded in yet is kept with it', async () => {
  const { client, folder, open } = await lockedArchive();
  await client.protection.unlock({ password });
  await client.customers.create({ draft: { name: '最后录入的客户' } });
  // As after a kill: the last change lies in the write-ahead log.
  const killed = temporaryFolder('断电以后');
  cpSync(folder, killed, { recursive: true, filter: (path) => !path.endsWith('.lock') });
  expect(statSync(join(killed, `${archiveFileName}-wal`)).size).toBeGreaterThan(0);
  const { client: next } = await openTestFolder(killed);
  await finish(next.backups.restore({ source: { id: open.id } }));
  const [kept] = await next.backups.kept();
  expect(await finish(next.backups.backUpKept({ id: kept?.id ?? '', password }))).toMatchObject({
    counts: { customers: 3 },
  });
});
