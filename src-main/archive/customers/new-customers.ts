import type { CustomerDraft } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { nextId } from '../database/insert-rows.ts';
import { collectGarbage } from '../give-memory-back.ts';
import type { FullTextParts } from '../search/full-text-parts.ts';
import { openWordsMaker, type Words, type WordsMaker } from '../search/words-maker.ts';
import { holderOf } from './codes.ts';
import { insertCustomers, newCustomer, type NewCustomer } from './insert.ts';

/** When so many are written, the index of those before is put in, and what they left behind is collected. */
const manyWritten = 20_000;

interface Added {
  readonly customer: NewCustomer;
  readonly written: (id: number) => void;
}

interface Batch {
  readonly added: readonly Added[];
  /** The id that the first of them gets. */
  readonly firstId: number;
  readonly words: Words;
}

/** So many batches are given time for their words; more would be more to carry along. */
const mostHandedOver = 2;

/**
 * Many new customers of one change, written batch by batch. The words by which a batch is found are made while those before it
 * are written; so what was added stands in the archive only some turns later, or at the end.
 */
export class NewCustomers {
  readonly #tx: Tx;
  readonly #words: WordsMaker;
  readonly #codes = new Set<string>();
  #added: Added[] = [];
  #written = 0;
  readonly #handedOver: Batch[] = [];
  #nextId: number | undefined;
  #parts: Promise<FullTextParts | null> | null = null;

  /**
   * @param expected about how many there will be
   * @param words who makes their words; closed with this
   */
  constructor(tx: Tx, expected: number, words: WordsMaker = openWordsMaker(expected)) {
    this.#tx = tx;
    this.#words = words;
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

  /** Hands over what was added since the last turn, and writes what was handed over some turns ago. */
  async turn(): Promise<void> {
    this.#handOver();
    if (this.#handedOver.length > mostHandedOver) await this.#writeNext();
  }

  /** Writes all that was added. */
  async finish(): Promise<void> {
    this.#handOver();
    while (this.#handedOver.length > 0) await this.#writeNext();
    await this.#putTerms();
    this.#parts = this.#words.parts();
    await this.#putTerms();
  }

  /** Puts the index in that was asked for, if any. */
  async #putTerms(): Promise<void> {
    if (!this.#parts) return;
    this.#tx.fresh.putTerms(await this.#parts);
    this.#parts = null;
  }

  #handOver(): void {
    const added = this.#added;
    if (added.length === 0) return;
    this.#added = [];
    const firstId = (this.#nextId ??= nextId(this.#tx.sqlite, 'customers'));
    this.#nextId += added.length;
    const words = this.#words.make(
      added.map(({ customer }) => customer.searchable),
      firstId,
    );
    this.#handedOver.push({ added, firstId, words });
  }

  /** Gives up what was not written. To be called at the end, however it went. */
  close(): void {
    this.#words.close();
  }

  async #writeNext(): Promise<void> {
    const batch = this.#handedOver.shift();
    if (!batch) return;
    const { added, firstId } = batch;
    const customers = added.map(({ customer }) => customer);
    const ids = insertCustomers(this.#tx, customers, batch.words.take());
    if (ids[0] !== firstId) throw new Error(`customer ${firstId} got the id ${String(ids[0])}`);
    for (const [index, { customer, written }] of added.entries()) {
      this.#codes.delete(customer.draft.code);
      written(ids[index] ?? 0);
    }
    this.#written += ids.length;
    if (this.#written < manyWritten) return;
    this.#written = 0;
    await this.#putTerms();
    this.#parts = this.#words.parts();
    collectGarbage();
  }
}
