import { companyKey } from '../../../src-shared/company-names.ts';
import { toSimplified } from './simplify.ts';
import { nameSortKey } from './sort-key.ts';
import { TermWriter } from './term-writer.ts';
import { addTerms, type SearchableCustomer } from './words.ts';

/** By what a customer is found again, as the archive keeps it. */
export interface CustomerWords extends NameKeys {
  /** For the full-text table, as UTF-8, see {@link documentTerms}. */
  readonly terms: Uint8Array;
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

/** The words of many customers, in buffers that move between threads without being copied. */
export interface PackedWords {
  /** JSON of the {@link NameKeys} of each. */
  readonly keys: string;
  /** The terms of all, one customer after another. */
  readonly terms: Uint8Array<ArrayBuffer>;
  /** Where in `terms` those of each customer end. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

const writer = new TermWriter();

export function packWords(customers: readonly SearchableCustomer[]): PackedWords {
  writer.clear();
  const ends = new Uint32Array(customers.length);
  for (const [index, customer] of customers.entries()) {
    addTerms(writer, customer);
    ends[index] = writer.next();
  }
  const keys = JSON.stringify(customers.map(({ name }) => nameKeys(name)));
  return { keys, terms: writer.bytes(), ends };
}

export function unpackWords({ keys, terms, ends }: PackedWords): CustomerWords[] {
  const all = JSON.parse(keys) as NameKeys[];
  return all.map((own, index) => ({ ...own, terms: terms.subarray(ends[index - 1] ?? 0, ends[index]) }));
}

export const customerWords = (customers: readonly SearchableCustomer[]): CustomerWords[] =>
  unpackWords(packWords(customers));
