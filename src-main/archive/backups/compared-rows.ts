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

/** Ids of a page of the customers that a text finds, the trash left out; by name where there is no text. */
export const searchIn = (
  sqlite: Database,
  text: string,
  offset: number,
  limit: number,
): { ids: number[]; total: number } => {
  const expression = matchExpression(text);
  if (expression === null) {
    const total = prepared(sqlite, 'select count(*) from customers where trashedAt is null').pluck().get();
    const ids = prepared(
      sqlite,
      'select id from customers where trashedAt is null order by nameSort, id limit ? offset ?',
    )
      .pluck()
      .all(limit, offset);
    return { ids: ids as number[], total: Number(total) };
  }
  const ids = prepared(
    sqlite,
    'select rowid from customerSearch where customerSearch match ? order by rowid desc limit ? offset ?',
  )
    .pluck()
    .all(expression, limit, offset);
  return { ids: ids as number[], total: countFullText(sqlite, expression) };
};
