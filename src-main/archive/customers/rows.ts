import type { Contact, ContactDraft } from '../../../src-shared/contacts.ts';
import type { ContactMethod, ContactMethodDraft } from '../../../src-shared/contact-methods.ts';
import { customerFieldsSchema, type CustomerFields } from '../../../src-shared/customers.ts';
import { normaliseMethod } from '../../../src-shared/doubts.ts';
import type { Tx } from '../change.ts';
import { insertRows, nextId, type RowTable, type SqlValue } from '../database/insert-rows.ts';
import { prepared } from '../statements.ts';

export const plainFields = Object.keys(customerFieldsSchema.shape) as (keyof CustomerFields)[];

export const contactTable = {
  name: 'contacts',
  columns: [
    'id',
    'customerId',
    'position',
    'name',
    'title',
    'department',
    'fromDate',
    'toDate',
    'left',
    'notes',
  ],
} as const satisfies RowTable;

/** The values of a new contact, by {@link contactTable}. */
export const contactRow = (
  id: number,
  customerId: number,
  { name, title, department, fromDate, toDate, left, notes }: Omit<ContactDraft, 'id' | 'methods'>,
  position: number,
): SqlValue[] => [id, customerId, position, name, title, department, fromDate, toDate, left ? 1 : 0, notes];

/** Writes a new contact of a customer with its methods. */
export function insertContact(tx: Tx, customerId: number, contact: ContactDraft, position: number): void {
  const id = nextId(tx.sqlite, 'contacts');
  insertRows(tx.sqlite, contactTable, [contactRow(id, customerId, contact, position)]);
  for (const [place, method] of withNormal(contact.methods).entries()) {
    insertMethod(tx, customerId, id, method, place);
  }
}

export const methodTable = {
  name: 'contactMethods',
  columns: ['id', 'customerId', 'contactId', 'position', 'type', 'value', 'normal', 'label'],
} as const satisfies RowTable;

/** The values of a new contact method, by {@link methodTable}. */
export const methodRow = (
  customerId: number,
  contactId: number | null,
  { id, type, value, normal, label }: ContactMethod,
  position: number,
): SqlValue[] => [id, customerId, contactId, position, type, value, normal, label];

/** Methods with their normal forms; empty ones are not written. */
export const withNormal = (methods: readonly ContactMethodDraft[]): Omit<ContactMethod, 'id'>[] =>
  methods
    .filter(({ value }) => value !== '')
    .map(({ type, value, label }) => ({ type, value, label, normal: normaliseMethod(type, value) }));

/** Writes a phone, mail … of a customer (`contactId` null) or one of its contacts. An empty value is not written. */
export function insertMethod(
  tx: Tx,
  customerId: number,
  contactId: number | null,
  method: ContactMethodDraft,
  position: number,
): void {
  const id = nextId(tx.sqlite, 'contactMethods');
  const rows = withNormal([method]).map((written) =>
    methodRow(customerId, contactId, { ...written, id }, position),
  );
  insertRows(tx.sqlite, methodTable, rows);
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
