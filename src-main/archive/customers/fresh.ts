import type { Database } from 'better-sqlite3';
import type { CustomerDraft } from '../../../src-shared/customers.ts';
import { putParts, type FullTextParts } from '../search/full-text-parts.ts';
import { insertFullText } from '../search/full-text.ts';
import type { Terms } from '../search/terms-maker.ts';
import { hasWords, type SearchWords } from '../search/search-words.ts';
import { prepared } from '../statements.ts';

/** Terms of so many customers wait in memory: some MB, about what the full-text table itself collects. */
const mostWaiting = 5_000;

export type CustomerTerms = readonly [id: number, terms: Terms];

/**
 * Customers that a change has made, with everything derived from them written already. A large import would
 * otherwise write each of them twice and read it once in between.
 *
 * Their search terms are written many at a time: a statement with triggers between two of them makes FTS5 write out
 * what it has collected.
 */
export class FreshCustomers {
  readonly #sqlite: Database;
  /** The last entry of the journal when the customer was complete, by customer id. */
  readonly #completeAt = new Map<number, number>();
  readonly #tagNames = new Map<number, string>();
  readonly #wordFields = new Set<number>();
  readonly #knownFields = new Set<number>();
  #waiting: [id: number, terms: Uint8Array][] = [];
  /** How many customers were added whose terms come in {@link putTerms}, and how many came. */
  #termsToCome = 0;
  #termsPut = 0;

  constructor(sqlite: Database) {
    this.#sqlite = sqlite;
  }

  /** Takes over customers that were just written as a whole, with their terms where those are in hand. */
  add(customers: readonly CustomerTerms[]): void {
    for (const [id, terms] of customers) {
      if (terms) this.#waiting.push([id, terms]);
      else this.#termsToCome++;
    }
    const last = prepared(this.#sqlite, 'select max(sequence) from journal').pluck().get() as number;
    for (const [id] of customers) this.#completeAt.set(id, last);
    if (this.#waiting.length >= mostWaiting) this.writeTerms();
  }

  /**
   * Whether all that is derived from this customer is written, and nothing of it was written after that. `lastEntry` is its newest in
   * the journal. Where terms have not come, nobody is complete.
   */
  isComplete(id: number, lastEntry: number): boolean {
    return this.#termsPut === this.#termsToCome && lastEntry <= (this.#completeAt.get(id) ?? -1);
  }

  /**
   * Writes terms of customers who were added without, or will be.
   *
   * @param parts null where they were lost
   */
  putTerms(parts: FullTextParts | null): void {
    if (parts && putParts(this.#sqlite, parts)) this.#termsPut += parts.sizes.ends.length;
  }

  /** Writes the search terms that still wait. */
  writeTerms(): void {
    for (const [id, terms] of this.#waiting) insertFullText(this.#sqlite, id, terms);
    this.#waiting = [];
  }

  /** Names of tags and kinds of custom fields of a customer, each asked for once. */
  words({ tagIds, custom }: Pick<CustomerDraft, 'tagIds' | 'custom'>): SearchWords {
    for (const id of tagIds) {
      if (this.#tagNames.has(id)) continue;
      const name = prepared(this.#sqlite, 'select name from tags where id = ?').pluck().get(id);
      if (typeof name === 'string') this.#tagNames.set(id, name);
    }
    for (const { fieldId } of custom) {
      if (this.#knownFields.has(fieldId)) continue;
      this.#knownFields.add(fieldId);
      if (hasWords(this.#sqlite, fieldId)) this.#wordFields.add(fieldId);
    }
    return { tagNames: this.#tagNames, wordFields: this.#wordFields };
  }
}
