import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copyDatabase } from '../../../src-main/archive/database/copy.ts';
import { readMark } from '../../../src-main/archive/database/mark.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { isDamage } from '../../../src-main/archive/explain.ts';
import { newDataKey, type DataKey } from '../../../src-main/archive/keys/data-key.ts';
import { openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';

const place = (name: string): string => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
};

const secret = '西湖区文三路 478 号的秘密';

/** A file of some twenty pages under a key, closed. */
const filled = (key: DataKey): string => {
  const path = place('密.db');
  const sqlite = openDatabase(path, { mustExist: false, key });
  sqlite.exec('create table notes (id integer primary key, text text not null)');
  const insert = sqlite.prepare('insert into notes (text) values (?)');
  for (let row = 0; row < 200; row += 1) insert.run(`${secret} ${row} ${'备注'.repeat(60)}`);
  expect(readFileSync(`${path}-wal`).includes(secret)).toBe(false);
  sqlite.close();
  return path;
};

const readAll = (path: string, key: DataKey | null): unknown => {
  const sqlite = openDatabase(path, { mustExist: true, readonly: true, key });
  try {
    return [
      sqlite.prepare('select sum(length(text)) from notes').pluck().get(),
      sqlite.pragma('integrity_check', { simple: true }),
    ];
  } finally {
    sqlite.close();
  }
};

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('a file opens with its key, and with no other and without one it is no database', () => {
  const key = newDataKey();
  const path = filled(key);
  expect(readAll(path, key)).toEqual([expect.any(Number), 'ok']);
  expect(isDamage(thrownBy(() => readAll(path, { ...newDataKey(), id: key.id })))).toBe(true);
  expect(isDamage(thrownBy(() => readAll(path, null)))).toBe(true);
});

test('nothing of what was written stands in the file, which says whose key it takes', () => {
  const key = newDataKey();
  const bytes = readFileSync(filled(key));
  expect(bytes.includes(secret)).toBe(false);
  expect(bytes.includes('create table')).toBe(false);
  expect(bytes.includes(Buffer.from(key.bytes))).toBe(false);
  expect(readMark(bytes)).toEqual({ kind: 'encrypted', keyId: key.id });
});

test('a flipped bit anywhere is found: in every page by the cipher, in the mark by the mark', () => {
  const key = newDataKey();
  const path = filled(key);
  const whole = readFileSync(path);
  const pages = whole.length / 4096;
  expect(pages).toBeGreaterThan(10);
  const places = [16, 24, 99, 2_000, 4_031, 4_032, 4_063, 4_095];
  for (let page = 0; page < pages; page += 1) {
    for (const at of page === 0 ? places : [0, ...places]) {
      const spoiled = Buffer.from(whole);
      spoiled[page * 4096 + at] = (spoiled[page * 4096 + at] ?? 0) ^ (1 << ((page + at) % 8));
      writeFileSync(path, spoiled);
      expect(isDamage(thrownBy(() => readAll(path, key))), `page ${page} byte ${at}`).toBe(true);
    }
  }
  for (let bit = 0; bit < 16 * 8; bit += 1) {
    const spoiled = Buffer.from(whole.subarray(0, 16));
    spoiled[bit >> 3] = (spoiled[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(readMark(spoiled), `bit ${bit}`).toEqual({ kind: 'damaged' });
  }
});

test('a file that was cut short is found', () => {
  const key = newDataKey();
  const path = filled(key);
  const { length } = readFileSync(path);
  for (const size of [length - 4096, length - 100, 4096, 100]) {
    truncateSync(path, size);
    expect(isDamage(thrownBy(() => readAll(path, key))), `${size} bytes`).toBe(true);
  }
});

const contents = (sqlite: Database): unknown => {
  const tables = sqlite
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_stat%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];
  return {
    schema: sqlite.prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name').all(),
    version: [sqlite.pragma('user_version'), sqlite.pragma('application_id')],
    rows: tables
      .filter((name) => name !== 'customerSearch')
      .map((name) => [name, sqlite.prepare(`select * from "${name}" order by 1`).all()]),
    found: sqlite
      .prepare(`select rowid from customerSearch where customerSearch match '"杭州"' order by 1`)
      .all(),
  };
};

test('copying under another key brings over every row, index, trigger and search term, to the key given only', async () => {
  const { client, session } = await openTestArchive();
  for (const name of ['杭州八骏科技有限公司', '杭州恒通五金', '宁波四海贸易'])
    await client.customers.create({
      draft: { name, methods: [{ type: 'mobile', value: '13800138000', label: '' }] },
    });
  const to = newDataKey();
  const path = join(session.folder, 'copy.db');
  copyDatabase(
    { path: session.path, key: session.key },
    { path, key: to },
    { progress: () => {}, check: () => {} },
  );
  const copy = openDatabase(path, { mustExist: true, key: to });
  try {
    expect(contents(copy)).toEqual(contents(session.sqlite));
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    expect(thrownBy(() => copy.exec("update customers set name = '无变更'"))).toBeInstanceOf(Error);
  } finally {
    copy.close();
  }
  if (session.key) expect(isDamage(thrownBy(() => readAll(path, session.key)))).toBe(true);
});
