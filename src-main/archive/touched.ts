import type { Database } from 'better-sqlite3';
import { doubtsOf } from '../../src-shared/doubts.ts';
import type { Customer } from '../../src-shared/customers.ts';
import type { Tx } from './change.ts';
import { giveMemoryBackSoon } from './give-memory-back.ts';
import { breathe } from './long-work.ts';
import type { Session } from './session.ts';
import { derivedColumnNames, derivedColumns, doubtColumns } from './customers/derived.ts';
import { loadCustomersSync } from './customers/load.ts';
import { searchable } from './customers/searchable.ts';
import { removeFullText, writeFullText } from './search/full-text.ts';
import type { FinderCustomer } from './search/finder-block.ts';
import { finderCustomersAmong } from './search/finder-source.ts';
import { searchWords, type SearchWords } from './search/search-words.ts';
import { documentTerms } from './search/words.ts';
import { prepared } from './statements.ts';

/** What a change did to customers, as far as the finder and the listeners need it. */
export interface Touched {
  readonly ids: number[];
  /** Customers that are deleted or in the trash. */
  readonly gone: number[];
}

const batchSize = 500;

/** A change of so many customers leaves memory behind that is worth giving back. */
const manyCustomers = 10_000;

/**
 * Brings everything that is derived from a customer up to date, for exactly the customers the journal names
 * under this change: list columns, doubts, version and search terms. A renamed tag re-indexes its customers
 * without counting as a change of theirs.
 */
export async function updateTouched(tx: Tx): Promise<Touched> {
  const { sqlite } = tx;
  const ids: number[] = [];
  const unfinished: number[] = [];
  for (const [id, lastEntry] of prepared(
    sqlite,
    `select customerId, max(sequence) from journal where changeId = ? and customerId is not null
     group by customerId order by customerId`,
  )
    .raw()
    .all(tx.changeId) as [number, number][]) {
    ids.push(id);
    if (!tx.fresh.isComplete(id, lastEntry)) unfinished.push(id);
  }
  const renamedTagCustomers = prepared(
    sqlite,
    `select distinct customerId from customerTags where tagId in
       (select rowId from journal where changeId = ? and tableName = 'tags' and operation = 'U')`,
  )
    .pluck()
    .all(tx.changeId) as number[];

  tx.fresh.writeTerms();
  const touched: Touched = { ids, gone: [] };
  for (let start = 0; start < unfinished.length; start += batchSize) {
    const batch = unfinished.slice(start, start + batchSize);
    const found = loadCustomersSync(sqlite, batch);
    const words = searchWords(sqlite);
    for (const id of batch) {
      const customer = found.get(id);
      if (customer) derive(tx, customer, words, touched);
      else {
        removeFullText(sqlite, id);
        touched.gone.push(id);
      }
    }
    if (unfinished.length > batchSize)
      await tx.step('indexing', Math.min(start + batchSize, unfinished.length), unfinished.length);
  }

  const done = new Set(unfinished);
  const onlySearch = renamedTagCustomers.filter((id) => !done.has(id));
  for (let start = 0; start < onlySearch.length; start += batchSize) {
    const words = searchWords(sqlite);
    for (const customer of loadCustomersSync(sqlite, onlySearch.slice(start, start + batchSize)).values()) {
      writeFullText(sqlite, customer.id, documentTerms(searchable(customer, words)));
    }
    if (onlySearch.length > batchSize) {
      await tx.step('indexing', Math.min(start + batchSize, onlySearch.length), onlySearch.length);
    }
  }
  return touched;
}

const derivedSql = `update customers set ${[...derivedColumnNames, 'doubts', 'doubtCount']
  .map((name) => `${name} = @${name}`)
  .join(', ')} where id = @id`;

function derive(tx: Tx, customer: Customer, words: SearchWords, touched: Touched): void {
  const { sqlite } = tx;
  prepared(sqlite, derivedSql).run({
    id: customer.id,
    ...derivedColumns(customer, tx),
    ...doubtColumns(doubtsOf(customer)),
  });
  writeFullText(sqlite, customer.id, documentTerms(searchable(customer, words)));
  if (customer.trashedAt !== null) touched.gone.push(customer.id);
}

/**
 * Tells the finder what a committed change did. In slices, read anew: the documents of a large import must not all be in
 * memory at once. Of very many it learns after the change is done, as it does when an archive is opened.
 */
export async function updateFinder({ sqlite, finder, log }: Session, { ids, gone }: Touched): Promise<void> {
  finder.remove(gone);
  if (ids.length >= manyCustomers) {
    finder
      .putLater(customersIn(sqlite, ids))
      .then(giveMemoryBackSoon, (error: unknown) => log.incident(error));
    return;
  }
  for (const customers of customersIn(sqlite, ids)) {
    finder.put(customers);
    if (ids.length > batchSize) await breathe();
  }
}

/** Those that are not in the trash, batch by batch, each read when it is asked for. */
function* customersIn(sqlite: Database, ids: readonly number[]): Generator<FinderCustomer[]> {
  for (let start = 0; start < ids.length && sqlite.open; start += batchSize) {
    yield finderCustomersAmong(sqlite, ids.slice(start, start + batchSize));
  }
}
