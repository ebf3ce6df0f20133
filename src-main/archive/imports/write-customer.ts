import { customerFieldsSchema, type Customer, type CustomerDraft } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { addTag, insertContact, insertCustomer, insertMethod, plainFields } from '../customers/rows.ts';
import { prepared } from '../statements.ts';
import type { MergedCustomer } from './merge.ts';

const emptyFields = customerFieldsSchema.parse({ name: '' });

/** Writes a customer that the file makes new. The code must be free. */
export function writeNewCustomer(
  tx: Tx,
  customer: MergedCustomer,
  code: string,
  tagIds: readonly number[],
): number {
  const { kind, name, fields, aliases, methods, contacts } = customer;
  const draft: CustomerDraft = {
    ...emptyFields,
    ...fields,
    kind,
    name,
    code,
    aliases: aliases.slice(0, 50),
    methods: [...methods],
    contacts: contacts.map((contact) => ({ ...contact, fromDate: '', toDate: '', left: false })),
    tagIds: [...tagIds],
    custom: [],
  };
  return insertCustomer(tx, draft);
}

/** Writes what rows have added to a customer of the archive; what is there stays as it is. */
export function writeAdditions(
  tx: Tx,
  before: Customer,
  after: MergedCustomer,
  tagIds: readonly number[],
): void {
  const columns: Record<string, unknown> = {};
  for (const field of plainFields) {
    const value = field === 'kind' || field === 'name' ? before[field] : after.fields[field];
    if (value !== undefined && value !== before[field]) columns[field] = value;
  }
  if (after.aliases.length > before.aliases.length) columns['aliases'] = JSON.stringify(after.aliases);
  const names = Object.keys(columns);
  if (names.length > 0) {
    prepared(
      tx.sqlite,
      `update customers set ${names.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
    ).run({ ...columns, id: before.id });
  }
  for (const [position, method] of after.methods.entries()) {
    if (position >= before.methods.length) insertMethod(tx, before.id, null, method, position);
  }
  for (const [position, contact] of after.contacts.entries()) {
    const known = before.contacts[position];
    if (!known) {
      insertContact(tx, before.id, { ...contact, fromDate: '', toDate: '', left: false }, position);
      continue;
    }
    if (contact.title !== known.title || contact.department !== known.department) {
      prepared(tx.sqlite, 'update contacts set title = ?, department = ? where id = ?').run(
        contact.title,
        contact.department,
        known.id,
      );
    }
    for (const [place, method] of contact.methods.entries()) {
      if (place >= known.methods.length) insertMethod(tx, before.id, known.id, method, place);
    }
  }
  const have = new Set(before.tagIds);
  for (const tagId of tagIds) if (!have.has(tagId)) addTag(tx, before.id, tagId);
}
