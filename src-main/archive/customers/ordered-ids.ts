import type { CompiledQuery } from 'kysely';
import { newestChange } from '../newest-change.ts';
import type { Session } from '../session.ts';

interface Ordered {
  readonly key: string;
  readonly ids: readonly number[];
}

// Of each archive only the list that is on screen is worth keeping; two, since a preview may ask beside it.
const kept = 2;
const lists = new WeakMap<Session, Ordered[]>();

/**
 * All ids that a compiled query finds, in its order. One scan answers count and first page alike, and every
 * further page of the same list comes from memory, until a change is committed.
 */
export function orderedIds(session: Session, query: CompiledQuery): readonly number[] {
  const { sqlite } = session;
  const version = newestChange(sqlite);
  const key = `${version} ${query.sql} ${JSON.stringify(query.parameters)}`;
  const known = lists.get(session) ?? [];
  const found = known.find((list) => list.key === key);
  if (found) return found.ids;
  const ids = sqlite
    .prepare<unknown[], number>(query.sql)
    .pluck()
    .all(...query.parameters);
  lists.set(session, [{ key, ids }, ...known].slice(0, kept));
  return ids;
}
