import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';
import type { FinderCustomer } from './finder-block.ts';

// One batch is read in about 5 ms; a request waits no longer for its turn.
const batchSize = 500;

type Row = readonly [id: number, code: string, name: string, shortName: string, aliases: string];

/** What the finder has to know of all customers outside the trash, in batches, read when each is asked for. */
export function* finderCustomers(sqlite: Database): Generator<FinderCustomer[]> {
  let after = 0;
  while (sqlite.open) {
    const rows = prepared(
      sqlite,
      `select id, code, name, shortName, aliases from customers
       where id > ? and trashedAt is null order by id limit ${batchSize}`,
    )
      .raw()
      .all(after) as Row[];
    const last = rows.at(-1)?.[0];
    if (last === undefined) return;
    const contacts = byCustomer(
      prepared(
        sqlite,
        `select customerId, name, '' from contacts where customerId > ? and customerId <= ?
         order by customerId, position, id`,
      )
        .raw()
        .all(after, last) as Owned[],
      (name) => ({ name }),
    );
    const methods = byCustomer(
      prepared(
        sqlite,
        `select customerId, type, value from contactMethods where customerId > ? and customerId <= ?
         order by customerId, position, id`,
      )
        .raw()
        .all(after, last) as Owned[],
      (type, value) => ({ type, value }),
    );
    yield rows.map(([id, code, name, shortName, aliases]) => ({
      id,
      code,
      name,
      shortName,
      aliases: aliases === '[]' ? none : (JSON.parse(aliases) as string[]),
      contacts: contacts.get(id) ?? none,
      methods: methods.get(id) ?? none,
    }));
    after = last;
  }
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
