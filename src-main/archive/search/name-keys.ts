import { companyKey } from '../../../src-shared/company-names.ts';
import { toSimplified } from './simplify.ts';
import { nameSortKey } from './sort-key.ts';

/** What follows from the name of a customer alone, as the archive keeps it. */
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
