import type { Database, Statement } from 'better-sqlite3';

const caches = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * A statement of this connection, prepared once. Modes such as `pluck()` stay on the statement: use one SQL text
 * in one mode only.
 */
export function prepared(sqlite: Database, sql: string): Statement<unknown[]> {
  let statements = caches.get(sqlite);
  if (!statements) caches.set(sqlite, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = sqlite.prepare<unknown[]>(sql)));
  return statement;
}
