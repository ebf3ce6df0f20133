import type { Database } from 'better-sqlite3';
import { doubtsOf } from '../../src-shared/doubts.ts';
import { companyKey } from '../../src-shared/company-names.ts';
import type { Customer } from '../../src-shared/customers.ts';
import type { Tx } from './change.ts';
import { breathe } from './long-work.ts';
import type { Session } from './session.ts';
import { loadCustomersSync } from './customers/load.ts';
import { removeFullText, writeFullText } from './search/full-text.ts';
import { toSimplified } from './search/simplify.ts';
import { nameSortKey } from './search/sort-key.ts';
import { documentTerms, type SearchableCustomer } from './search/words.ts';
import { prepared } from './statements.ts';

/** What a change did to customers, as far as the finder and the listeners need it. */
export interface Touched {
  readonly ids: number[];
  /** Customers that are deleted or in the trash. */
  readonly gone: number[];
}

const batchSize = 500;

/**
 * Brings everything that is derived from a customer up to date, for exactly the customers the journal names
 * under this change: list columns, doubts, version and search terms. A renamed tag re-indexes its customers
 * without counting as a change of theirs.
 */
export async function updateTouched(tx: Tx): Promise<Touched> {
  const { sqlite } = tx;
  const ids = prepared(
    sqlite,
    'select distinct customerId from journal where changeId = ? and customerId is not null order by customerId',
  )
    .pluck()
    .all(tx.changeId) as number[];
  const renamedTagCustomers = prepared(
    sqlite,
    `select distinct customerId from customerTags where tagId in
       (select rowId from journal where changeId = ? and tableName = 'tags' and operation = 'U')`,
  )
    .pluck()
    .all(tx.changeId) as number[];

  const touched: Touched = { ids, gone: [] };
  const touchedIds = new Set(ids);
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = ids.slice(start, start + batchSize);
    const found = loadCustomersSync(sqlite, batch);
    const tagNames = tagNamesOf(sqlite);
    for (const id of batch) {
      const customer = found.get(id);
      if (customer) derive(tx, customer, tagNames, touched);
      else {
        removeFullText(sqlite, id);
        touched.gone.push(id);
      }
    }
    if (ids.length > batchSize)
      await tx.step('indexing', Math.min(start + batchSize, ids.length), ids.length);
  }

  const onlySearch = renamedTagCustomers.filter((id) => !touchedIds.has(id));
  for (let start = 0; start < onlySearch.length; start += batchSize) {
    const tagNames = tagNamesOf(sqlite);
    for (const customer of loadCustomersSync(sqlite, onlySearch.slice(start, start + batchSize)).values()) {
      writeFullText(sqlite, customer.id, documentTerms(searchable(customer, tagNames)));
    }
    if (onlySearch.length > batchSize) {
      await tx.step('indexing', Math.min(start + batchSize, onlySearch.length), onlySearch.length);
    }
  }
  return touched;
}

function derive(tx: Tx, customer: Customer, tagNames: Map<number, string>, touched: Touched): void {
  const { sqlite } = tx;
  const document = searchable(customer, tagNames);
  const doubts = doubtsOf(customer);
  const current = customer.contacts.filter((contact) => !contact.left);
  const methods = [...customer.methods, ...current.flatMap((contact) => contact.methods)];
  const phones = methods.filter((method) => method.type === 'mobile' || method.type === 'phone');
  const mobile = phones.find((method) => method.type === 'mobile') ?? phones[0];
  prepared(
    sqlite,
    `update customers set version = ?, updatedAt = ?, doubts = ?, doubtCount = ?, contactName = ?, mobile = ?,
       email = ?, hasPhone = ?, nameKey = ?, nameSort = ? where id = ?`,
  ).run(
    tx.changeId,
    tx.at,
    JSON.stringify(doubts),
    doubts.length,
    current[0]?.name ?? '',
    mobile?.value ?? '',
    methods.find((method) => method.type === 'email')?.value ?? '',
    phones.length > 0 ? 1 : 0,
    companyKey(customer.name, toSimplified),
    nameSortKey(customer.name),
    customer.id,
  );
  writeFullText(sqlite, customer.id, documentTerms(document));
  if (customer.trashedAt !== null) touched.gone.push(customer.id);
}

/**
 * Tells the finder what a committed change did. In slices, read anew: the documents of a large import must not
 * all be in memory at once.
 */
export async function updateFinder({ sqlite, finder }: Session, { ids, gone }: Touched): Promise<void> {
  finder.remove(gone);
  for (let start = 0; start < ids.length; start += batchSize) {
    const customers = [...loadCustomersSync(sqlite, ids.slice(start, start + batchSize)).values()];
    finder.put(
      customers.filter(({ trashedAt }) => trashedAt === null).map((customer) => searchable(customer, noTags)),
    );
    if (ids.length > batchSize) await breathe();
  }
}

// The finder knows names, not tags.
const noTags: ReadonlyMap<number, string> = new Map();

const tagNamesOf = (sqlite: Database): Map<number, string> =>
  new Map(prepared(sqlite, 'select id, name from tags').raw().all() as [number, string][]);

/** A customer as search sees it. */
export function searchable(customer: Customer, tagNames: ReadonlyMap<number, string>): SearchableCustomer {
  return {
    id: customer.id,
    trashed: customer.trashedAt !== null,
    code: customer.code,
    name: customer.name,
    shortName: customer.shortName,
    aliases: customer.aliases,
    contacts: customer.contacts,
    methods: [...customer.methods, ...customer.contacts.flatMap((contact) => contact.methods)],
    tags: customer.tagIds.flatMap((id) => tagNames.get(id) ?? []),
    texts: [
      customer.province,
      customer.city,
      customer.district,
      customer.address,
      customer.industry,
      customer.owner,
      customer.source,
      customer.identityNumber,
      customer.creditCode,
      customer.legalRepresentative,
      customer.website,
      customer.taxId,
      customer.bankName,
      customer.bankAccount,
      customer.registeredAddress,
      customer.registeredPhone,
      customer.notes,
      ...customer.contacts.map((contact) => contact.notes),
    ].filter((text) => text !== ''),
  };
}
