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
  return {
    trashed: customer.trashedAt !== null,
    code: customer.code,
    name: customer.name,
    shortName: customer.shortName,
    aliases: customer.aliases,
    contacts: customer.contacts.map(({ name, title, department }) => ({ name, title, department })),
    methods: [...customer.methods, ...customer.contacts.flatMap((contact) => contact.methods)].map(
      ({ type, value, normal }) => ({ type, value, normal }),
    ),
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
      ...customer.custom.flatMap(({ fieldId, value }) => (wordFields.has(fieldId) ? value : [])),
    ].filter((text) => text !== ''),
  };
}
