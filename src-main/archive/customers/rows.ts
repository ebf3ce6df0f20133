import type { Contact, ContactDraft } from '../../../src-shared/contacts.ts';
import type { ContactMethod, ContactMethodDraft } from '../../../src-shared/contact-methods.ts';
import {
  customerFieldsSchema,
  type Customer,
  type CustomerDraft,
  type CustomerFields,
} from '../../../src-shared/customers.ts';
import { doubtsOf, normaliseMethod } from '../../../src-shared/doubts.ts';
import type { Tx } from '../change.ts';
import { prepared } from '../statements.ts';
import { writeCustomValues } from './custom-values.ts';
import { derivedColumnNames, derivedColumns, doubtColumns } from './derived.ts';

export const plainFields = Object.keys(customerFieldsSchema.shape) as (keyof CustomerFields)[];

const insertColumns = [...plainFields, 'aliases', 'createdAt', ...derivedColumnNames];
const insertSql = `insert into customers (${insertColumns.join(', ')})
  values (${insertColumns.map((name) => `@${name}`).join(', ')})`;

/**
 * Writes a new customer with all that belongs to it, and what is derived from it. `draft.code` must be free and not
 * empty.
 *
 * @param createdAt ISO instant, for one that comes back; otherwise now
 */
export function insertCustomer(tx: Tx, draft: CustomerDraft, createdAt: string = tx.at): number {
  const derived = derivedColumns(draft, tx);
  const values: Record<string, unknown> = {
    ...derived,
    aliases: JSON.stringify(draft.aliases),
    createdAt,
  };
  for (const field of plainFields) values[field] = draft[field];
  const id = Number(prepared(tx.sqlite, insertSql).run(values).lastInsertRowid);
  const customer: Customer = {
    ...draft,
    id,
    methods: insertMethods(tx, id, null, draft.methods),
    contacts: draft.contacts.map((contact, position) => insertContact(tx, id, contact, position)),
    custom: writeCustomValues(tx, id, draft.custom),
    createdAt,
    updatedAt: derived.updatedAt,
    version: derived.version,
    trashedAt: null,
    doubts: [],
  };
  for (const tagId of draft.tagIds) addTag(tx, id, tagId);
  const doubts = doubtsOf(customer);
  if (doubts.length > 0) {
    prepared(tx.sqlite, 'update customers set doubts = @doubts, doubtCount = @doubtCount where id = @id').run(
      {
        id,
        ...doubtColumns(doubts),
      },
    );
  }
  tx.fresh.add(customer);
  return id;
}

/** Writes a new contact of a customer with its methods; returns it as it now stands. */
export function insertContact(tx: Tx, customerId: number, contact: ContactDraft, position: number): Contact {
  const { name, title, department, fromDate, toDate, left, notes } = contact;
  const { lastInsertRowid } = prepared(
    tx.sqlite,
    `insert into contacts (customerId, position, name, title, department, fromDate, toDate, "left", notes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(customerId, position, name, title, department, fromDate, toDate, left ? 1 : 0, notes);
  const id = Number(lastInsertRowid);
  return { ...contact, id, methods: insertMethods(tx, customerId, id, contact.methods) };
}

const insertMethods = (
  tx: Tx,
  customerId: number,
  contactId: number | null,
  methods: readonly ContactMethodDraft[],
): ContactMethod[] =>
  methods.flatMap((method, position) => insertMethod(tx, customerId, contactId, method, position) ?? []);

/**
 * Writes a phone, mail … of a customer (`contactId` null) or one of its contacts, and returns it as it now stands. An
 * empty value is not written.
 */
export function insertMethod(
  tx: Tx,
  customerId: number,
  contactId: number | null,
  method: ContactMethodDraft,
  position: number,
): ContactMethod | null {
  const { type, value, label } = method;
  if (value === '') return null;
  const normal = normaliseMethod(type, value);
  const { lastInsertRowid } = prepared(
    tx.sqlite,
    `insert into contactMethods (customerId, contactId, position, type, value, normal, label)
     values (?, ?, ?, ?, ?, ?, ?)`,
  ).run(customerId, contactId, position, type, value, normal, label);
  return { id: Number(lastInsertRowid), type, value, normal, label };
}

export const addTag = (tx: Tx, customerId: number, tagId: number): void => {
  prepared(tx.sqlite, 'insert or ignore into customerTags (customerId, tagId) values (?, ?)').run(
    customerId,
    tagId,
  );
};

/** Makes the methods of a holder what the list says: entries with an id are kept and updated, others are new. */
export function replaceMethods(
  tx: Tx,
  customerId: number,
  contactId: number | null,
  current: readonly ContactMethod[],
  wanted: readonly ContactMethodDraft[],
): void {
  const filled = wanted.filter((method) => method.value !== '');
  const known = new Map(current.map((method) => [method.id, method]));
  const kept = new Set(filled.flatMap((method) => method.id ?? []));
  for (const id of known.keys()) {
    if (!kept.has(id)) prepared(tx.sqlite, 'delete from contactMethods where id = ?').run(id);
  }
  filled.forEach((method, position) => {
    if (method.id === undefined || !known.has(method.id)) {
      insertMethod(tx, customerId, contactId, method, position);
      return;
    }
    prepared(
      tx.sqlite,
      'update contactMethods set position = ?, type = ?, value = ?, normal = ?, label = ? where id = ?',
    ).run(
      position,
      method.type,
      method.value,
      normaliseMethod(method.type, method.value),
      method.label,
      method.id,
    );
  });
}

/** Makes the contacts of a customer what the list says, each with its methods. */
export function replaceContacts(
  tx: Tx,
  customerId: number,
  current: readonly Contact[],
  wanted: readonly ContactDraft[],
): void {
  const known = new Map(current.map((contact) => [contact.id, contact]));
  const kept = new Set(wanted.flatMap((contact) => contact.id ?? []));
  for (const id of known.keys()) {
    if (kept.has(id)) continue;
    prepared(tx.sqlite, 'delete from contactMethods where contactId = ?').run(id);
    prepared(tx.sqlite, 'delete from contacts where id = ?').run(id);
  }
  wanted.forEach((contact, position) => {
    const before = contact.id === undefined ? undefined : known.get(contact.id);
    if (!before) {
      insertContact(tx, customerId, contact, position);
      return;
    }
    prepared(
      tx.sqlite,
      `update contacts set position = ?, name = ?, title = ?, department = ?, fromDate = ?, toDate = ?,
         "left" = ?, notes = ? where id = ?`,
    ).run(
      position,
      contact.name,
      contact.title,
      contact.department,
      contact.fromDate,
      contact.toDate,
      contact.left ? 1 : 0,
      contact.notes,
      before.id,
    );
    replaceMethods(tx, customerId, before.id, before.methods, contact.methods);
  });
}

/** Gives a customer exactly these tags; ids of tags that are gone meanwhile are ignored. */
export function replaceTags(
  tx: Tx,
  customerId: number,
  current: readonly number[],
  wanted: readonly number[],
): void {
  const want = new Set(wanted);
  const have = new Set(current);
  for (const tagId of have) {
    if (want.has(tagId)) continue;
    prepared(tx.sqlite, 'delete from customerTags where customerId = ? and tagId = ?').run(customerId, tagId);
  }
  for (const tagId of want) {
    if (have.has(tagId)) continue;
    const exists = prepared(tx.sqlite, 'select id from tags where id = ?').get(tagId);
    if (exists) addTag(tx, customerId, tagId);
  }
}
