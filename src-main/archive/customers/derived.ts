import type { Contact } from '../../../src-shared/contacts.ts';
import type { ContactMethod } from '../../../src-shared/contact-methods.ts';
import type { Doubt } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { nameKeys } from '../search/name-keys.ts';

/** What the derived columns are made from. */
export interface DerivedFrom {
  readonly name: string;
  readonly methods: readonly Pick<ContactMethod, 'type' | 'value'>[];
  readonly contacts: readonly (Pick<Contact, 'name' | 'left'> & {
    readonly methods: readonly Pick<ContactMethod, 'type' | 'value'>[];
  })[];
}

/** The columns of `customers` that follow from the rest and from the change, by their names. */
export function derivedColumns(customer: DerivedFrom, tx: Pick<Tx, 'changeId' | 'at'>) {
  const current = customer.contacts.filter((contact) => !contact.left);
  const methods = [...customer.methods, ...current.flatMap((contact) => contact.methods)].filter(
    ({ value }) => value !== '',
  );
  const phones = methods.filter((method) => method.type === 'mobile' || method.type === 'phone');
  const mobile = phones.find((method) => method.type === 'mobile') ?? phones[0];
  return {
    version: tx.changeId,
    updatedAt: tx.at,
    contactName: current[0]?.name ?? '',
    mobile: mobile?.value ?? '',
    email: methods.find((method) => method.type === 'email')?.value ?? '',
    hasPhone: phones.length > 0 ? 1 : 0,
    ...nameKeys(customer.name),
  };
}

/** The columns of a customer's doubts. They name rows by their ids, so they are known only when those are written. */
export const doubtColumns = (doubts: readonly Doubt[]) => ({
  doubts: JSON.stringify(doubts),
  doubtCount: doubts.length,
});

const sampleColumns = derivedColumns({ name: '', methods: [], contacts: [] }, { changeId: 0, at: '' });

/** Names of the columns that {@link derivedColumns} gives. */
export const derivedColumnNames = Object.keys(sampleColumns) as (keyof typeof sampleColumns)[];
