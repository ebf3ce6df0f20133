import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';

const password = '西湖的水 和 长江的风';

test('backups of before the first password are deleted on request, in both places, and never without one that has it', async () => {
  const { client, folder } = await openTestArchive();
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  const stick = temporaryFolder('U 盘');
  mkdirSync(stick);
  await finish(client.backups.create({}));
  await client.backups.choosePlace({ token: stick });
  await client.backups.copyNow();
  const onStick = () =>
    readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.kedang'));
  const second = onStick();
  expect(second).toHaveLength(1);
  await client.customers.create({ draft: { name: '宁波恒通五金' } });
  await finish(client.backups.create({}));

  const other = await openTestArchive();
  await other.client.customers.create({ draft: { name: '别人的客户' } });
  const theirs = await finish(other.client.backups.create({}));
  copyFileSync(theirs.path, join(folder, '备份', '别人的.kedang'));

  const open = async () => (await client.backups.list()).filter(({ hasPassword }) => !hasPassword);
  const all = [...new Set((await open()).map(({ sha256 }) => sha256))];
  expect(all).toHaveLength(3);
  expect(await failureOf(finish(client.backups.removeOpen({ sha256: all })))).toEqual({
    code: 'passwordNotSet',
  });
  await client.protection.setPassword({ password });
  expect(await finish(client.backups.removeOpen({ sha256: all }))).toEqual({ removed: 2 });
  expect((await open()).map(({ id }) => id)).toEqual(['别人的.kedang']);
  expect(second.some((name) => existsSync(join(stick, name)))).toBe(false);

  // What was made first holds everything, and it is on the stick as well.
  await client.backups.copyNow();
  const kept = (await client.backups.list()).filter(({ foreign }) => !foreign);
  expect(kept.map(({ place, hasPassword, verified }) => [place, hasPassword, verified])).toEqual([
    ['own', true, true],
    ['second', true, true],
  ]);
  expect(kept[0]?.counts.customers).toBe(2);
  const [made] = kept;
  const sha256 = [made?.sha256 ?? ''];
  expect(await failureOf(finish(client.backups.removeOpen({ sha256 })))).toMatchObject({ code: 'notFound' });
  expect(await failureOf(finish(client.backups.removeOpen({ sha256: [theirs.sha256] })))).toMatchObject({
    code: 'notFound',
  });
});

test('after a new key, what a backup of before the first password holds opens the archive no more', async () => {
  const { client, archive } = await openTestArchive();
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  const before = archive.holder.session().key?.id;
  await client.protection.setPassword({ password });
  await finish(client.protection.changeDataKey({ current: password }));
  expect(archive.holder.session().key?.id).not.toBe(before);
  // One with the password is there by itself: nothing else has to be made before the others may go.
  expect((await client.backups.list()).map(({ hasPassword, verified }) => [hasPassword, verified])).toEqual([
    [true, true],
  ]);
});
