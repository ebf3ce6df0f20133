import { expect, test } from 'vitest';
import { currentSchema, schemaOf } from '../../../src-main/archive/database/migrate.ts';
import { finish, openTestFolder } from '../../support/open-test-archive.ts';
import { olderArchive } from '../../support/older-archive.ts';

const action = '{"type":"import","file":"客户.xlsx","sheet":"客户","created":1,"updated":0,"skipped":0}';

test('an import of schema 4 is listed as before, with nothing left over, and can be undone', async () => {
  const folder = olderArchive(4, (sqlite) => {
    sqlite
      .prepare(
        "insert into changes (id, at, actor, action, kind, rows) values (1, '2026-11-22T06:30:00.000Z', '王姐', ?, 'do', 1)",
      )
      .run(action);
  });
  const { client, archive } = await openTestFolder(folder);
  expect(schemaOf(archive.holder.session().sqlite)).toBe(currentSchema);
  const batch = { changeId: 1, file: '客户.xlsx', created: 1, inEffect: true };
  expect(await client.imports.list({})).toMatchObject({ total: 1, batches: [batch] });
  expect(await client.imports.get({ changeId: 1 })).toMatchObject({
    ...batch,
    leftOut: 0,
    doubtful: 0,
    stored: 0,
  });
  expect(await client.imports.leftovers({ changeId: 1 })).toEqual({ rows: [], total: 0 });
  await finish(client.changes.undo({ changeId: 1 }));
  expect(await client.imports.get({ changeId: 1 })).toMatchObject({
    inEffect: false,
    undo: { keptCount: 0 },
  });
});
