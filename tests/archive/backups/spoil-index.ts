import type { Database } from 'better-sqlite3';

/**
 * Makes an index that does not say what its table does, as a bad disk can: the archive opens and reads well, copies
 * carry it along, and only a full check sees it.
 */
export function spoilIndex(sqlite: Database): void {
  sqlite.unsafeMode();
  sqlite.pragma('writable_schema = ON');
  sqlite.exec(
    "update sqlite_master set sql = replace(sql, 'is not null', 'is null') where name = 'customersInTrash'",
  );
  sqlite.pragma('writable_schema = RESET');
  sqlite.unsafeMode(false);
}
