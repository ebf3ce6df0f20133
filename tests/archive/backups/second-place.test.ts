import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { decodeHeader, encodeHeader, headerBytes } from '../../../src-main/archive/backups/format.ts';
import { duplicateBackup } from '../../../src-main/archive/backups/duplicate-job.ts';
import type { BackupState } from '../../../src-shared/backups.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';

const quiet = { report: () => {}, check: () => {} };

/** A clock that a test moves. */
const movableClock = () => {
  const clock = { at: new Date(2026, 10, 22, 14, 30, 5) };
  return {
    clock: () => clock.at,
    later: (days: number) => (clock.at = new Date(clock.at.getTime() + days * 86_400_000)),
  };
};

const stick = (): string => {
  const path = temporaryFolder('U 盘（F）');
  mkdirSync(path, { recursive: true });
  return path;
};

const kedangFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.kedang'))
        .sort()
    : [];

const leftovers = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.partial'));

const backUp = async (client: ArchiveClient, name: string): Promise<string> => {
  await client.customers.create({ draft: { name } });
  return (await finish(client.backups.create({}))).id;
};

const second = (state: BackupState) => {
  if (state.second === null) throw new Error('there is no second place');
  return state.second;
};

test('every good backup is copied to the second place, and both are named with what they are', async () => {
  const { client } = await openTestArchive();
  const place = stick();
  const first = await backUp(client, '杭州八骏科技有限公司');
  await client.backups.choosePlace({ token: place });
  const state = second(await client.backups.copyNow());
  const folder = join(place, '客档备份');
  expect(state).toMatchObject({ path: folder, state: 'there', failure: null, missing: 0, copying: false });
  const next = await backUp(client, '上海顺风贸易行');
  await client.backups.copyNow();
  expect(kedangFiles(folder)).toEqual([first, next].sort());
  expect(leftovers(folder)).toEqual([]);
  for (const { id, path } of await client.backups.list())
    expect(readFileSync(path).equals(readFileSync(join(folder, id)))).toBe(true);
  const listed = await client.backups.list();
  expect(listed.map(({ id, place: where }) => [id, where])).toEqual(
    [next, first].flatMap((id) => [
      [id, 'own'],
      [id, 'second'],
    ]),
  );
  expect(listed.every(({ verified, checkedAt }) => verified && checkedAt !== null)).toBe(true);
  // Whoever finds the stick is told what it is.
  expect(readFileSync(join(folder, '客档备份说明.txt'), 'utf8')).toContain('从备份恢复');
});

test('a backup in the second place is restored although the backup folder is gone', async () => {
  const { client, folder } = await openTestArchive();
  const id = await backUp(client, '温州正泰鞋业');
  await client.backups.choosePlace({ token: stick() });
  await client.backups.copyNow();
  rmSync(join(folder, '备份'), { recursive: true });
  await client.customers.create({ draft: { name: '后来的客户' } });
  const { counts } = await finish(client.backups.restore({ source: { place: 'second', id } }));
  expect(counts.customers).toBe(1);
});

test('pulled out it says so, and when it comes back it is brought up to date, newest first', async () => {
  const { client } = await openTestArchive();
  const place = stick();
  await client.backups.choosePlace({ token: place });
  const first = await backUp(client, '赵六');
  await client.backups.copyNow();
  renameSync(place, `${place} 拔出`);
  const later = [await backUp(client, '钱七'), await backUp(client, '孙八')];
  const gone = second(await client.backups.copyNow());
  expect(gone).toMatchObject({ state: 'notConnected', copying: false });
  expect(gone.lastCopy).not.toBeNull();
  expect(existsSync(place)).toBe(false);
  expect((await client.backups.list()).every((backup) => backup.place === 'own')).toBe(true);

  renameSync(`${place} 拔出`, place);
  expect(second(await client.backups.copyNow())).toMatchObject({ state: 'there', missing: 0 });
  const folder = join(place, '客档备份');
  expect(kedangFiles(folder)).toEqual([first, ...later].sort());
  const madeBefore = (id: string) => statSync(join(folder, id)).mtimeMs;
  expect(madeBefore(later[1] ?? '')).toBeLessThanOrEqual(madeBefore(later[0] ?? ''));
});

test('an empty folder where the stick was is not taken for the stick', async () => {
  const { client } = await openTestArchive();
  const place = stick();
  await client.backups.choosePlace({ token: place });
  await backUp(client, '周九');
  await client.backups.copyNow();
  renameSync(place, `${place} 拔出`);
  mkdirSync(join(place, '客档备份'), { recursive: true });
  expect(second(await client.backups.copyNow()).state).toBe('notConnected');
  expect(readdirSync(join(place, '客档备份'))).toEqual([]);
});

test('another archive’s backups in the same place are left alone, also under the same name', async () => {
  const place = stick();
  const clock = () => new Date(2026, 10, 22, 14, 30, 5);
  const one = await openTestArchive({ clock });
  const other = await openTestArchive({ clock });
  await one.client.backups.choosePlace({ token: place });
  await other.client.backups.choosePlace({ token: place });
  const [a, b] = [await backUp(one.client, '吴十'), await backUp(other.client, '郑十一')];
  expect(a).toBe(b);
  await one.client.backups.copyNow();
  await other.client.backups.copyNow();
  const folder = join(place, '客档备份');
  expect(kedangFiles(folder)).toHaveLength(2);
  expect(readFileSync(join(folder, a)).equals(readFileSync(join(one.folder, '备份', a)))).toBe(true);
  await one.client.backups.copyNow();
  const listed = await one.client.backups.list();
  expect(
    listed
      .filter(({ place: where }) => where === 'second')
      .map(({ foreign }) => foreign)
      .sort(),
  ).toEqual([false, true]);
});

test('the second place rotates by itself, and removes nothing but backups of this archive', async () => {
  const { clock, later } = movableClock();
  const { client, session } = await openTestArchive({ clock });
  const place = stick();
  await session.backupMemory.update({ lastNumber: 100 });
  await client.backups.choosePlace({ token: place });
  const template = await backUp(client, '冯十二');
  await client.backups.copyNow();
  const folder = join(place, '客档备份');
  const bytes = readFileSync(join(folder, template));
  const header = decodeHeader(bytes.subarray(0, headerBytes));
  if (typeof header === 'string') throw new Error(header);
  const write = (name: string, change: Partial<typeof header>) =>
    writeFileSync(
      join(folder, name),
      Buffer.concat([encodeHeader({ ...header, ...change }), bytes.subarray(headerBytes)]),
    );
  const sameDay = (hour: number) => new Date(2026, 10, 10, hour).toISOString();
  for (const hour of [8, 9, 10, 11]) {
    write(`自己的 ${hour}.kedang`, { number: hour - 7, madeAt: sameDay(hour) });
    write(`别人的 ${hour}.kedang`, { number: hour - 7, madeAt: sameDay(hour), archiveId: 'another' });
  }
  writeFileSync(join(folder, '照片.kedang'), 'not a backup');
  write('坏头.kedang', {});
  const spoilt = readFileSync(join(folder, '坏头.kedang'));
  spoilt[100] = (spoilt[100] ?? 0) ^ 1;
  writeFileSync(join(folder, '坏头.kedang'), spoilt);
  later(1);
  for (const name of ['陈十三', '褚十四', '卫十五']) await backUp(client, name);
  await client.backups.copyNow();
  expect(kedangFiles(folder).filter((name) => !name.startsWith('客档备份'))).toEqual(
    [
      '自己的 11.kedang',
      ...[8, 9, 10, 11].map((hour) => `别人的 ${hour}.kedang`),
      '照片.kedang',
      '坏头.kedang',
    ].sort(),
  );
});

test('gone in the middle of copying it says not connected, and nothing half written has a name', async () => {
  const { client, archive } = await openTestArchive();
  const place = stick();
  await client.backups.choosePlace({ token: place });
  await backUp(client, '蒋十六');
  await client.backups.copyNow();
  const folder = join(place, '客档备份');
  await client.customers.create({ draft: { name: '沈十七' } });
  // Pulled out as soon as the copying begins.
  const events = archive.holder.surroundings.events.subscribe('change');
  const pulled = (async () => {
    for await (const _event of events) {
      if (second(await client.backups.state()).copying) break;
    }
    renameSync(place, `${place} 拔出`);
  })();
  await finish(client.backups.create({}));
  await client.backups.copyNow();
  await pulled;
  const state = second(await client.backups.copyNow());
  expect(state.state).toBe('notConnected');
  expect(existsSync(place)).toBe(false);
  const left = join(`${place} 拔出`, '客档备份');
  for (const name of kedangFiles(left))
    expect(() =>
      duplicateBackup({ kind: 'duplicate', source: join(left, name), folder: stick() }, quiet),
    ).not.toThrow();
  expect(folder).not.toBe(left);
});

test('a folder of the archive itself, a file and a missing folder are no second place', async () => {
  const { client, folder } = await openTestArchive();
  const refused = (token: string) => failureOf(client.backups.choosePlace({ token }));
  expect(await refused(folder)).toEqual({ code: 'placeUnsuitable', path: folder, archive: folder });
  expect(await refused(join(folder, 'kedang.db'))).toMatchObject({ code: 'placeNotConnected' });
  expect(await refused(join(folder, '没有'))).toMatchObject({ code: 'placeNotConnected' });
  expect((await client.backups.state()).second).toBeNull();
});

/** A small file system in memory; null where it may not be mounted. */
const smallDisk = (bytes: number): string | null => {
  const path = stick();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [path]));
  return path;
};

test('a full stick is called full, and copying goes on once there is room', async ({ skip }) => {
  const place = smallDisk(4 * 1024 * 1024);
  if (place === null) return skip('no file system may be mounted here');
  const { client } = await openTestArchive();
  await client.backups.choosePlace({ token: place });
  writeFileSync(join(place, '照片.jpg'), Buffer.alloc(3_500_000));
  await backUp(client, '韩十八');
  const full = second(await client.backups.copyNow());
  expect(full).toMatchObject({ state: 'trouble', failure: { code: 'diskFull' }, missing: 1, copying: false });
  expect(kedangFiles(join(place, '客档备份'))).toEqual([]);
  expect(leftovers(join(place, '客档备份'))).toEqual([]);
  unlinkSync(join(place, '照片.jpg'));
  expect(second(await client.backups.copyNow())).toMatchObject({ state: 'there', failure: null, missing: 0 });
});

test('a stick whose switch says read-only is called that', async ({ skip }) => {
  const place = smallDisk(8 * 1024 * 1024);
  if (place === null) return skip('no file system may be mounted here');
  const { client } = await openTestArchive();
  await client.backups.choosePlace({ token: place });
  execFileSync('mount', ['-o', 'remount,ro', place]);
  await backUp(client, '杨十九');
  const state = second(await client.backups.copyNow());
  expect(state).toMatchObject({ state: 'trouble', failure: { code: 'readOnly' }, missing: 1 });
  execFileSync('mount', ['-o', 'remount,rw', place]);
  expect(second(await client.backups.copyNow())).toMatchObject({ state: 'there', missing: 0 });
});

test('a second place on the disk of the archive is said to be no protection of its own', async () => {
  const { client } = await openTestArchive();
  await client.backups.choosePlace({ token: stick() });
  expect(second(await client.backups.copyNow()).sameDisk).toBe(true);
});

test('a week without a copy is pointed out, can be put off for a day and is never forgotten', async () => {
  const { clock, later } = movableClock();
  const { client, archive, folder } = await openTestArchive({ clock });
  const place = stick();
  await client.backups.choosePlace({ token: place });
  await backUp(client, '朱二十');
  await client.backups.copyNow();
  const reminder = async () => (await client.backups.state()).reminder;
  later(30);
  // Nothing was changed meanwhile: the copy is as good as on its first day.
  expect(await reminder()).toBe('none');
  renameSync(place, `${place} 拔出`);
  await backUp(client, '秦廿一');
  await client.backups.copyNow();
  expect(await reminder()).toBe('copyDue');
  await client.backups.putOff({ reminder: 'copyDue' });
  expect(await reminder()).toBe('none');
  later(1);
  expect(await reminder()).toBe('copyDue');
  await archive.close();
  const again = await openTestFolder(folder, { clock });
  expect((await again.client.backups.state()).reminder).toBe('copyDue');
  renameSync(`${place} 拔出`, place);
  await again.client.backups.copyNow();
  expect((await again.client.backups.state()).reminder).toBe('none');
});

test('without any second place one is offered after a week, until that is declined for good', async () => {
  const { clock, later } = movableClock();
  const { client } = await openTestArchive({ clock });
  const reminder = async () => (await client.backups.state()).reminder;
  later(6.9);
  expect(await reminder()).toBe('none');
  later(0.2);
  expect(await reminder()).toBe('noPlace');
  await client.backups.putOff({ reminder: 'noPlace' });
  later(400);
  expect(await reminder()).toBe('none');
});

test('a second place that is given up keeps what is in it', async () => {
  const { client } = await openTestArchive();
  const place = stick();
  const id = await backUp(client, '许廿二');
  await client.backups.choosePlace({ token: place });
  await client.backups.copyNow();
  expect((await client.backups.forgetPlace()).second).toBeNull();
  expect(kedangFiles(join(place, '客档备份'))).toEqual([id]);
});

test('leaving copies the last backup as well', async () => {
  const { client, archive } = await openTestArchive();
  const place = stick();
  await client.backups.choosePlace({ token: place });
  await client.customers.create({ draft: { name: '何廿三' } });
  await archive.close({ backup: true });
  expect(kedangFiles(join(place, '客档备份'))).toHaveLength(1);
});

test('a copy that does not read as it was written gets no name', async () => {
  const { client } = await openTestArchive();
  const backup = await finish(client.backups.create({}));
  const target = stick();
  const spoilt = join(stick(), backup.id);
  const bytes = readFileSync(backup.path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(spoilt, bytes);
  expect(
    await failureOf(
      (async () => duplicateBackup({ kind: 'duplicate', source: spoilt, folder: target }, quiet))(),
    ),
  ).toEqual({
    code: 'backupDamaged',
    path: spoilt,
  });
  expect(readdirSync(target)).toEqual([]);
});
