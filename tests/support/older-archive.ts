import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { migrations } from '../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { quoted } from '../../src-main/archive/database/tables.ts';
import { temporaryFolder } from './open-test-archive.ts';

/**
 * A folder with an archive as an older program left it: made by the frozen SQL up to `schema`, filled by `fill`, and
 * without the triggers, which every migration makes anew.
 */
export function olderArchive(schema: number, fill: (sqlite: Database) => void): string {
  const folder = temporaryFolder('旧版本的档案');
  mkdirSync(folder, { recursive: true });
  const sqlite = openDatabase(join(folder, archiveFileName), { mustExist: false, key: null });
  sqlite.pragma('foreign_keys = OFF');
  for (const step of migrations.slice(0, schema)) sqlite.exec(step);
  sqlite.pragma(`user_version = ${schema}`);
  fill(sqlite);
  sqlite.close();
  return folder;
}

/**
 * A `fill` for {@link olderArchive} with everything of a present archive that the older schema has a place for, search index
 * and history included: what an older program would have written for the same customers.
 */
export const everythingOf =
  (source: Database) =>
  (older: Database): void => {
    // Tables of the search index are filled as what they are: tables.
    older.unsafeMode(true);
    for (const table of tablesIn(older)) {
      const known = new Set(columnsOf(source, table));
      const columns = columnsOf(older, table)
        .filter((column) => known.has(column))
        .map(quoted)
        .join(', ');
      if (columns === '') continue;
      older.exec(`delete from ${quoted(table)}`);
      const rows = source
        .prepare(`select ${columns} from ${quoted(table)}`)
        .raw()
        .all() as unknown[][];
      if (rows.length === 0) continue;
      const places = rows[0]?.map(() => '?').join(', ') ?? '';
      const insert = older.prepare(`insert into ${quoted(table)} (${columns}) values (${places})`);
      for (const row of rows) insert.run(row);
    }
    older.unsafeMode(false);
  };

const tablesIn = (sqlite: Database): string[] =>
  sqlite
    .prepare(
      "select name from sqlite_schema where type = 'table' and rootpage > 0 order by name = 'sqlite_sequence'",
    )
    .pluck()
    .all() as string[];

const columnsOf = (sqlite: Database, table: string): string[] =>
  (sqlite.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map(({ name }) => name);
