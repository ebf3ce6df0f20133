import type { Database } from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import type { KeyedFile } from '../database/copy.ts';
import { schemaOf } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { quoted } from '../database/tables.ts';
import { isDamage } from '../explain.ts';
import { archiveIdOf } from './archive-id.ts';
import { countsOf, lastChangeOf, passesCheck, passesReferences } from './contents.ts';
import type { CheckJob, CopyJob, CountJob, JobResults } from './jobs.ts';

/**
 * Makes a consistent copy of a live archive, over a connection of its own; it is also rid of what was deleted.
 *
 * @throws FailureError `archiveDamaged`
 */
export const copyArchive = ({ source, image, key }: CopyJob): JobResults['copy'] =>
  withDatabase({ path: source, key }, source, (database) => {
    database.prepare('vacuum into ?').run(image);
    return { tables: tablesByWork(database) };
  });

/**
 * The tables, those first whose check takes longest: side by side, the last one to begin should be a short one. The search index
 * counts as the longest; of the others, each row is looked for in each index.
 */
const tablesByWork = (database: Database): string[] => {
  const tables = database
    .prepare<[], { name: string; sql: string; indexes: number }>(
      `select name, sql, (select count(*) from sqlite_master i where i.tbl_name = t.name and i.type = 'index') as indexes
       from sqlite_master t where type = 'table'`,
    )
    .all();
  const work = ({ name, sql, indexes }: (typeof tables)[number]): number => {
    if (/^create virtual table/iu.test(sql)) return Infinity;
    if (/without rowid/iu.test(sql)) return 0;
    const last: unknown = database
      .prepare(`select max(rowid) from ${quoted(name)}`)
      .pluck()
      .get();
    return Number(last ?? 0) * (1 + indexes);
  };
  return tables
    .map((table) => ({ name: table.name, work: work(table) }))
    .sort((a, b) => (a.work === b.work ? 0 : b.work - a.work))
    .map(({ name }) => name);
};

/**
 * SQLite's full check of one table and its indexes, or of the search index. All tables of a fresh copy together
 * are its whole check; one by one, they can be checked side by side.
 *
 * @throws FailureError `archiveDamaged` about the archive: a copy is as damaged as what it was made of
 */
export const checkTable = ({ source, image, table, key }: CheckJob): JobResults['check'] =>
  withDatabase({ path: image, key }, source, (database) => {
    if (!passesCheck(database, table)) throw new FailureError({ code: 'archiveDamaged', path: source });
    return { table };
  });

/** What a backup's header says of its contents. @throws FailureError `archiveDamaged` when rows refer to none */
export const countImage = ({ source, image, key }: CountJob): JobResults['count'] =>
  withDatabase({ path: image, key }, source, (database) => {
    if (!passesReferences(database)) throw new FailureError({ code: 'archiveDamaged', path: source });
    return {
      schema: schemaOf(database),
      counts: countsOf(database),
      lastChange: lastChangeOf(database),
      archiveId: archiveIdOf(database) ?? undefined,
    };
  });

const withDatabase = <T>({ path, key }: KeyedFile, source: string, work: (database: Database) => T): T => {
  let database: Database | undefined;
  try {
    database = openDatabase(path, { readonly: true, mustExist: true, key });
    return work(database);
  } catch (error) {
    throw isDamage(error)
      ? new FailureError({ code: 'archiveDamaged', path: source }, { cause: error })
      : error;
  } finally {
    database?.close();
  }
};
