import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLog } from '../../../src-main/archive/log.ts';
import { finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';

const day = 24 * 60 * 60 * 1000;

/** An archive with two backups in both places, and days that go by. */
const withTwoPlaces = async () => {
  const time = { wall: new Date(2026, 10, 22, 9).getTime(), now: 0 };
  const opened = await openTestArchive({
    clock: () => new Date(time.wall),
    now: () => time.now,
    log: silentLog,
  });
  const { client, archive, folder } = opened;
  const stick = temporaryFolder('U 盘（F）');
  mkdirSync(stick, { recursive: true });
  await client.backups.choosePlace({ token: stick });
  const ids: string[] = [];
  for (const name of ['杭州八骏科技有限公司', '宁波恒通五金']) {
    await client.customers.create({ draft: { name } });
    ids.push((await finish(client.backups.create({}))).id);
    time.wall += 60_000;
  }
  await client.backups.copyNow();
  const days = async (count: number): Promise<void> => {
    for (let one = 0; one < count; one += 1) {
      time.wall += day;
      time.now += day;
      await archive.backups.tick();
    }
  };
  const own = (id = ''): string => join(folder, '备份', id);
  const second = (id = ''): string => join(stick, '客档备份', id);
  const jump = (count: number): void => void (time.wall += count * day);
  return { ...opened, stick, ids, days, jump, own, second };
};

const spoil = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(path, bytes);
};

const backupsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.txt'))
    .sort();

test('a backup that rotted in one place is mended from the other, in either direction, and it is said', async () => {
  const { client, ids, days, jump, own, second } = await withTwoPlaces();
  const [first = '', last = ''] = ids;
  const good = new Map(ids.map((id) => [id, readFileSync(own(id))]));
  spoil(own(first), 9_000);
  spoil(second(last), 12_000);
  await days(3);
  const { damaged, mended, lastGood } = await client.backups.state();
  expect(damaged).toEqual([]);
  expect(mended.map(({ place, id }) => [place, id]).sort()).toEqual([
    ['own', first],
    ['second', last],
  ]);
  expect(lastGood?.id).toBe(last);
  for (const [id, bytes] of good) {
    expect(readFileSync(own(id)).equals(bytes)).toBe(true);
    expect(readFileSync(second(id)).equals(bytes)).toBe(true);
  }
  // In its own place and under its own name: nothing is there twice, and nothing half made.
  expect(backupsIn(own())).toEqual(ids.toSorted());
  expect(backupsIn(second())).toEqual(ids.toSorted());
  expect((await client.backups.list()).every(({ verified }) => verified)).toBe(true);
  jump(31);
  expect((await client.backups.state()).mended).toEqual([]);
});

test('cut short, or with a header that rotted, it is mended as well', async () => {
  const { client, ids, days, own, second } = await withTwoPlaces();
  const [first = '', last = ''] = ids;
  const good = new Map(ids.map((id) => [id, readFileSync(own(id))]));
  truncateSync(own(first), 20_000);
  spoil(second(last), 200);
  await days(1);
  expect((await client.backups.state()).damaged).toEqual([]);
  for (const [id, bytes] of good) expect(readFileSync(second(id)).equals(bytes)).toBe(true);
  expect(readFileSync(own(first)).equals(good.get(first) ?? Buffer.of())).toBe(true);
});

test('what no longer says whose backup it was is left alone, unless all behind its header is the same', async () => {
  const { client, ids, days, second } = await withTwoPlaces();
  const [first = ''] = ids;
  spoil(second(first), 200);
  spoil(second(first), 9_000);
  const left = readFileSync(second(first));
  await days(1);
  expect(readFileSync(second(first)).equals(left)).toBe(true);
  const { damaged } = await client.backups.state();
  expect(damaged.map(({ place, id }) => [place, id])).toEqual([['second', first]]);
});

test('rotten while the stick is out, it is mended when the stick comes back', async () => {
  const { client, stick, ids, days, own } = await withTwoPlaces();
  renameSync(stick, `${stick} 拔出`);
  for (const id of ids) spoil(own(id), 9_000);
  await days(2);
  expect((await client.backups.state()).damaged).toHaveLength(2);
  renameSync(`${stick} 拔出`, stick);
  await client.backups.copyNow();
  expect(await client.backups.state()).toMatchObject({ damaged: [], lastGood: { verified: true } });
});

test('with nothing but rotten ones left a new backup is made at once, although nothing was changed', async () => {
  const { client, ids, days, own, stick } = await withTwoPlaces();
  await client.backups.forgetPlace();
  rmSync(stick, { recursive: true });
  rmSync(own(ids[0]));
  spoil(own(ids[1]), 9_000);
  await days(1);
  const { lastGood, damaged } = await client.backups.state();
  expect(damaged.map(({ id }) => id)).toEqual([ids[1]]);
  expect(lastGood).toMatchObject({ reason: 'scheduled', counts: { customers: 2 } });
});
