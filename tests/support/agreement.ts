import { expect } from 'vitest';
import type { Session } from '../../src-main/archive/session.ts';
import { loadCustomersSync } from '../../src-main/archive/customers/load.ts';
import { documentTerms } from '../../src-main/archive/search/words.ts';
import { searchable } from '../../src-main/archive/customers/searchable.ts';
import { searchWords } from '../../src-main/archive/search/search-words.ts';
import { doubtsOf } from '../../src-shared/doubts.ts';

/**
 * Expects that an archive agrees with itself: pages and keys intact, no change left open, every row written
 * under a change that exists, and search and doubts exactly what the rows say.
 */
export function expectAgreement({ sqlite, writer }: Session): void {
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.prepare('select count(*) from openChange').pluck().get()).toBe(0);
  expect(sqlite.prepare("select count(*) from changes where action = ''").pluck().get()).toBe(0);

  const ids = sqlite.prepare('select id from customers order by id').pluck().all() as number[];
  const words = searchWords(sqlite);
  const customers = [...loadCustomersSync(sqlite, ids).values()];
  const journaled = sqlite
    .prepare("select count(distinct rowId) from journal where tableName = 'customers' and operation = 'I'")
    .pluck()
    .get() as number;
  expect(journaled).toBeGreaterThanOrEqual(ids.length);

  const wanted = customers.flatMap((customer) =>
    [...new Set(documentTerms(searchable(customer, words)).split(' '))]
      .filter(Boolean)
      .map((term) => `${customer.id} ${term}`),
  );
  expect(indexedTerms(writer.sqlite)).toEqual(wanted.toSorted());
  for (const customer of customers) expect(customer.doubts).toEqual(doubtsOf(customer));
}

/** Every term in the full-text index with its customer, as `id term`. */
function indexedTerms(sqlite: Session['sqlite']): string[] {
  sqlite.exec(
    "create virtual table if not exists temp.indexed using fts5vocab('main', 'customerSearch', 'instance')",
  );
  const rows = sqlite.prepare('select distinct doc, term from temp.indexed').all() as {
    doc: number;
    term: string;
  }[];
  return rows.map(({ doc, term }) => `${doc} ${term}`).toSorted();
}
