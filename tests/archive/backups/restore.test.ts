import { createRouterClient } from '@orpc/server';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateUnpacked } from '../../../src-main/archive/backups/read-job.ts';
import { restoreBackup } from '../../../src-main/archive/backups/restore.ts';
import { contentsHash } from '../../../src-main/archive/database/copy.ts';
import { identifyFile } from '../../../src-main/archive/database/identify.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import type { ArchiveHolder } from '../../../src-main/archive/holder.ts';
import type { BackupInspection } from '../../../src-shared/backups.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  failureOf,
  finish,
  openTestArchive,
  openTestFolder,
  temporaryFolder,
  type ArchiveClient,
} from '../../support/open-test-archive.ts';
import { importFile } from '../../support/import-file.ts';
import { temporaryFile } from '../../support/sheet-import.ts';
import { archivedRows } from '../../support/rows.ts';
import { spoilIndex } from './spoil-index.ts';

const namesIn = async (client: ArchiveClient) =>
  (await client.customers.list({ filter: {} })).rows.map(({ name }) => name).sort();

/** An archive with three customers, a backup of that, and then one more customer and one renamed. */
const changedAfterBackup = async () => {
  const opened = await openTestArchive();
  const { client } = opened;
  const first = await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
  await client.customers.create({ draft: { name: '仇先生' } });
  await client.tags.create({ name: '重点客户' });
  const rows = archivedRows(opened.session.sqlite);
  const backup = await finish(client.backups.create({}));
  await client.customers.create({ draft: { name: '备份之后的客户' } });
  const { id, version } = first.customer;
  await client.customers.update({ id, baseVersion: version, patch: { name: '杭州八骏智能科技有限公司' } });
  return { ...opened, backup, rows };
};

test('restoring brings back every row, and a backup of what was open before stays', async () => {
  const { client, archive, folder, backup, rows, session } = await changedAfterBackup();
  const later = archivedRows(session.sqlite);
  const inspection: BackupInspection = await finish(client.backups.inspect({ source: { id: backup.id } }));
  expect(inspection).toMatchObject({
    backup: { id: backup.id, counts: { customers: 2, tags: 1 } },
    now: { customers: 3, tags: 1 },
    needsMigration: false,
  });
  expect(inspection.newest.map(({ name }) => name)).toEqual(['仇先生', '杭州八骏科技有限公司']);
  expect(inspection.nowNewest[0]?.name).toBe('杭州八骏智能科技有限公司');

  const result = await finish(client.backups.restore({ source: { id: backup.id } }));
  expect(result.counts).toEqual(backup.counts);
  expect(result.safetyBackup).toMatchObject({
    reason: 'beforeRestore',
    verified: true,
    counts: { customers: 3 },
  });
  expect(archivedRows(archive.holder.session().sqlite)).toEqual(rows);
  expectAgreement(archive.holder.session());
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toEqual([archiveFileName]);

  // The way back: what was open before is a restore away.
  await finish(client.backups.restore({ source: { id: result.safetyBackup?.id ?? '' } }));
  expect(archivedRows(archive.holder.session().sqlite)).toEqual(later);
  await client.customers.create({ draft: { name: '恢复之后照常录入' } });
  expect(await namesIn(client)).toHaveLength(4);
});

test('a year of work comes back on an empty machine the same to the last row, search and history included', async () => {
  const { client, archive, folder, session } = await openTestArchive();
  await writeSampleData(session, undefined, undefined, 500);
  await client.customFields.create({ name: '会员卡号', type: 'text' });
  const ids = session.sqlite.prepare('select id from customers limit 40').pluck().all().map(Number);
  for (const owner of ['李娜', '王伟'])
    await finish(
      client.customers.bulk({ selection: { ids }, action: { type: 'set', field: 'owner', value: owner } }),
    );
  await finish(client.changes.undo({}));
  await finish(client.customers.bulk({ selection: { ids: ids.slice(9) }, action: { type: 'trash' } }));
  const sheet = temporaryFile('台账.csv', '客户名称,手机\n杭州八骏科技有限公司,13812341234\n');
  await importFile(client, sheet);
  await client.protection.setPassword({ password: '西湖的水 和 长江的风' });
  const contentsOf = ({ path, key }: Session) => contentsHash({ path, key }, { check: () => {} });
  const before = contentsOf(session);
  const backup = join(folder, '..', '带走的备份.kedang');
  renameSync((await finish(client.backups.create({}))).path, backup);
  await archive.close();
  rmSync(folder, { recursive: true });

  const { client: next, archive: other } = await openTestFolder(temporaryFolder('新电脑'));
  await finish(next.backups.restore({ source: { token: backup }, password: '西湖的水 和 长江的风' }));
  expect(contentsOf(other.holder.session())).toBe(before);
  expectAgreement(other.holder.session());
  await next.customers.create({ draft: { name: '恢复之后照常录入' } });
  expect(contentsOf(other.holder.session())).not.toBe(before);
});

test('a backup comes back into an empty folder, as on a new PC', async () => {
  const { backup } = await changedAfterBackup();
  const { client, archive } = await openTestFolder(temporaryFolder('新电脑'));
  expect((await client.archive.state()).state).toBe('none');
  const result = await finish(client.backups.restore({ source: { token: backup.path } }));
  expect(result).toEqual({ counts: backup.counts, safetyBackup: null, kept: null });
  expect(await namesIn(client)).toEqual(['仇先生', '杭州八骏科技有限公司']);
  expectAgreement(archive.holder.session());
});

test.each([
  ['of zero bytes', () => Buffer.alloc(0), 'archiveEmptyFile'],
  ['cut short', (whole: Buffer) => whole.subarray(0, 9_000), 'archiveDamaged'],
  ['that is something else', () => Buffer.from('客户名称,电话\n'), 'archiveForeignFile'],
])(
  'where the live file is one %s, restoring keeps it beside the restored one',
  async (_name, spoil, code) => {
    const { archive, folder, backup } = await changedAfterBackup();
    await archive.close();
    const live = join(folder, archiveFileName);
    const spoilt = spoil(readFileSync(live));
    writeFileSync(live, spoilt);

    const { client } = await openTestFolder(folder);
    const state = await client.archive.state();
    expect(state).toMatchObject({
      state: 'problem',
      failure: { code },
      backups: [{ id: backup.id, verified: true }],
    });
    const result = await finish(client.backups.restore({ source: { id: backup.id } }));
    expect(result.safetyBackup).toBeNull();
    expect(await namesIn(client)).toEqual(['仇先生', '杭州八骏科技有限公司']);
    const kept = readdirSync(folder).filter((name) => name.startsWith('原档案-'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder, kept[0] ?? '')).equals(spoilt)).toBe(true);
  },
);

test('an archive that turns out damaged while it is open can still be replaced by a backup', async () => {
  const { client, folder, backup, session } = await changedAfterBackup();
  spoilIndex(session.writer.sqlite);
  const result = await finish(client.backups.restore({ source: { id: backup.id } }));
  expect(result.safetyBackup).toBeNull();
  expect(await namesIn(client)).toEqual(['仇先生', '杭州八骏科技有限公司']);
  expect(readdirSync(folder).filter((name) => name.startsWith('原档案-'))).toHaveLength(1);
});

test('no change that was acknowledged while restoring is lost: it is in the safety backup', async () => {
  const { archive, client, backup } = await changedAfterBackup();
  let written = 0;
  const holder: ArchiveHolder = {
    ...archive.holder,
    async closeSession() {
      // The worst moment: the safety backup is made, and the archive still open.
      if (written++ < 2) await client.customers.create({ draft: { name: `最后一刻的客户 ${written}` } });
      await archive.holder.closeSession();
    },
  };
  const { safetyBackup } = await restoreBackup(holder, { path: backup.path }, () => {});
  expect(safetyBackup?.counts.customers).toBe(3 + 2);
  expect(await namesIn(client)).toEqual(['仇先生', '杭州八骏科技有限公司']);
});

test('when the restored archive does not open, what was comes back', async () => {
  const { archive, client, folder, backup } = await changedAfterBackup();
  const before = await namesIn(client);
  let opened = 0;
  const holder: ArchiveHolder = {
    ...archive.holder,
    async open() {
      opened += 1;
      if (opened === 1) return { state: 'problem', failure: { code: 'ioError', path: archive.holder.path } };
      return archive.holder.open();
    },
  };
  const failure = await failureOf(restoreBackup(holder, { path: backup.path }, () => {}));
  expect(failure.code).toBe('restoreFailed');
  expect(await namesIn(client)).toEqual(before);
  expect(readdirSync(folder).filter((name) => /原档案|kedang-/u.test(name))).toEqual([]);
});

test('cancelled at any point before the swap, restoring changes nothing', async () => {
  const { archive, client, folder, backup } = await changedAfterBackup();
  const before = await namesIn(client);
  const files = () => readdirSync(folder).filter((name) => !/-(?:wal|shm)$/u.test(name));
  const had = files();
  for (const stop of [0, 1, 3]) {
    const controller = new AbortController();
    let seen = 0;
    const report = () => {
      if (seen++ === stop) controller.abort();
    };
    const call = restoreBackup(archive.holder, { path: backup.path }, report, controller.signal);
    expect(await failureOf(call)).toEqual({ code: 'cancelled' });
    expect(await namesIn(client)).toEqual(before);
    expect(files()).toEqual(had);
  }
});

test('an older copy is migrated and checked before it takes the archive’s place', () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'old.db');
  const sqlite = openDatabase(path, { mustExist: false, key: null });
  sqlite.close();
  const result = migrateUnpacked({ kind: 'migrate', path, key: null }, { report: () => {}, check: () => {} });
  expect(result.counts.customers).toBe(0);
  expect(readdirSync(folder)).toEqual(['old.db']);
  expect(identifyFile(path).kind).toBe('ours');
});

test('the folder stays locked for others from before the restore until after it', async () => {
  const { archive, folder, backup } = await changedAfterBackup();
  const seen: unknown[] = [];
  const holder: ArchiveHolder = {
    ...archive.holder,
    async open() {
      const other = await openTestFolder(folder);
      seen.push((await createRouterClient(other.archive.router).archive.state()).state);
      await other.archive.close();
      return archive.holder.open();
    },
  };
  await restoreBackup(holder, { path: backup.path }, () => {});
  expect(seen).toEqual(['problem']);
});
