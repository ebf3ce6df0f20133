import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { prepared } from '../../src-main/archive/statements.ts';
import { exportInputSchema } from '../../src-shared/exports.ts';
import { planFile } from '../support/import-file.ts';
import { draft, finish, openTestArchive } from '../support/open-test-archive.ts';

test('one text in several modes is several statements, each prepared once', () => {
  const sqlite = new Database(':memory:');
  const sql = 'select 1 as id, 2 as other';
  expect(prepared(sqlite, sql).raw().all()).toEqual([[1, 2]]);
  expect(prepared(sqlite, sql).all()).toEqual([{ id: 1, other: 2 }]);
  expect(prepared(sqlite, sql).pluck().all()).toEqual([1]);
  expect(prepared(sqlite, sql).all()).toEqual([{ id: 1, other: 2 }]);
  expect(prepared(sqlite, sql)).toBe(prepared(sqlite, sql));
  expect(prepared(sqlite, sql).raw()).toBe(prepared(sqlite, sql).raw());
  sqlite.close();
});

test('tags are exported also after an import was looked at', async () => {
  const { client, folder } = await openTestArchive();
  const { tag } = await client.tags.create({ name: '重点关注', colour: 0, group: '' });
  await client.customers.create({ draft: draft({ name: '杭州八骏科技有限公司', tagIds: [tag.id] }) });
  const sheet = join(folder, '台账.csv');
  writeFileSync(sheet, '客户名称,手机\n宁波恒通五金有限公司,13812345678\n');
  await planFile(client, sheet);
  const target = join(folder, '客户.csv');
  await finish(
    client.exports.customers(
      exportInputSchema.parse({
        target,
        format: 'csv',
        encoding: 'utf-8',
        language: 'zh-CN',
        selection: { filter: {} },
        sort: null,
        columns: ['name', 'tags'],
      }),
    ),
  );
  expect(readFileSync(target, 'utf8')).toContain('重点关注');
});
