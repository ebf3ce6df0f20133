import { companyKey } from '../../../src-shared/company-names.ts';
import { toSimplified } from './simplify.ts';
import { nameSortKey } from './sort-key.ts';
import { TermWriter } from './term-writer.ts';
import { addTerms, type SearchableCustomer } from './words.ts';

/** By what a customer is found again, as the archive keeps it. */
export interface CustomerWords extends NameKeys {
  /** For the full-text table, as UTF-8; null where they come in {@link FullTextParts}. See `documentTerms`. */
  readonly terms: Uint8Array | null;
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

const writer = new TermWriter();

/** The terms of customers, see {@link addTerms}: views of one buffer. */
export function termsOf(customers: readonly SearchableCustomer[]): Uint8Array[] {
  writer.clear();
  const ends = customers.map((customer) => {
    addTerms(writer, customer);
    return writer.next();
  });
  const bytes = writer.bytes();
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

export function customerWords(customers: readonly SearchableCustomer[]): CustomerWords[] {
  const terms = termsOf(customers);
  return customers.map(({ name }, index) => ({ ...nameKeys(name), terms: terms[index] ?? null }));
}
