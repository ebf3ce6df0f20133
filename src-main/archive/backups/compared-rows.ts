import type { Database } from 'better-sqlite3';
import type { ComparedCustomer, ThenAndNow } from '../../../src-shared/backups.ts';
import { countFullText, matchExpression } from '../search/full-text.ts';
import { prepared } from '../statements.ts';

/** Customers for a list of differences, in the order of `ids`. */
export const comparedRows = (
  sqlite: Database,
  ids: readonly number[],
  standing: (id: number) => ThenAndNow,
): ComparedCustomer[] => {
  const rows = prepared(
    sqlite,
    `select id, code, name, contactName, mobile from customers
     where id in (select value from json_each(?))`,
  ).all(JSON.stringify(ids)) as Omit<ComparedCustomer, 'standing'>[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? { ...row, standing: standing(id) } : [];
  });
};

/**
 * Ids of a page of the customers that a text finds, the trash left out. Without a text those named in `first` come first,
 * then all others by name.
 */
export const searchIn = (
  sqlite: Database,
  text: string,
  page: { readonly offset: number; readonly limit: number; readonly first: readonly number[] },
): { ids: number[]; total: number } => {
  const { offset, limit, first } = page;
  const expression = matchExpression(text);
  if (expression !== null) {
    const ids = prepared(
      sqlite,
      'select rowid from customerSearch where customerSearch match ? order by rowid desc limit ? offset ?',
    )
      .pluck()
      .all(expression, limit, offset);
    return { ids: ids as number[], total: countFullText(sqlite, expression) };
  }
  const total = prepared(sqlite, 'select count(*) from customers where trashedAt is null').pluck().get();
  const begin = first.slice(offset, offset + limit);
  const rest = prepared(
    sqlite,
    `select id from customers where trashedAt is null and id not in (select value from json_each(?))
     order by nameSort, id limit ? offset ?`,
  )
    .pluck()
    .all(JSON.stringify(first), limit - begin.length, Math.max(0, offset - first.length));
  return { ids: [...begin, ...(rest as number[])], total: Number(total) };
};
