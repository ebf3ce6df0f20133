import type { ContactMethod } from '../../../src-shared/contact-methods.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import type { SearchWords } from '../search/search-words.ts';
import type { SearchableCustomer } from '../search/words.ts';

/** A customer as far as search looks at it; written or about to be. */
export type SearchableSource = Omit<
  Customer,
  'id' | 'methods' | 'contacts' | 'doubts' | 'version' | 'createdAt' | 'updatedAt'
> & {
  readonly methods: readonly Method[];
  readonly contacts: readonly (Pick<
    Customer['contacts'][number],
    'name' | 'title' | 'department' | 'notes'
  > & {
    readonly methods: readonly Method[];
  })[];
};
type Method = Pick<ContactMethod, 'type' | 'value' | 'normal'>;

/** A customer as search sees it. */
export function searchable(
  customer: SearchableSource,
  { tagNames, wordFields }: SearchWords,
): SearchableCustomer {
  const texts: string[] = [];
  const add = (text: string): void => {
    if (text !== '') texts.push(text);
  };
  for (const field of textFields) add(customer[field]);
  for (const { notes } of customer.contacts) add(notes);
  for (const { fieldId, value } of customer.custom) if (wordFields.has(fieldId)) add(value);
  const methods = customer.methods.map(methodOf);
  for (const contact of customer.contacts)
    for (const method of contact.methods) methods.push(methodOf(method));
  return {
    trashed: customer.trashedAt !== null,
    code: customer.code,
    name: customer.name,
    shortName: customer.shortName,
    aliases: customer.aliases,
    contacts: customer.contacts.map(({ name, title, department }) => ({ name, title, department })),
    methods,
    tags: customer.tagIds.flatMap((id) => tagNames.get(id) ?? []),
    texts,
  };
}

const methodOf = ({ type, value, normal }: Method): Method => ({ type, value, normal });

/** Fields that are found by their words. */
const textFields = [
  'province',
  'city',
  'district',
  'address',
  'industry',
  'owner',
  'source',
  'identityNumber',
  'creditCode',
  'legalRepresentative',
  'website',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
  'notes',
] as const;
