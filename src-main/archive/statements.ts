import type { Database, Statement } from 'better-sqlite3';

/** What a statement answers: objects, the first column alone, or arrays. */
const modes = ['pluck', 'raw'] as const;
type Mode = (typeof modes)[number];

const caches = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/**
 * A statement of this connection, prepared once. Its `pluck()` and `raw()` answer statements of their own, prepared once as
 * well: a mode that stayed on a statement would be met by whoever asks the same in another mode.
 */
export const prepared = (sqlite: Database, sql: string): Statement<unknown[]> => statementOf(sqlite, sql);

function statementOf(sqlite: Database, sql: string, mode?: Mode): Statement<unknown[]> {
  let statements = caches.get(sqlite);
  if (!statements) caches.set(sqlite, (statements = new Map()));
  const key = `${mode ?? ''} ${sql}`;
  const known = statements.get(key);
  if (known) return known;
  const statement = sqlite.prepare<unknown[]>(sql);
  statements.set(key, statement);
  if (mode) return statement[mode]();
  for (const other of modes)
    Object.defineProperty(statement, other, { value: () => statementOf(sqlite, sql, other) });
  return statement;
}
