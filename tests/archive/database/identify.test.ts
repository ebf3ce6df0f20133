import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { identifyFile, identityFailure } from '../../../src-main/archive/database/identify.ts';
import { currentSchema } from '../../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { openTestArchive, openTestFolder, temporaryFolder } from '../../support/open-test-archive.ts';
import { keyOfFile } from '../../support/archive-key.ts';
import { olderArchive } from '../../support/older-archive.ts';

/** A closed archive with one customer, and the path of its file. */
const closedArchive = async () => {
  const { archive, client, folder } = await openTestArchive();
  await client.customers.create({ draft: { name: '义乌市小商品城陈氏饰品' } });
  await archive.close();
  return { folder, path: join(folder, archiveFileName) };
};

const fileWith = (content: string | Buffer) => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, archiveFileName);
  writeFileSync(path, content);
  return { folder, path };
};

test('an archive of ours is known with its schema by its key, and without one as locked', async () => {
  const { path } = await closedArchive();
  const key = keyOfFile(path);
  expect(identifyFile(path)).toEqual({ kind: 'locked', keyId: key?.id });
  expect(identifyFile(path, () => key)).toEqual({ kind: 'ours', schema: currentSchema, encrypted: true });
});

test('an archive of before there was encryption is known with its schema', () => {
  const folder = olderArchive(1, () => {});
  expect(identifyFile(join(folder, archiveFileName))).toEqual({ kind: 'ours', schema: 1, encrypted: false });
});

test('an archive of a later version is known as such, and refused by name', async () => {
  const { path } = await closedArchive();
  const key = keyOfFile(path);
  const later = openDatabase(path, { mustExist: true, key });
  later.pragma('user_version = 99');
  later.close();
  const identity = identifyFile(path, () => key);
  expect(identity).toEqual({ kind: 'newer', schema: 99 });
  expect(identityFailure(identity, path)).toEqual({
    code: 'archiveNewer',
    path,
    schema: 99,
    ours: currentSchema,
  });
});

test('a later version still in the write-ahead log is seen', async () => {
  const { path } = await closedArchive();
  const key = keyOfFile(path);
  const later = openDatabase(path, { mustExist: true, key });
  later.pragma('user_version = 99');
  // Copied while open: the log has not been folded into the file.
  const { path: copy } = fileWith('');
  copyFileSync(path, copy);
  copyFileSync(`${path}-wal`, `${copy}-wal`);
  later.close();
  expect(identifyFile(copy, () => key)).toEqual({ kind: 'newer', schema: 99 });
});

const databaseOfAnother = () => {
  const { path } = fileWith('');
  const other = new Database(path);
  other.exec('create table invoices (id integer)');
  other.close();
  return readFileSync(path);
};

describe('what is no archive', () => {
  test.each([
    ['zero bytes', '', 'empty'],
    ['one byte', 'S', 'damaged'],
    ['the beginning of an archive and no more', 'KEDANG', 'damaged'],
    ['the beginning of a database and no more', 'SQLite format 3\0', 'damaged'],
    ['a text file', '客户名称,电话\n', 'foreign'],
    ['a spreadsheet', readFileSync('tests/fixtures/samples/客户台账2015-2024.xlsx'), 'foreign'],
    ['a database of another program', databaseOfAnother, 'foreign'],
  ])('%s', (_name, content, kind) => {
    const { folder, path } = fileWith(typeof content === 'function' ? content() : content);
    const before = readFileSync(path);
    expect(identifyFile(path)).toEqual({ kind });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual([archiveFileName]);
  });

  test('a folder of that name, and nothing at all', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, archiveFileName), { recursive: true });
    expect(identifyFile(join(folder, archiveFileName))).toEqual({ kind: 'foreign' });
    expect(identifyFile(join(folder, 'nothing.db'))).toEqual({ kind: 'missing' });
  });
});

test('an archive cut short anywhere is damaged, and is never opened as an empty one', async () => {
  const { path, folder } = await closedArchive();
  const whole = readFileSync(path);
  const key = keyOfFile(path);
  const cut = path;
  for (let part = 1; part < 40; part += 1) {
    writeFileSync(cut, whole);
    const length = Math.floor((whole.length * part) / 40) - (part % 2);
    truncateSync(cut, length);
    expect(
      identifyFile(cut, () => key),
      `${length} of ${whole.length} bytes`,
    ).toEqual({ kind: 'damaged' });
    const { archive } = await openTestFolder(folder);
    expect(archive.holder.state()).toEqual({
      state: 'problem',
      failure: { code: 'archiveDamaged', path: cut },
    });
    await archive.close();
    expect(readFileSync(cut).equals(whole.subarray(0, length))).toBe(true);
  }
});

test('an archive whose first page was overwritten is not opened', async () => {
  const { path } = await closedArchive();
  const bytes = readFileSync(path);
  const key = keyOfFile(path);
  bytes.fill(0xab, 100, 4096);
  writeFileSync(path, bytes);
  expect(identifyFile(path, () => key)).toEqual({ kind: 'damaged' });
});
