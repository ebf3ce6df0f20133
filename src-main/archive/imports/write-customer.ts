import { isDeepStrictEqual } from 'node:util';
import type { ContactMethod } from '../../../src-shared/contact-methods.ts';
import { customerFieldsSchema, type Customer, type CustomerDraft } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import {
  addTag,
  insertContact,
  insertMethod,
  plainFields,
  replaceMethods,
  replaceTags,
} from '../customers/rows.ts';
import { putCustomValue } from '../customers/custom-values.ts';
import { prepared } from '../statements.ts';
import type { MergedCustomer, MergedMethod } from './merge.ts';
import { isOwnKey, type OwnKey, type ownFieldWriter } from './own-fields.ts';
import type { RowFields } from './row-draft.ts';

const emptyFields = customerFieldsSchema.parse({ name: '' });

/** The custom field that a target stands for; undefined where it is gone. */
type FieldOf = ReturnType<typeof ownFieldWriter>;

const ownValues = (fields: RowFields): [OwnKey, string][] =>
  Object.keys(fields)
    .filter(isOwnKey)
    .flatMap((field): [OwnKey, string][] => {
      const value = fields[field];
      return value === undefined || value === '' ? [] : [[field, value]];
    });

/** A customer that the file makes new, as the archive takes it. The code must be free. */
export function draftOf(
  { kind, name, fields, aliases, methods, contacts }: MergedCustomer,
  code: string,
  tagIds: readonly number[],
  fieldOf: FieldOf,
): CustomerDraft {
  return {
    ...emptyFields,
    ...fields,
    kind,
    name,
    code,
    aliases: aliases.slice(0, 50),
    methods: [...methods],
    contacts: contacts.map((contact) => ({ ...contact, fromDate: '', toDate: '', left: false })),
    tagIds: [...tagIds],
    custom: ownValues(fields).flatMap(([field, value]) => {
      const own = fieldOf(field);
      return own ? [{ fieldId: own.id, value }] : [];
    }),
  };
}

/** Writes what rows have changed in a customer of the archive; everything else stays as it is. */
export function writeMerged(
  tx: Tx,
  before: Customer,
  after: MergedCustomer,
  tagIds: (names: readonly string[]) => number[],
  fieldOf: FieldOf,
): void {
  const columns: Record<string, unknown> = {};
  for (const field of plainFields) {
    if (field === 'kind') continue;
    const value = field === 'name' ? after.name : after.fields[field];
    if (value !== undefined && value !== before[field]) columns[field] = value;
  }
  if (!isDeepStrictEqual(after.aliases, before.aliases)) columns['aliases'] = JSON.stringify(after.aliases);
  const names = Object.keys(columns);
  if (names.length > 0) {
    prepared(
      tx.sqlite,
      `update customers set ${names.map((name) => `${name} = @${name}`).join(', ')} where id = @id`,
    ).run({ ...columns, id: before.id });
  }
  writeMethods(tx, before.id, null, before.methods, after.methods);
  for (const [position, contact] of after.contacts.entries()) {
    const known = before.contacts[position];
    if (!known) {
      insertContact(tx, before.id, { ...contact, fromDate: '', toDate: '', left: false }, position);
      continue;
    }
    const { name, title, department, notes } = contact;
    if (
      name !== known.name ||
      title !== known.title ||
      department !== known.department ||
      notes !== known.notes
    ) {
      prepared(
        tx.sqlite,
        'update contacts set name = ?, title = ?, department = ?, notes = ? where id = ?',
      ).run(name, title, department, notes, known.id);
    }
    writeMethods(tx, before.id, known.id, known.methods, contact.methods);
  }
  for (const [field, value] of ownValues(after.fields)) {
    const own = fieldOf(field);
    const known = before.custom.find(({ fieldId }) => fieldId === own?.id)?.value;
    if (own && value !== known) putCustomValue(tx, before.id, own, value);
  }
  if (after.tagsReplaced) replaceTags(tx, before.id, before.tagIds, tagIds(after.tags));
  else {
    const have = new Set(before.tagIds);
    for (const tagId of tagIds(after.tags)) if (!have.has(tagId)) addTag(tx, before.id, tagId);
  }
}

/** New methods of a holder are put behind those it has; where some are gone all are written in their new order. */
function writeMethods(
  tx: Tx,
  customerId: number,
  contactId: number | null,
  before: readonly ContactMethod[],
  after: readonly MergedMethod[],
): void {
  const kept = new Set(after.flatMap(({ id }) => id ?? []));
  if (before.some(({ id }) => !kept.has(id))) {
    replaceMethods(tx, customerId, contactId, before, after);
    return;
  }
  for (const [position, method] of after.entries()) {
    const known = before[position];
    if (!known) insertMethod(tx, customerId, contactId, method, position);
    else writeCorrected(tx, known, method);
  }
}

/** A doubtful number that was put right keeps its place. */
function writeCorrected(tx: Tx, before: ContactMethod, { type, value, normal, label }: MergedMethod): void {
  if (before.type === type && before.value === value && before.label === label) return;
  prepared(
    tx.sqlite,
    'update contactMethods set type = ?, value = ?, normal = ?, label = ? where id = ?',
  ).run(type, value, normal, label, before.id);
}
