import type { Database } from 'better-sqlite3';
import type { Customer } from '../../../src-shared/customers.ts';
import { plainFields } from '../customers/rows.ts';

/** What tells one customer from another across two states of an archive, or two archives. */
export interface CustomerIdentity {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly createdAt: string;
}

/**
 * Whether both are one customer: the same row, or, where a row was made anew, made at the same instant under the same
 * name or code. Row ids alone do not do: after going back to an older state they are given once more.
 */
export const isSameCustomer = (a: CustomerIdentity, b: CustomerIdentity): boolean =>
  a.createdAt === b.createdAt
    ? a.id === b.id || a.code === b.code || a.name === b.name
    : a.code === b.code && a.name === b.name;

/**
 * Whether a customer of now that looks like one of a backup is another one of that backup: an import makes thousands at one
 * instant, and several of them may have one name.
 *
 * @param idIn the backup's row id of the customer with this code that was made at this instant
 */
export const isSomebodyElse = (
  then: CustomerIdentity,
  now: CustomerIdentity,
  idIn: (code: string, createdAt: string) => number | undefined,
): boolean => {
  if (now.id === then.id || now.code === then.code) return false;
  const other = idIn(now.code, then.createdAt);
  return other !== undefined && other !== then.id;
};

/** Names of tags and custom fields, by which they are told apart in two archives. */
export interface Names {
  readonly tags: ReadonlyMap<number, string>;
  readonly fields: ReadonlyMap<number, string>;
}

/** The names of an archive's tags and custom fields, by id. */
export const namesOf = (sqlite: Database): Names => {
  const byId = (sql: string): Map<number, string> =>
    new Map(
      sqlite
        .prepare<[], { id: number; name: string }>(sql)
        .all()
        .map(({ id, name }) => [id, name]),
    );
  return { tags: byId('select id, name from tags'), fields: byId('select id, name from customFields') };
};

/** All that a customer says, without row ids and times, as text that is equal when the contents are. */
export const contentOf = (customer: Customer, names: Names): string => {
  const method = ({ type, value, label }: Customer['methods'][number]) => [type, value, label];
  return JSON.stringify([
    plainFields.map((field) => customer[field]),
    customer.aliases,
    customer.methods.map(method),
    customer.contacts.map((contact) => [
      contact.name,
      contact.title,
      contact.department,
      contact.fromDate,
      contact.toDate,
      contact.left,
      contact.notes,
      contact.methods.map(method),
    ]),
    customer.tagIds.map((id) => names.tags.get(id) ?? '').sort(),
    customer.custom.map(({ fieldId, value }) => `${names.fields.get(fieldId) ?? ''}\0${value}`).sort(),
  ]);
};
