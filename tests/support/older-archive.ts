import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { migrations } from '../../src-main/archive/database/migrate.ts';
import { archiveFileName, openDatabase } from '../../src-main/archive/database/open.ts';
import { temporaryFolder } from './open-test-archive.ts';

/**
 * A folder with an archive as an older program left it: made by the frozen SQL up to `schema`, filled by `fill`, and
 * without the triggers, which every migration makes anew.
 */
export function olderArchive(schema: number, fill: (sqlite: Database) => void): string {
  const folder = temporaryFolder('旧版本的档案');
  mkdirSync(folder, { recursive: true });
  const sqlite = openDatabase(join(folder, archiveFileName), { mustExist: false, key: null });
  for (const step of migrations.slice(0, schema)) sqlite.exec(step);
  sqlite.pragma(`user_version = ${schema}`);
  fill(sqlite);
  sqlite.close();
  return folder;
}
