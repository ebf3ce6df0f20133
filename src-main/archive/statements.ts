import type { Database, Statement } from 'better-sqlite3';

/** What a statement answers besides objects: the first column alone, or arrays. */
const modes = ['pluck', 'raw'] as const;

const caches = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * A statement of this connection, prepared once. Its `pluck()` and `raw()` answer statements of their own, prepared once as
 * well: a mode that stayed on a statement would be met by whoever asks the same in another mode.
 *
 * @param sql best a constant: a text put together anew has to be read to its end to be found again
 */
export function prepared(sqlite: Database, sql: string): Statement<unknown[]> {
  let statements = caches.get(sqlite);
  if (!statements) caches.set(sqlite, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = withModes(sqlite, sql)));
  return statement;
}

function withModes(sqlite: Database, sql: string): Statement<unknown[]> {
  const statement = sqlite.prepare<unknown[]>(sql);
  for (const mode of modes) {
    let own: Statement<unknown[]> | undefined;
    Object.defineProperty(statement, mode, { value: () => (own ??= sqlite.prepare<unknown[]>(sql)[mode]()) });
  }
  return statement;
}
