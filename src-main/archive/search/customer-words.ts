import { companyKey } from '../../../src-shared/company-names.ts';
import { toSimplified } from './simplify.ts';
import { nameSortKey } from './sort-key.ts';
import { documentTerms, type SearchableCustomer } from './words.ts';

/** By what a customer is found again, as the archive keeps it. */
export interface CustomerWords extends NameKeys {
  /** For the full-text table, see {@link documentTerms}. */
  readonly terms: string;
}

/** What follows from the name of a customer alone. */
export interface NameKeys {
  /** The same for all spellings of a name, see {@link companyKey}. */
  readonly nameKey: string;
  /** Its place in the order of names, see {@link nameSortKey}. */
  readonly nameSort: string;
}

export const nameKeys = (name: string): NameKeys => ({
  nameKey: companyKey(name, toSimplified),
  nameSort: nameSortKey(name),
});

export const customerWords = (customer: SearchableCustomer): CustomerWords => ({
  ...nameKeys(customer.name),
  terms: documentTerms(customer),
});
