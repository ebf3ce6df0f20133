import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { currentSchema } from '../../../src-main/archive/database/migrate.ts';
import { createBackup, ensureBackup } from '../../../src-main/archive/backups/create.ts';
import { backupFolderOf } from '../../../src-main/archive/backups/folder.ts';
import { listBackups } from '../../../src-main/archive/backups/list.ts';
import { headerBytes } from '../../../src-main/archive/backups/format.ts';
import { readBackup } from '../../../src-main/archive/backups/read-job.ts';
import type { Progress } from '../../../src-shared/progress.ts';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { spoilIndex } from './spoil-index.ts';

const quiet = { report: () => {}, check: () => {} };

const withCustomers = async (...names: string[]) => {
  const opened = await openTestArchive({ clock: () => new Date(2026, 10, 22, 14, 30, 5) });
  for (const name of names) await opened.client.customers.create({ draft: { name } });
  return opened;
};

test('a backup is one file in the backup folder, named by time and reason, with a header anyone can read', async () => {
  const { client, folder } = await withCustomers('杭州八骏科技有限公司', '张三');
  const backup = await finish(client.backups.create({}));
  expect(backup).toMatchObject({
    id: '客档备份-2026-11-22-143005-手动.kedang',
    reason: 'manual',
    verified: true,
    schema: currentSchema,
    counts: { customers: 2, contacts: 0, trashed: 0 },
  });
  expect(readdirSync(backupFolderOf(folder))).toEqual([backup.id]);
  const bytes = readFileSync(backup.path);
  expect(bytes).toHaveLength(backup.sizeBytes);
  const [first, second] = bytes.subarray(0, headerBytes).toString('utf8').split('\n');
  expect(first).toBe('KEDANG-BACKUP 2');
  expect(JSON.parse(second ?? '')).toMatchObject({
    number: 1,
    reason: 'manual',
    schema: currentSchema,
    counts: { customers: 2 },
  });
});

test('a backup unpacks to the very rows, and its header tells no names', async () => {
  const { client, session, folder } = await withCustomers('温州正泰鞋业', '李四');
  const backup = await finish(client.backups.create({}));
  const into = join(folder, 'kedang-inspect-00000000.db');
  const { newest } = readBackup({ kind: 'read', source: backup.path, into, key: session.key }, quiet);
  expect(newest.map(({ name }) => name)).toEqual(['李四', '温州正泰鞋业']);
  expect(existsSync(into)).toBe(true);
  expect(readFileSync(backup.path).subarray(0, headerBytes).includes('李四')).toBe(false);
  expect(session.sqlite.open).toBe(true);
});

test('changes go on while a backup is made, and it holds a state that was', async () => {
  const { client, session } = await withCustomers();
  const making = createBackup(session, { reason: 'manual' });
  const writing = Array.from({ length: 60 }, (_, index) =>
    client.customers.create({ draft: { name: `同时录入的客户 ${index}` } }),
  );
  const [backup] = await Promise.all([making, ...writing]);
  expect(backup.counts.customers).toBe(backup.counts.changes - 1);
  expect((await client.customers.list({ filter: {} })).total).toBe(60);
});

test('two backups asked for at once both come about', async () => {
  const { session } = await withCustomers('赵六');
  await Promise.all([createBackup(session, { reason: 'manual' }), createBackup(session, { reason: 'quit' })]);
  expect((await listBackups(session)).map(({ id, number }) => [id, number])).toEqual([
    ['客档备份-2026-11-22-143005-退出.kedang', 2],
    ['客档备份-2026-11-22-143005-手动.kedang', 1],
  ]);
});

test('the state says whether anything was changed after the last good backup', async () => {
  const { client } = await withCustomers('钱七');
  expect(await client.backups.state()).toMatchObject({ lastGood: null, changedSince: true });
  const backup = await finish(client.backups.create({}));
  expect(await client.backups.state()).toMatchObject({ lastGood: backup, changedSince: false });
  await client.customers.create({ draft: { name: '孙八' } });
  expect(await client.backups.state()).toMatchObject({ lastGood: backup, changedSince: true });
});

test('no second backup is made of what one holds already', async () => {
  const { client, session } = await withCustomers('周九');
  const first = await ensureBackup(session, { reason: 'quit' });
  expect((await ensureBackup(session, { reason: 'quit' })).id).toBe(first.id);
  await client.customers.create({ draft: { name: '吴十' } });
  expect((await ensureBackup(session, { reason: 'quit' })).id).not.toBe(first.id);
});

test('a backup goes where the user wants it, over a file of that name', async () => {
  const { client } = await withCustomers('郑十一');
  const target = join(temporaryFolder('U 盘'), '给会计的备份.kedang');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, 'what was there');
  const backup = await finish(client.backups.create({ target }));
  expect(backup).toMatchObject({ path: target, verified: true, counts: { customers: 1 } });
  expect(readdirSync(dirname(target))).toEqual(['给会计的备份.kedang']);
});

test.each([archiveFileName, `${archiveFileName}-wal`, 'KEDANG.DB', 'kedang.lock'])(
  'a backup is never written over the archive itself (%s)',
  async (name) => {
    const { client, folder } = await withCustomers('王十二');
    const call = finish(client.backups.create({ target: join(folder, name) }));
    expect(await failureOf(call)).toEqual({ code: 'archiveAlreadyThere', folder });
    expect((await client.customers.list({ filter: {} })).total).toBe(1);
  },
);

test('cancelled at any point a backup leaves nothing, and what had the name stays', async () => {
  const { session, folder } = await withCustomers('冯十三');
  const target = join(folder, '备份.kedang');
  const reports: Progress[] = [];
  await createBackup(session, {
    reason: 'manual',
    report: (progress) => reports.push(progress),
    targetPath: target,
  });
  expect(new Set(reports.map(({ phase }) => phase))).toEqual(new Set(['backingUp', 'checking']));
  expect(reports.at(-1)).toMatchObject({ done: reports.at(-1)?.total });
  const before = readFileSync(target);
  const names = readdirSync(folder).sort();
  const last = reports.at(-1)?.total ?? 0;
  for (const stop of ['backingUp 0', 'checking 1', 'checking 5', `checking ${last}`]) {
    const controller = new AbortController();
    const report = ({ phase, done }: Progress) => {
      if (`${phase} ${done}` === stop) controller.abort();
    };
    const call = createBackup(session, {
      reason: 'manual',
      report,
      signal: controller.signal,
      targetPath: target,
    });
    expect(await failureOf(call)).toEqual({ code: 'cancelled' });
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(readFileSync(target).equals(before)).toBe(true);
  }
});

test('an archive that is damaged says so instead of giving a bad backup', async () => {
  const { session, folder } = await withCustomers(
    ...Array.from({ length: 30 }, (_, index) => `批发客户 ${index}`),
  );
  spoilIndex(session.writer.sqlite);
  const failure = await failureOf(createBackup(session, { reason: 'manual' }));
  expect(failure).toEqual({ code: 'archiveDamaged', path: session.path });
  expect(readdirSync(backupFolderOf(folder))).toEqual([]);
});

test('files that are no backups are not listed, and backups that were cut short are not called good', async () => {
  const { client, folder } = await withCustomers('陈十四');
  const good = await finish(client.backups.create({}));
  const place = backupFolderOf(folder);
  writeFileSync(join(place, '说明.txt'), '备份放在这里');
  writeFileSync(join(place, '别的程序.kedang'), 'not a backup');
  writeFileSync(join(place, '空.kedang'), '');
  mkdirSync(join(place, '文件夹.kedang'));
  writeFileSync(join(place, '断了.kedang'), readFileSync(good.path).subarray(0, 20_000));
  writeFileSync(join(place, '头断了.kedang'), readFileSync(good.path).subarray(0, 2_000));
  const listed = await client.backups.list();
  expect(listed.map(({ id, verified }) => [id, verified]).sort()).toEqual([
    [good.id, true],
    ['断了.kedang', false],
  ]);
  expect((await client.backups.state()).lastGood?.id).toBe(good.id);
});
