import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';
import type { FinderCustomer } from './finder-block.ts';

// One batch is read in about 5 ms; a request waits no longer for its turn.
const batchSize = 500;

type Row = readonly [id: number, code: string, name: string, shortName: string, aliases: string];

const columns = 'id, code, name, shortName, aliases';
const order = 'order by customerId, position, id';
const ownedWhere = (condition: string) => ({
  contacts: `select customerId, name, '' from contacts where ${condition} ${order}`,
  methods: `select customerId, type, value from contactMethods where ${condition} ${order}`,
});

// The plus keeps the planner on the ids: from an index that begins with trashedAt it would read, and put in order, all
// customers that are left, for every batch.
const inOrder = {
  customers: `select ${columns} from customers where id > ? and +trashedAt is null order by id limit ${batchSize}`,
  ...ownedWhere('customerId > ? and customerId <= ?'),
};
const listed = 'in (select value from json_each(?))';
const among = {
  customers: `select ${columns} from customers where id ${listed} and +trashedAt is null order by id`,
  ...ownedWhere(`customerId ${listed}`),
};

/** What the finder has to know of all customers outside the trash, in batches, read when each is asked for. */
export function* finderCustomers(sqlite: Database): Generator<FinderCustomer[]> {
  let after = 0;
  while (sqlite.open) {
    const rows = prepared(sqlite, inOrder.customers).raw().all(after) as Row[];
    const last = rows.at(-1)?.[0];
    if (last === undefined) return;
    yield withOwned(sqlite, rows, inOrder, [after, last]);
    after = last;
  }
}

/** The same of the customers with these ids, those in the trash left out. */
export function finderCustomersAmong(sqlite: Database, ids: readonly number[]): FinderCustomer[] {
  const list = JSON.stringify(ids);
  const rows = prepared(sqlite, among.customers).raw().all(list) as Row[];
  return withOwned(sqlite, rows, among, [list]);
}

function withOwned(
  sqlite: Database,
  rows: readonly Row[],
  owned: ReturnType<typeof ownedWhere>,
  values: readonly unknown[],
): FinderCustomer[] {
  const contacts = byCustomer(
    prepared(sqlite, owned.contacts)
      .raw()
      .all(...values) as Owned[],
    (name) => ({ name }),
  );
  const methods = byCustomer(
    prepared(sqlite, owned.methods)
      .raw()
      .all(...values) as Owned[],
    (type, value) => ({ type, value }),
  );
  return rows.map(([id, code, name, shortName, aliases]) => ({
    id,
    code,
    name,
    shortName,
    aliases: aliases === '[]' ? none : (JSON.parse(aliases) as string[]),
    contacts: contacts.get(id) ?? none,
    methods: methods.get(id) ?? none,
  }));
}

const none: readonly never[] = [];

type Owned = readonly [customerId: number, first: string, second: string];

function byCustomer<T>(rows: readonly Owned[], make: (first: string, second: string) => T): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const [customerId, first, second] of rows) {
    const list = found.get(customerId);
    if (list) list.push(make(first, second));
    else found.set(customerId, [make(first, second)]);
  }
  return found;
}
