import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../src-main/archive/database/migrate.ts';

it('schema 2 lets an undo remember what it left alone, and keeps the changes there were', () => {
  const sqlite = new Database(':memory:');
  migrate(sqlite, migrations.slice(0, 1));
  sqlite.exec(
    `insert into changes (at, actor, action, kind, rows) values ('2026-11-22T06:30:00.000Z', '王姐', '{"type":"createArchive"}', 'do', 0)`,
  );
  migrate(sqlite, migrations.slice(0, 2));
  expect(sqlite.prepare('select * from changes').all()).toEqual([
    {
      id: 1,
      at: '2026-11-22T06:30:00.000Z',
      actor: '王姐',
      action: '{"type":"createArchive"}',
      kind: 'do',
      target: null,
      undoneBy: null,
      rows: 0,
      kept: null,
    },
  ]);
  expect(sqlite.pragma('user_version', { simple: true })).toBe(2);
  sqlite.close();
});
