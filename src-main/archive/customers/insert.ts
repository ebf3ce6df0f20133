import type { Contact } from '../../../src-shared/contacts.ts';
import type { ContactMethod } from '../../../src-shared/contact-methods.ts';
import type { Customer, CustomerDraft } from '../../../src-shared/customers.ts';
import { doubtsOf } from '../../../src-shared/doubts.ts';
import type { Tx } from '../change.ts';
import { insertRows, nextId, type RowTable, type SqlValue } from '../database/insert-rows.ts';
import type { Terms } from '../search/terms-maker.ts';
import { termsOf, type SearchableCustomer } from '../search/words.ts';
import { customValueTable, customValueRow, validCustomValues, type FieldValue } from './custom-values.ts';
import { derivedColumnNames, derivedColumns, doubtColumns } from './derived.ts';
import { contactTable, contactRow, methodTable, methodRow, plainFields, withNormal } from './rows.ts';
import { searchable } from './searchable.ts';

/** A customer that is about to be written, complete but for its ids. */
export interface NewCustomer {
  readonly draft: CustomerDraft;
  /** ISO instant. */
  readonly createdAt: string;
  readonly methods: readonly Omit<ContactMethod, 'id'>[];
  readonly contacts: readonly NewContact[];
  readonly custom: readonly FieldValue[];
  /** What search looks at. */
  readonly searchable: SearchableCustomer;
}

type NewContact = Omit<Contact, 'id' | 'methods'> & {
  readonly methods: readonly Omit<ContactMethod, 'id'>[];
};

/**
 * Makes a new customer of a draft. `draft.code` must be free and not empty.
 *
 * @param createdAt ISO instant, for one that comes back; otherwise now
 * @throws FailureError `customValueInvalid`
 */
export function newCustomer(tx: Tx, draft: CustomerDraft, createdAt: string = tx.at): NewCustomer {
  const methods = withNormal(draft.methods);
  const contacts = draft.contacts.map((contact) => ({ ...contact, methods: withNormal(contact.methods) }));
  const custom = validCustomValues(tx.sqlite, draft.custom).filter(({ value }) => value !== '');
  const stands = {
    ...draft,
    methods,
    contacts,
    custom: custom.map(({ field, value }) => ({ fieldId: field.id, value })),
    trashedAt: null,
  };
  return {
    draft,
    createdAt,
    methods,
    contacts,
    custom,
    searchable: searchable(stands, tx.fresh.words(stands)),
  };
}

/** Writes a new customer with all that belongs to it, and what is derived from it; answers its id. */
export function insertCustomer(tx: Tx, draft: CustomerDraft, createdAt?: string): number {
  const customer = newCustomer(tx, draft, createdAt);
  const [id = 0] = insertCustomers(tx, [customer], termsOf([customer.searchable]));
  return id;
}

const customerTable = {
  name: 'customers',
  columns: ['id', ...plainFields, 'aliases', 'createdAt', ...derivedColumnNames, 'doubts', 'doubtCount'],
} as const satisfies RowTable;

const tagTable = { name: 'customerTags', columns: ['customerId', 'tagId'] } as const satisfies RowTable;

/**
 * Writes new customers, table by table and many rows at once; answers their ids in the same order.
 *
 * @param terms of each of them
 */
export function insertCustomers(
  tx: Tx,
  customers: readonly NewCustomer[],
  terms: readonly Terms[],
): number[] {
  const { sqlite } = tx;
  const customerIds = counter(nextId(sqlite, 'customers'));
  const contactIds = counter(nextId(sqlite, 'contacts'));
  const methodIds = counter(nextId(sqlite, 'contactMethods'));
  const rows = {
    customers: rowList(),
    contacts: rowList(),
    methods: rowList(),
    tags: rowList(),
    custom: rowList(),
  };
  const ids: number[] = [];

  for (const customer of customers) {
    const id = customerIds();
    ids.push(id);
    const addMethods = (contactId: number | null, methods: NewCustomer['methods']): ContactMethod[] =>
      methods.map((method, position) => {
        const written = { ...method, id: methodIds() };
        rows.methods.push(methodRow(id, contactId, written, position));
        return written;
      });
    const methods = addMethods(null, customer.methods);
    const contacts = customer.contacts.map((contact, position) => {
      const contactId = contactIds();
      rows.contacts.push(contactRow(contactId, id, contact, position));
      return { ...contact, id: contactId, methods: addMethods(contactId, contact.methods) };
    });
    rows.customers.push(customerRow(tx, id, customer, { methods, contacts }));
    for (const tagId of new Set(customer.draft.tagIds)) rows.tags.push([id, tagId]);
    for (const { field, value } of customer.custom) rows.custom.push(customValueRow(id, field, value));
  }

  insertRows(sqlite, customerTable, rows.customers);
  insertRows(sqlite, contactTable, rows.contacts);
  insertRows(sqlite, methodTable, rows.methods);
  insertRows(sqlite, tagTable, rows.tags);
  insertRows(sqlite, customValueTable, rows.custom);
  tx.fresh.add(ids.map((id, index) => [id, terms[index] ?? null]));
  return ids;
}

const rowList = (): SqlValue[][] => [];

const counter = (first: number) => {
  let next = first;
  return () => next++;
};

/** The values of a new customer, by {@link customerTable}. */
function customerRow(
  tx: Tx,
  id: number,
  { draft, createdAt }: NewCustomer,
  owned: Pick<Customer, 'methods' | 'contacts'>,
): SqlValue[] {
  const derived = derivedColumns({ name: draft.name, ...owned }, tx);
  const { doubts, doubtCount } = doubtColumns(doubtsOf({ ...draft, ...owned }));
  return [
    id,
    ...plainFields.map((field) => draft[field]),
    JSON.stringify(draft.aliases),
    createdAt,
    ...derivedColumnNames.map((column) => derived[column]),
    doubts,
    doubtCount,
  ];
}
