import type { FinderHit } from '../../../src-shared/finder.ts';
import type { SearchableCustomer } from './words.ts';

/** A customer whose name is near the one asked for, and how. */
export interface SimilarName {
  readonly id: number;
  readonly reason: 'similarName' | 'soundsAlike';
}

/** Finds names while they are typed, in memory. */
export class Finder {
  readonly #names = new Map<number, SearchableCustomer>();
  /** Settles when the customers that were there at the start can be found; it never rejects. */
  readonly ready: Promise<void>;
  #closed = false;

  private constructor(batches: Iterable<readonly SearchableCustomer[]>) {
    this.ready = this.#load(batches);
  }

  /** Starts to read the customers, one batch a turn of the event loop, and returns at once. */
  static build(batches: Iterable<readonly SearchableCustomer[]>): Finder {
    return new Finder(batches);
  }

  async #load(batches: Iterable<readonly SearchableCustomer[]>): Promise<void> {
    for (const batch of batches) {
      if (this.#closed) return;
      this.put(batch);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Makes customers known, or known anew. */
  put(customers: readonly SearchableCustomer[]): void {
    for (const customer of customers) this.#names.set(customer.id, customer);
  }

  /** Forgets customers; ids that are not known do nothing. */
  remove(ids: readonly number[]): void {
    for (const id of ids) this.#names.delete(id);
  }

  /** Stops building; nothing is found afterwards. */
  close(): void {
    this.#closed = true;
    this.#names.clear();
  }

  search(text: string, limit: number): FinderHit[] {
    const hits: FinderHit[] = [];
    for (const { id, name, code } of this.#names.values()) {
      const at = name.indexOf(text);
      if (at < 0) continue;
      hits.push({
        kind: 'customer',
        id,
        title: name,
        subtitle: code,
        ranges: [[at, at + text.length]],
        reason: 'text',
      });
      if (hits.length >= limit) break;
    }
    return hits;
  }

  similarNames(name: string, limit: number): SimilarName[] {
    const found: SimilarName[] = [];
    for (const customer of this.#names.values()) {
      if (customer.name.includes(name)) found.push({ id: customer.id, reason: 'similarName' });
      if (found.length >= limit) break;
    }
    return found;
  }
}
