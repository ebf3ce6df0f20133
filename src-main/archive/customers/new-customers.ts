import type { CustomerDraft } from '../../../src-shared/customers.ts';
import type { Tx } from '../change.ts';
import { giveMemoryBack } from '../give-memory-back.ts';
import type { CustomerWords } from '../search/customer-words.ts';
import { openWordsMaker, type WordsMaker } from '../search/words-maker.ts';
import { holderOf } from './codes.ts';
import { insertCustomers, newCustomer, type NewCustomer } from './insert.ts';

/** So many leave some 100 MB of words behind, which V8 would let lie for a while. */
const manyWritten = 20_000;

interface Added {
  readonly customer: NewCustomer;
  readonly written: (id: number) => void;
}

interface Batch {
  readonly added: readonly Added[];
  readonly words: Promise<CustomerWords[]>;
}

/**
 * Many new customers of one change, written batch by batch. The words by which one batch is found are made while the batch
 * before it is written; so what was added stands in the archive only after two turns, or the end.
 */
export class NewCustomers {
  readonly #tx: Tx;
  readonly #words: WordsMaker;
  readonly #codes = new Set<string>();
  #added: Added[] = [];
  #written = 0;
  #handedOver: Batch | null = null;

  /** @param expected about how many there will be */
  constructor(tx: Tx, expected: number) {
    this.#tx = tx;
    this.#words = openWordsMaker(expected);
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

  /** Hands over what was added since the last turn, and writes what was handed over then. */
  async turn(): Promise<void> {
    const before = this.#handedOver;
    const added = this.#added;
    this.#added = [];
    this.#handedOver =
      added.length === 0
        ? null
        : { added, words: this.#words.make(added.map(({ customer }) => customer.searchable)) };
    if (before) await this.#write(before);
  }

  /** Writes all that was added. */
  async finish(): Promise<void> {
    await this.turn();
    await this.turn();
  }

  /** Gives up what was not written. To be called at the end, however it went. */
  close(): void {
    this.#words.close();
  }

  async #write({ added, words }: Batch): Promise<void> {
    const customers = added.map(({ customer }) => customer);
    const ids = insertCustomers(this.#tx, customers, await words);
    for (const [index, { customer, written }] of added.entries()) {
      this.#codes.delete(customer.draft.code);
      written(ids[index] ?? 0);
    }
    this.#written += ids.length;
    if (this.#written < manyWritten) return;
    this.#written = 0;
    giveMemoryBack();
  }
}
