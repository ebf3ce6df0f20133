import { existsSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  applicationId,
  connectionPragmas,
  openDatabase,
  pragmasOff,
  type OpenOptions,
} from '../../../src-main/archive/database/open.ts';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';

const open = (path: string, options: OpenOptions) => {
  const database = openDatabase(path, options);
  onTestFinished(() => void database.close());
  return database;
};

const folder = () => {
  const path = temporaryFolder();
  mkdirSync(path, { recursive: true });
  return path;
};

test('every connection of an open archive has every pragma, read back', async () => {
  const { session } = await openTestArchive();
  const expected = {
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
    temp_store: 2,
    mmap_size: 0,
    busy_timeout: 5_000,
  };
  expect(connectionPragmas).toEqual(expected);
  for (const sqlite of [session.sqlite, session.writer.sqlite]) {
    const actual = Object.keys(expected).map((name) => [name, sqlite.pragma(name, { simple: true })]);
    expect(Object.fromEntries(actual)).toEqual(expected);
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('application_id', { simple: true })).toBe(applicationId);
  }
  expect(session.sqlite.readonly).toBe(true);
  expect(() => session.sqlite.exec('delete from customers')).toThrow(/readonly/u);
});

test('a pragma that was changed afterwards is noticed', () => {
  const database = open(join(folder(), 'kedang.db'), { mustExist: false, key: null });
  expect(pragmasOff(database)).toEqual([]);
  database.pragma('synchronous = NORMAL');
  expect(pragmasOff(database)).toEqual(['synchronous']);
});

test('the full-text table works although the schema is not trusted', () => {
  const database = open(join(folder(), 'kedang.db'), { mustExist: false, key: null });
  database.exec("create virtual table terms using fts5(words, content='', contentless_delete=1)");
  database.exec("insert into terms (rowid, words) values (1, '八 骏 八骏')");
  expect(database.prepare('select rowid from terms where terms match ?').all('"八骏"')).toEqual([
    { rowid: 1 },
  ]);
});

test('a missing file is not created when one is expected', async () => {
  const path = join(folder(), 'kedang.db');
  expect(await failureOf((async () => openDatabase(path, { mustExist: true, key: null }))())).toEqual({
    code: 'fileMissing',
    path,
  });
  expect(existsSync(path)).toBe(false);
});

test('nothing is created over anything, an empty file included', async () => {
  const place = folder();
  const path = join(place, 'kedang.db');
  writeFileSync(path, '');
  const call = (async () => openDatabase(path, { mustExist: false, key: null }))();
  expect(await failureOf(call)).toEqual({ code: 'archiveAlreadyThere', folder: place });
});

test('a missing folder is named', async () => {
  const place = join(folder(), '没有这个文件夹');
  const call = (async () => openDatabase(join(place, 'kedang.db'), { mustExist: true, key: null }))();
  expect(await failureOf(call)).toEqual({ code: 'archiveFolderMissing', folder: place });
});

test.each(['客户 档案', '（全角）　空格', '📁 emoji 👩‍👩‍👧', 'a'.repeat(200), '客'.repeat(60), "引'号%20#?"])(
  'an archive lives in a folder named %s',
  async (name) => {
    const { client, session } = await openTestArchive({ folder: temporaryFolder(name) });
    await client.customers.create({ draft: { name: '杭州八骏科技有限公司' } });
    const backup = await finish(client.backups.create({}));
    expect(backup.counts.customers).toBe(1);
    expect(session.folder.endsWith(name)).toBe(true);
  },
);
