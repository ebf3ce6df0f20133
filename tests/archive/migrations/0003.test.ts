import type { Database } from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentSchema, schemaOf } from '../../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../src-main/archive/database/open.ts';
import { openUnwritable } from '../../../src-main/archive/database/unwritable.ts';
import { documentTerms } from '../../../src-main/archive/search/words.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { finish, openTestFolder } from '../../support/open-test-archive.ts';
import { olderArchive } from '../../support/older-archive.ts';
import { archivedRows } from '../../support/rows.ts';

const names = ['杭州八骏科技有限公司', '宁波恒通五金厂'];

/** Two customers with what belongs to them, as the first program wrote them. */
const fill = (sqlite: Database): void => {
  sqlite.exec(`
    insert into changes (id, at, actor, action, kind, rows) values
      (1, '2024-11-08T06:30:00.000Z', '王敏', '{"type":"sampleData","created":2}', 'do', 4);
    insert into tags (id, name, colour, "group") values (3, '重点关注', 0, '关系');
  `);
  names.forEach((name, index) => {
    const id = 21 + index;
    sqlite
      .prepare(
        `insert into customers (id, kind, code, name, createdAt, version, updatedAt, nameKey, nameSort)
         values (?, 'company', ?, ?, '2024-11-08T06:30:00.000Z', 1, '2024-11-08T06:30:00.000Z', ?, ?)`,
      )
      .run(id, `KH-00${id}`, name, name, name);
    sqlite.prepare('insert into customerTags (customerId, tagId) values (?, 3)').run(id);
    sqlite
      .prepare(
        "insert into journal (changeId, tableName, rowId, customerId, operation) values (1, 'customers', ?, ?, 'I')",
      )
      .run(id, id);
    const terms = documentTerms({
      trashed: false,
      code: `KH-00${id}`,
      name,
      shortName: '',
      aliases: [],
      contacts: [],
      methods: [],
      tags: ['重点关注'],
      texts: [],
    });
    sqlite.prepare('insert into customerSearch (rowid, terms) values (?, ?)').run(id, terms);
  });
};

/** Every row of the tables that the first schema has, whole. */
const rowsOf = (sqlite: Database) =>
  Object.fromEntries(
    ['journal', 'customers', 'tags', 'customerTags', 'settings', 'savedViews'].map((table) => [
      table,
      sqlite.prepare(`select * from ${table} order by 1`).all(),
    ]),
  );

const oldRows = (folder: string) => {
  const sqlite = openDatabase(join(folder, archiveFileName), { mustExist: true, readonly: true, key: null });
  try {
    return rowsOf(sqlite);
  } finally {
    sqlite.close();
  }
};

test('an archive of schema 1 opens with every row as it was, after a verified backup of it', async () => {
  const folder = olderArchive(1, fill);
  const before = oldRows(folder);
  const { client, archive } = await openTestFolder(folder);
  const session = archive.holder.session();
  expect(schemaOf(session.sqlite)).toBe(currentSchema);
  expect(rowsOf(session.sqlite)).toEqual(before);
  expect(await client.customFields.list()).toEqual([]);
  expect(await client.backups.list()).toMatchObject([
    { reason: 'beforeMigration', verified: true, schema: 1, counts: { customers: 2, tags: 1 } },
  ]);

  // The new tables are journaled like the old ones.
  const { field } = await client.customFields.create({ name: '付款方式', type: 'text' });
  const { version } = await client.customers.get({ id: 21 });
  const custom = [{ fieldId: field.id, value: '月结' }];
  await client.customers.update({ id: 21, baseVersion: version, patch: { custom } });
  expect((await client.customers.get({ id: 21 })).custom).toEqual(custom);
  await finish(client.changes.undo({}));
  await finish(client.changes.undo({}));
  expect(archivedRows(session.sqlite)['customFields']).toEqual([]);
  expect(archivedRows(session.sqlite)['customFieldValues']).toEqual([]);
  expectAgreement(session);
});

test('a backup of schema 1 is restored into the present schema', async () => {
  const folder = olderArchive(1, fill);
  const before = oldRows(folder);
  const { client, archive } = await openTestFolder(folder);
  await client.customFields.create({ name: '付款方式', type: 'text' });
  const old = (await client.backups.list()).find(({ reason }) => reason === 'beforeMigration');
  const source = { id: old?.id ?? '' };
  expect(await finish(client.backups.inspect({ source }))).toMatchObject({ needsMigration: true });
  expect(await finish(client.backups.restore({ source }))).toMatchObject({
    counts: { customers: 2, tags: 1 },
    safetyBackup: { reason: 'beforeRestore', verified: true, schema: currentSchema },
  });
  const session = archive.holder.session();
  expect(schemaOf(session.sqlite)).toBe(currentSchema);
  expect(rowsOf(session.sqlite)).toEqual(before);
  expect(await client.customFields.list()).toEqual([]);
  expectAgreement(session);
});

test('an older archive in a folder that nothing can be written to is read all the same', () => {
  const folder = olderArchive(1, fill);
  const before = oldRows(folder);
  const { sqlite, close } = openUnwritable(join(folder, archiveFileName), null);
  expect(schemaOf(sqlite)).toBe(currentSchema);
  expect(rowsOf(sqlite)).toEqual(before);
  close();
  expect(oldRows(folder)).toEqual(before);
});
