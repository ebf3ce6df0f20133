import type { FinderHit } from '../../../src-shared/finder.ts';
import type { FinderCustomer } from './finder-block.ts';
import { searchBlocks } from './finder-search.ts';
import { FinderStore } from './finder-store.ts';
import { findSimilarNames, type SimilarName } from './similar-names.ts';

export type { FinderCustomer } from './finder-block.ts';
export type { SimilarName } from './similar-names.ts';

// So many customers are made ready in about 5 ms.
const batchSize = 500;

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/**
 * Finds names, codes and numbers while they are typed, in memory: by word, pinyin, initials, sound, and with
 * mistakes. It scans the names of all customers, which takes 1 to 8 ms for 100,000 of them, needs no start-up
 * and holds little more than the names (see docs/decisions).
 */
export class Finder {
  readonly #store = new FinderStore();
  /** Customers that wait to be made ready; null those that are to be forgotten. */
  readonly #waiting = new Map<number, FinderCustomer | null>();
  #working: Promise<void> | null = null;
  #later: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Settles when the customers that were there at the start can be found; it rejects when they cannot be read. */
  readonly ready: Promise<void>;

  private constructor(batches: Iterable<readonly FinderCustomer[]>) {
    this.ready = this.#build(batches);
    // Whoever waits for it hears of a failure; without anybody waiting it must not end the process.
    this.ready.catch(() => undefined);
  }

  /** Starts to read the customers, one batch a turn of the event loop, and returns at once. */
  static build(batches: Iterable<readonly FinderCustomer[]>): Finder {
    return new Finder(batches);
  }

  async #build(batches: Iterable<readonly FinderCustomer[]>): Promise<void> {
    await nextTurn();
    for (const batch of batches) {
      if (this.#closed) return;
      // What a change said meanwhile is newer than what is read, or the same.
      for (const customer of batch) if (!this.#waiting.has(customer.id)) this.#store.put(customer);
      await nextTurn();
    }
  }

  /**
   * Makes customers known, or known anew. A few are found at once; many, after an import, a little later, and
   * {@link idle} tells when.
   */
  put(customers: readonly FinderCustomer[]): void {
    this.#accept(customers.map((customer) => [customer.id, customer]));
  }

  /**
   * Makes very many customers known a little later, each batch as it stands when it is read, one a turn of the event loop.
   * Settles when they can be found; it rejects when they cannot be read.
   */
  putLater(batches: Iterable<readonly FinderCustomer[]>): Promise<void> {
    const reading = this.#build(batches);
    this.#later = Promise.allSettled([this.#later, reading]);
    return reading;
  }

  /** Forgets customers; ids that are not known do nothing. */
  remove(ids: readonly number[]): void {
    this.#accept(ids.map((id) => [id, null]));
  }

  #accept(changes: readonly (readonly [number, FinderCustomer | null])[]): void {
    if (this.#closed) return;
    if (this.#waiting.size === 0 && changes.length <= batchSize) {
      for (const [id, customer] of changes) this.#apply(id, customer);
      return;
    }
    for (const [id, customer] of changes) {
      this.#waiting.delete(id);
      this.#waiting.set(id, customer);
    }
    this.#working ??= this.#work();
  }

  #apply(id: number, customer: FinderCustomer | null): void {
    if (customer) this.#store.put(customer);
    else this.#store.remove(id);
  }

  async #work(): Promise<void> {
    while (this.#waiting.size > 0) {
      await nextTurn();
      let left = batchSize;
      for (const [id, customer] of this.#waiting) {
        this.#waiting.delete(id);
        this.#apply(id, customer);
        if (--left === 0) break;
      }
    }
    this.#working = null;
  }

  /** Settles when everything that was put can be found. */
  async idle(): Promise<void> {
    await this.ready;
    await this.#later;
    while (this.#working) await this.#working;
  }

  /** Stops building; nothing is found afterwards. */
  close(): void {
    this.#closed = true;
    this.#waiting.clear();
    this.#store.clear();
  }

  /** Customers that can be found now. */
  get size(): number {
    return this.#store.size;
  }

  /** Customers and contacts whose name, code or number fits the text, the best first. */
  search(text: string, limit: number): FinderHit[] {
    return searchBlocks(this.#store.blocks(), text, limit);
  }

  /** Customers whose names are near or sound alike, place and legal form left aside, the nearest first. */
  similarNames(name: string, limit: number): SimilarName[] {
    return findSimilarNames(this.#store.blocks(), name, limit);
  }
}
