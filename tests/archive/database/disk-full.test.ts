import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { writeBackup } from '../../../src-main/archive/backups/write.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import { exportInputSchema } from '../../../src-shared/exports.ts';
import { exportCustomers } from '../../../src-main/archive/exports/export.ts';
import { explain } from '../../../src-main/archive/explain.ts';
import { silentLog } from '../../../src-main/archive/log.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { archivedRows } from '../../support/rows.ts';

const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

/** A disk of its own, of that many KiB; null where this process may not mount one. */
const smallDisk = (kib: number): string | null => {
  const folder = temporaryFolder('小盘');
  mkdirSync(folder, { recursive: true });
  if (!mount('-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder)) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
};

test('on a full database a write fails by name, nothing is lost, reading goes on, and writing resumes', async () => {
  const { client, session } = await openTestArchive();
  await client.customers.create({ draft: { name: '第一位客户' } });
  const before = archivedRows(session.sqlite);
  const pages = Number(session.writer.sqlite.pragma('page_count', { simple: true }));
  session.writer.sqlite.pragma(`max_page_count = ${pages + 2}`);

  const failure = await failureOf(
    writeSampleData(session, undefined, undefined, 200).catch((error: unknown) => {
      throw explained(error, session.path);
    }),
  );
  expect(failure).toEqual({ code: 'diskFull', path: session.path, neededBytes: null });
  expect(archivedRows(session.sqlite)).toEqual(before);
  expect((await client.customers.list({ filter: {} })).total).toBe(1);
  expectAgreement(session);

  session.writer.sqlite.pragma('max_page_count = 1000000');
  await client.customers.create({ draft: { name: '又有地方了' } });
  expect((await client.customers.list({ filter: {} })).total).toBe(2);
  expectAgreement(session);
});

const explained = (error: unknown, path: string): Error =>
  Object.assign(new Error('explained'), { code: 'FAILURE', data: explain(error, { path, log: silentLog }) });

test('on a disk that is really full the same holds', async ({ skip }) => {
  const folder = smallDisk(4_000);
  if (folder === null) return skip('no right to mount a disk');
  const { client, session } = await openTestArchive({ folder });
  let written = 0;
  let failure: unknown;
  while (failure === undefined && written < 5_000) {
    try {
      await client.customers.create({ draft: { name: `客户 ${written}`, notes: '备注'.repeat(2_000) } });
      written += 1;
    } catch (error) {
      failure = error instanceof Error && 'data' in error ? error.data : error;
    }
  }
  expect(failure).toEqual({ code: 'diskFull', path: session.path, neededBytes: null });
  expect(written).toBeGreaterThan(20);
  expect((await client.customers.list({ filter: {} })).total).toBe(written);

  expect(mount('-o', 'remount,size=64m', folder)).toBe(true);
  await client.customers.create({ draft: { name: '换了大盘' } });
  expect((await client.customers.list({ filter: {} })).total).toBe(written + 1);
  expectAgreement(session);
});

test('a backup or an export onto a full disk fails by name and leaves nothing there', async ({ skip }) => {
  const disk = smallDisk(300);
  if (disk === null) return skip('no right to mount a disk');
  const { client, session } = await openTestArchive();
  await writeSampleData(session, undefined, undefined, 2_000);

  const target = join(disk, '备份.kedang');
  const early = await failureOf(finish(client.backups.create({ target })));
  expect(early).toMatchObject({ code: 'diskFull', path: disk });
  expect(early.code === 'diskFull' && (early.neededBytes ?? 0) > 200_000_000).toBe(true);

  // Past the check, the writing itself meets the end of the disk.
  const header = {
    number: 1,
    madeAt: '2026-11-22T06:30:05.000Z',
    reason: 'manual',
    appVersion: '0',
    keys: null,
  } as const;
  const late = writeBackup({
    source: session.path,
    bytes: 1_000_000,
    target,
    key: session.key,
    ownKey: null,
    header,
    report: () => {},
    signal: undefined,
  });
  const failed = late.catch((error: unknown) => {
    throw explained(error, target);
  });
  expect(await failureOf(failed)).toMatchObject({ code: 'diskFull' });

  writeFileSync(join(disk, '占地方的照片.jpg'), Buffer.alloc(270 * 1024));
  for (const format of ['xlsx', 'csv'] as const) {
    const input = exportInputSchema.parse({
      selection: { filter: {} },
      columns: 'all',
      format,
      target: join(disk, `客户.${format}`),
    });
    expect(await failureOf(exportCustomers(session, input, () => {}))).toMatchObject({ code: 'diskFull' });
  }
  expect(readdirSync(disk)).toEqual(['占地方的照片.jpg']);
  expect((await client.customers.list({ filter: {} })).total).toBe(2_000);
});

test('a new archive on a disk without room for it leaves no half of one', async ({ skip }) => {
  const folder = smallDisk(100);
  if (folder === null) return skip('no right to mount a disk');
  expect((await failureOf(openTestArchive({ folder }))).code).toBe('diskFull');
  expect(readdirSync(folder)).not.toContain(archiveFileName);
  expect(mount('-o', 'remount,size=64m', folder)).toBe(true);
});
