import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '../../../src-main/archive/log.ts';
import { change } from '../../../src-main/archive/change.ts';
import { breathe } from '../../../src-main/archive/long-work.ts';
import {
  draft,
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
} from '../../support/open-test-archive.ts';
import { importFile } from '../../support/import-file.ts';
import { insertCustomer } from '../../../src-main/archive/customers/insert.ts';

const minute = 60_000;

/** An archive whose time a test moves: the wall clock, which may jump, and the one for intervals, which does not. */
const withTime = async () => {
  const time = { wall: new Date(2026, 10, 22, 9).getTime(), now: 0 };
  const options = { clock: () => new Date(time.wall), now: () => time.now, log: silentLog };
  const opened = await openTestArchive(options);
  const later = async (minutes: number): Promise<void> => {
    time.now += minutes * minute;
    time.wall += minutes * minute;
    await opened.archive.backups.tick();
  };
  const reasons = async () => (await opened.client.backups.list()).map(({ reason }) => reason);
  return { ...opened, time, options, later, reasons };
};

test('every half hour a backup is made when something changed, and none when nothing did', async () => {
  const { client, later, reasons, time } = await withTime();
  await later(1);
  expect(await reasons()).toEqual([]);
  await later(2);
  expect(await reasons()).toEqual(['scheduled']);
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await later(29);
  expect(await reasons()).toHaveLength(1);
  // A clock set back by years changes nothing about the half hour.
  time.wall = new Date(2019, 0, 1).getTime();
  await later(2);
  expect(await reasons()).toHaveLength(2);
  await later(300);
  expect(await reasons()).toHaveLength(2);
  await client.customers.create({ draft: { name: '上海顺风贸易行' } });
  await later(1);
  expect(await reasons()).toHaveLength(3);
  expect((await client.backups.state()).lastGood?.counts.customers).toBe(2);
});

test('it waits for a change that is being written, and comes right after it', async () => {
  const { session, later, reasons } = await withTime();
  let release = () => {};
  const writing = change(session, { action: { type: 'sampleData', created: 1 } }, async (tx) => {
    insertCustomer(tx, draft({ code: 'KH-0001', name: '正在导入的客户' }));
    await new Promise<void>((resolve) => (release = resolve));
  });
  await later(60);
  expect(await reasons()).toEqual([]);
  release();
  await writing;
  await later(0.5);
  expect(await reasons()).toEqual(['scheduled']);
});

test('one that fails is told with its reason, tried again, and taken off once one came about', async () => {
  const { client, folder, later, reasons } = await withTime();
  await client.customers.create({ draft: { name: '赵六' } });
  // Where the backup folder should be there is a file.
  writeFileSync(join(folder, '备份'), '');
  await later(3);
  const { failed } = await client.backups.state().catch(() => ({ failed: null }));
  expect(failed).toMatchObject({ reason: 'scheduled' });
  await later(4);
  rmSync(join(folder, '备份'));
  await later(0.5);
  expect(await reasons()).toEqual([]);
  await later(1);
  expect(await reasons()).toEqual(['scheduled']);
  expect((await client.backups.state()).failed).toBeNull();
});

test('a last backup that failed on leaving is told at the next start', async () => {
  const { client, archive, folder, options } = await withTime();
  await client.customers.create({ draft: { name: '钱七' } });
  writeFileSync(join(folder, '备份'), '');
  await archive.close({ backup: true });
  rmSync(join(folder, '备份'));
  const again = await openTestFolder(folder, options);
  expect((await again.client.backups.state()).failed).toMatchObject({ reason: 'quit' });
  await again.archive.close({ backup: true });
  const third = await openTestFolder(folder, options);
  expect((await third.client.backups.state()).failed).toBeNull();
  expect((await third.client.backups.list()).map(({ reason }) => reason)).toEqual(['quit']);
});

test('changing a thousand customers at once is backed up before, changing a few is not', async () => {
  const { client, session, reasons } = await withTime();
  await change(session, { action: { type: 'sampleData', created: 1_200 } }, (tx) => {
    for (let number = 1; number <= 1_200; number += 1)
      insertCustomer(tx, draft({ code: `KH-${number}`, name: `批发客户 ${number}` }));
  });
  const bulk = (text: string) =>
    finish(
      client.customers.bulk({
        selection: { filter: { text } },
        action: { type: 'set', field: 'stage', value: 'lead' },
      }),
    );
  await bulk('批发客户 77');
  expect(await reasons()).toEqual([]);
  await bulk('');
  expect(await reasons()).toEqual(['beforeBulk']);
  const [before] = await client.backups.list();
  expect(before?.counts).toMatchObject({ customers: 1_200, changes: 3 });
});

test('an import is backed up before, but for the first one of an archive in which nothing stands yet', async () => {
  const { client, folder, reasons } = await withTime();
  const bringIn = async (name: string): Promise<void> => {
    const file = join(folder, '..', '客户.csv');
    writeFileSync(file, `客户名称,手机\n${name},13800138000\n`);
    await importFile(client, file);
  };
  await bringIn('杭州八骏科技有限公司');
  expect(await reasons()).toEqual([]);
  await bringIn('上海顺风贸易行');
  expect(await reasons()).toEqual(['beforeImport']);
  expect((await client.backups.list())[0]?.counts.customers).toBe(1);
});

test('taking a change of a thousand customers back, or bringing it again, is backed up before as well', async () => {
  const { client, session, reasons } = await withTime();
  await change(session, { action: { type: 'sampleData', created: 1_200 } }, (tx) => {
    for (let number = 1; number <= 1_200; number += 1)
      insertCustomer(tx, draft({ code: `KH-${number}`, name: `批发客户 ${number}` }));
  });
  await client.customers.create({ draft: { name: '零售客户' } });
  await finish(client.changes.undo({}));
  expect(await reasons()).toEqual([]);
  const undone = await finish(client.changes.undo({}));
  expect(await reasons()).toEqual(['beforeBulk']);
  expect((await client.backups.list())[0]?.counts.customers).toBe(1_200);
  await finish(client.changes.redo({ changeId: undone.target }));
  expect(await reasons()).toEqual(['beforeBulk', 'beforeBulk']);
  // Nothing was changed since a backup that was made meanwhile: it does.
  await finish(client.backups.create({}));
  await finish(client.changes.undo({ changeId: undone.target }));
  expect(await reasons()).toHaveLength(3);
});

test('deleting a field that a thousand customers have is backed up before', async () => {
  const { client, session, reasons } = await withTime();
  const { field } = await client.customFields.create({ name: '会员卡号', type: 'text' });
  await change(session, { action: { type: 'sampleData', created: 1_000 } }, (tx) => {
    for (let number = 1; number <= 1_000; number += 1)
      insertCustomer(
        tx,
        draft({
          code: `KH-${number}`,
          name: `批发客户 ${number}`,
          custom: [{ fieldId: field.id, value: `VIP-${number}` }],
        }),
      );
  });
  await finish(client.customFields.remove({ id: field.id }));
  expect(await reasons()).toEqual(['beforeBulk']);
});

test('renaming or deleting a tag that a thousand customers carry is backed up before, colouring it is not', async () => {
  const { client, session, reasons } = await withTime();
  const { tag } = await client.tags.create({ name: '老客户' });
  const { tag: other } = await client.tags.create({ name: '重点关注' });
  await change(session, { action: { type: 'sampleData', created: 1_000 } }, (tx) => {
    for (let number = 1; number <= 1_000; number += 1)
      insertCustomer(tx, draft({ code: `KH-${number}`, name: `批发客户 ${number}`, tagIds: [tag.id] }));
  });
  const named = (name: string) => finish(client.tags.update({ id: tag.id, patch: { name } }));
  expect(await failureOf(named('重点关注'))).toMatchObject({ code: 'nameTaken' });
  await finish(client.tags.update({ id: tag.id, patch: { colour: 3 } }));
  await finish(client.tags.update({ id: other.id, patch: { name: '重点' } }));
  expect(await reasons()).toEqual([]);
  await named('十年老客户');
  expect(await reasons()).toEqual(['beforeBulk']);
  await finish(client.tags.remove({ id: other.id }));
  expect(await reasons()).toEqual(['beforeBulk']);
  await finish(client.tags.remove({ id: tag.id }));
  expect(await reasons()).toEqual(['beforeBulk', 'beforeBulk']);
});

test('old backups are read again, one a day in each place; one that is rotten in both is told and never called good', async () => {
  const { client, archive, folder, later, time } = await withTime();
  await client.backups.choosePlace({ token: secondFolder(folder) });
  const ids: string[] = [];
  for (const name of ['周九', '吴十', '郑十一']) {
    await client.customers.create({ draft: { name } });
    ids.push((await finish(client.backups.create({}))).id);
    time.wall += minute;
  }
  await client.backups.copyNow();
  await later(1);
  const rotten = (await client.backups.list()).find(({ id, place }) => id === ids[0] && place === 'own');
  const copy = join(secondFolder(folder), '客档备份', ids[0] ?? '');
  for (const path of [rotten?.path ?? '', copy]) {
    const bytes = readFileSync(path);
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 4;
    writeFileSync(path, bytes);
  }
  expect((await client.backups.state()).damaged).toEqual([]);
  for (let day = 0; day < 3; day += 1) await later(24 * 60);
  const { damaged, lastGood } = await client.backups.state();
  expect(damaged).toEqual([
    { place: 'own', id: ids[0], path: rotten?.path, madeAt: rotten?.madeAt, foundAt: expect.any(String) },
    { place: 'second', id: ids[0], path: copy, madeAt: rotten?.madeAt, foundAt: expect.any(String) },
  ]);
  expect(lastGood?.id).toBe(ids[2]);
  const listed = await client.backups.list();
  expect(listed.filter(({ verified }) => !verified).map(({ id, place }) => [id, place])).toEqual([
    [ids[0], 'own'],
    [ids[0], 'second'],
  ]);
  // Each of the others was read after it was made.
  for (const { verified, checkedAt, madeAt } of listed)
    if (verified) expect(Date.parse(checkedAt ?? '')).toBeGreaterThan(Date.parse(madeAt) + 60 * minute);
  await archive.close();
  const again = await openTestFolder(folder);
  await again.client.backups.copyNow();
  for (const left of [1, 0]) {
    const place = left === 1 ? 'own' : 'second';
    await again.client.backups.removeDamaged({ place, id: ids[0] ?? '' });
    expect((await again.client.backups.state()).damaged).toHaveLength(left);
  }
  expect(readdirSync(join(folder, '备份')).sort()).toEqual(ids.slice(1).sort());
});

test('a backup whose header rotted away is told as well', async () => {
  const { client, folder } = await withTime();
  const { id, path } = await finish(client.backups.create({}));
  const bytes = readFileSync(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const { damaged, lastGood } = await client.backups.state();
  expect(damaged).toEqual([{ place: 'own', id, path, madeAt: null, foundAt: null }]);
  expect(lastGood).toBeNull();
  expect(readdirSync(join(folder, '备份'))).toEqual([id]);
});

test('a second place that is chosen before there is a backup gets one at the next look', async () => {
  const { client, folder, later } = await withTime();
  await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await client.backups.choosePlace({ token: secondFolder(folder) });
  await later(0.5);
  expect((await client.backups.list()).map(({ place }) => place).sort()).toEqual(['own', 'second']);
});

test('requests are answered while backups are made, copied and read again', async () => {
  const { client, session, folder, later, time } = await withTime();
  await change(session, { action: { type: 'sampleData', created: 5_000 } }, (tx) => {
    for (let number = 1; number <= 5_000; number += 1)
      insertCustomer(tx, draft({ code: `KH-${number}`, name: `批发客户 ${number}` }));
  });
  await client.backups.choosePlace({ token: secondFolder(folder) });
  let answered = 0;
  const work = { done: false };
  time.wall += 48 * 60 * minute;
  const working = later(60).finally(() => (work.done = true));
  while (!work.done) {
    await client.backups.state();
    await client.customers.list({ filter: { text: '客户 49' }, limit: 20 });
    answered += 1;
    await breathe();
  }
  await working;
  expect(answered).toBeGreaterThan(5);
  expect((await client.backups.list()).map(({ place }) => place).sort()).toEqual(['own', 'second']);
});

function secondFolder(archiveFolder: string): string {
  const path = `${archiveFolder} 第二处`;
  mkdirSync(path, { recursive: true });
  return path;
}
