import type { CustomerDraft } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { nextId } from '../database/insert-rows.ts';
import { collectGarbage } from '../give-memory-back.ts';
import type { FullTextParts } from '../search/full-text-parts.ts';
import { openTermsMaker, type TermsMaker } from '../search/terms-maker.ts';
import { holderOf } from './codes.ts';
import { insertCustomers, newCustomer, type NewCustomer } from './insert.ts';

/** When so many are written, the index of those before is put in, and what they left behind is collected. */
const manyWritten = 20_000;

interface Added {
  readonly customer: NewCustomer;
  readonly written: (id: number) => void;
}

/**
 * Many new customers of one change, written batch by batch. Their search terms are made meanwhile, and come into the archive
 * some batches later, or at the end.
 */
export class NewCustomers {
  readonly #tx: Tx;
  readonly #terms: TermsMaker;
  readonly #codes = new Set<string>();
  #added: Added[] = [];
  #written = 0;
  #parts: Promise<FullTextParts | null> | null = null;

  /**
   * @param expected about how many there will be
   * @param terms who makes their terms; closed with this
   */
  constructor(tx: Tx, expected: number, terms: TermsMaker = openTermsMaker(expected)) {
    this.#tx = tx;
    this.#terms = terms;
  }

  /** Whether a code stands in the archive or is that of a customer who waits. */
  hasCode(code: string): boolean {
    return this.#codes.has(code) || holderOf(this.#tx.sqlite, code) !== undefined;
  }

  /**
   * Adds a customer; its code must be free and not empty.
   *
   * @param written is told the id
   */
  add(draft: CustomerDraft, written: (id: number) => void = () => {}): void {
    this.#codes.add(draft.code);
    this.#added.push({ customer: newCustomer(this.#tx, draft), written });
  }

  /** Writes what was added since the last turn. */
  async turn(): Promise<void> {
    const added = this.#added;
    if (added.length === 0) return;
    this.#added = [];
    this.#codes.clear();
    const customers = added.map(({ customer }) => customer);
    const terms = this.#terms.make(
      customers.map(({ searchable }) => searchable),
      nextId(this.#tx.sqlite, 'customers'),
    );
    const ids = insertCustomers(this.#tx, customers, terms);
    for (const [index, { written }] of added.entries()) written(ids[index] ?? 0);
    this.#written += added.length;
    if (this.#written < manyWritten) return;
    this.#written = 0;
    await this.#putTerms();
    this.#parts = this.#terms.parts();
    collectGarbage();
  }

  /** Writes all that was added. */
  async finish(): Promise<void> {
    await this.turn();
    await this.#putTerms();
    this.#parts = this.#terms.parts();
    await this.#putTerms();
  }

  /** Puts the index in that was asked for, if any. */
  async #putTerms(): Promise<void> {
    if (!this.#parts) return;
    this.#tx.fresh.putTerms(await this.#parts);
    this.#parts = null;
  }

  /** Gives up what was not written. To be called at the end, however it went. */
  close(): void {
    this.#terms.close();
  }
}
