import type { Database } from 'better-sqlite3';
import { FailureError } from '../../../src-shared/failures.ts';
import type { KeyedFile } from '../database/copy.ts';
import { schemaOf } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
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
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    return { tables: tables.map(String) };
  });

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
