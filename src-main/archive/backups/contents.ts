import type { Database } from 'better-sqlite3';
import type { ArchiveCounts } from '../../../src-shared/backups.ts';
import { quoted } from '../database/tables.ts';

/** What is in an archive, by kind. `customers` leaves out those in the trash, which `trashed` counts. */
export const countsOf = (sqlite: Database): ArchiveCounts =>
  sqlite
    .prepare<[], ArchiveCounts>(
      `select
        (select count(*) from customers) - (select count(*) from customers where trashedAt is not null) as customers,
        (select count(*) from contacts) as contacts,
        (select count(*) from contactMethods) as contactMethods,
        (select count(*) from tags) as tags,
        (select count(*) from customers where trashedAt is not null) as trashed,
        (select count(*) from changes) as changes`,
    )
    .all()[0] ?? noCounts;

const noCounts: ArchiveCounts = {
  customers: 0,
  contacts: 0,
  contactMethods: 0,
  tags: 0,
  trashed: 0,
  changes: 0,
};

export type NewestCustomers = { name: string; updatedAt: string }[];

/** The five customers that were changed last, for recognising an archive. */
export const newestOf = (sqlite: Database): NewestCustomers =>
  sqlite
    .prepare<[], NewestCustomers[number]>(
      'select name, updatedAt from customers where trashedAt is null order by updatedAt desc, id desc limit 5',
    )
    .all();

/** SQLite's full check of the whole file, or of one table: pages, and that every index says what its table does. */
export const passesCheck = (sqlite: Database, table?: string): boolean => {
  const rows = sqlite.pragma(
    table === undefined ? 'integrity_check(1)' : `integrity_check(${quoted(table)})`,
  );
  return Array.isArray(rows) && rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok';
};

/** That no row refers to one that is not there. */
export const passesReferences = (sqlite: Database): boolean =>
  sqlite.prepare('select 1 from pragma_foreign_key_check limit 1').get() === undefined;

/** Whether two archives hold equally many of everything. */
export const sameCounts = (a: ArchiveCounts, b: ArchiveCounts): boolean =>
  a.customers === b.customers &&
  a.contacts === b.contacts &&
  a.contactMethods === b.contactMethods &&
  a.tags === b.tags &&
  a.trashed === b.trashed &&
  a.changes === b.changes;

/** The latest change of an archive; null in one that was never written to. */
export const lastChangeOf = (sqlite: Database): { id: number; at: string } | null =>
  sqlite
    .prepare<[], { id: number; at: string }>('select id, at from changes order by id desc limit 1')
    .get() ?? null;
