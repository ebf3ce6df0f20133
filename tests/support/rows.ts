import type { Database } from 'better-sqlite3';
import { journaledColumns, journaledTables, quoted } from '../../src-main/archive/database/tables.ts';

/** Every row of every journaled table in its business columns: what undo must bring back exactly. */
export function archivedRows(sqlite: Database): Record<string, unknown[]> {
  return Object.fromEntries(
    journaledTables.map((table) => [
      table,
      sqlite
        .prepare(`select id, ${journaledColumns[table].map(quoted).join(', ')} from ${table} order by id`)
        .all(),
    ]),
  );
}
