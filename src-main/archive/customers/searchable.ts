import type { Customer } from '../../../src-shared/customers.ts';
import type { SearchWords } from '../search/search-words.ts';
import type { SearchableCustomer } from '../search/words.ts';

/** A customer as search sees it. */
export function searchable(customer: Customer, { tagNames, wordFields }: SearchWords): SearchableCustomer {
  return {
    id: customer.id,
    trashed: customer.trashedAt !== null,
    code: customer.code,
    name: customer.name,
    shortName: customer.shortName,
    aliases: customer.aliases,
    contacts: customer.contacts,
    methods: [...customer.methods, ...customer.contacts.flatMap((contact) => contact.methods)],
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
