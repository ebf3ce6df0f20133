import { expect, test } from 'vitest';
import { currentSchema, schemaOf } from '../../../src-main/archive/database/migrate.ts';
import { openTestFolder } from '../../support/open-test-archive.ts';
import { olderArchive } from '../../support/older-archive.ts';

test('an archive of schema 5 has no saved mappings yet, and what sheets it remembers', async () => {
  const folder = olderArchive(5, (sqlite) => {
    sqlite.exec(`insert into importMemory values ('客户名称|手机', '{}', '2026-11-22T06:30:05.000Z')`);
  });
  const { archive, client } = await openTestFolder(folder);
  const { sqlite } = archive.holder.session();
  expect(schemaOf(sqlite)).toBe(currentSchema);
  expect(await client.imports.schemes.list()).toEqual([]);
  expect(sqlite.prepare('select fingerprint from importMemory').pluck().all()).toEqual(['客户名称|手机']);
});
