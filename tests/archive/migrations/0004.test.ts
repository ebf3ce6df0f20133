import { expect, test } from 'vitest';
import { currentSchema, schemaOf } from '../../../src-main/archive/database/migrate.ts';
import { openTestFolder } from '../../support/open-test-archive.ts';
import { olderArchive } from '../../support/older-archive.ts';

test('an archive of schema 3 remembers no sheet yet, and has all else as it was', async () => {
  const folder = olderArchive(3, (sqlite) => {
    sqlite.exec(`insert into tags (id, name, colour, "group") values (3, '重点关注', 0, '关系')`);
  });
  const { archive } = await openTestFolder(folder);
  const { sqlite } = archive.holder.session();
  expect(schemaOf(sqlite)).toBe(currentSchema);
  expect(sqlite.prepare('select * from importMemory').all()).toEqual([]);
  expect(sqlite.prepare('select id, name from tags').all()).toEqual([{ id: 3, name: '重点关注' }]);
});
