import type { Customer, CustomerPatch } from '../../../src-shared/customers.ts';
import { plainFields } from '../customers/rows.ts';

type Method = Customer['methods'][number];

const lacking = (now: readonly Method[], then: readonly Method[]) => {
  const has = new Set(now.map(({ type, normal, value }) => `${type} ${normal || value}`));
  return then
    .filter(({ type, normal, value }) => !has.has(`${type} ${normal || value}`))
    .map(({ type, value, label }) => ({ type, value, label }));
};

/** What a customer had then and lacks now: empty fields, and methods, contacts, tags and other names that are missing. */
export const filledGaps = (now: Customer, then: Customer): CustomerPatch => {
  const fields = Object.fromEntries(
    plainFields
      .filter((field) => isEmpty(now[field]) && !isEmpty(then[field]))
      .map((field) => [field, then[field]]),
  );
  const thenByName = new Map(then.contacts.map((contact) => [contact.name, contact]));
  const known = new Set(now.contacts.map(({ name }) => name));
  const had = new Set(now.custom.map(({ fieldId }) => fieldId));
  return {
    ...fields,
    aliases: [...new Set([...now.aliases, ...then.aliases])],
    methods: [...now.methods, ...lacking(now.methods, then.methods)],
    contacts: [
      ...now.contacts.map((contact) => ({
        ...contact,
        methods: [
          ...contact.methods,
          ...lacking(contact.methods, thenByName.get(contact.name)?.methods ?? []),
        ],
      })),
      ...then.contacts
        .filter(({ name }) => !known.has(name))
        .map(({ id: _id, methods, ...contact }) => ({ ...contact, methods: lacking([], methods) })),
    ],
    tagIds: [...new Set([...now.tagIds, ...then.tagIds])],
    custom: then.custom.filter(({ fieldId }) => !had.has(fieldId)),
  };
};

const isEmpty = (value: unknown): boolean => value === '' || value === null;
