import { blockOf, entryOf, type Block, type Entry, type FinderCustomer } from './finder-block.ts';

// Small enough that making one again after an edit takes 4 ms, large enough that scanning does not notice.
const blockSize = 1_000;

/** The customers of the finder in blocks; the last block grows, the others only lose entries. */
export class FinderStore {
  /** Sealed blocks by number; a block's number is never used again. */
  readonly #sealed = new Map<number, Block>();
  /** Block number × blockSize + index, by customer id. */
  readonly #places = new Map<number, number>();
  #open: (Entry | null)[] = [];
  #openNumber = 0;
  #openBlock: Block | null = null;

  /** Customers that can be found. */
  get size(): number {
    return this.#places.size;
  }

  /** Adds a customer, or puts it in place of what was known of it. */
  put(customer: FinderCustomer): void {
    this.remove(customer.id);
    this.#append(entryOf(customer));
  }

  remove(id: number): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    const number = Math.floor(place / blockSize);
    const block = this.#sealed.get(number);
    if (!block) {
      this.#open[place % blockSize] = null;
      this.#openBlock = null;
      return;
    }
    block.entries[place % blockSize] = null;
    block.gone++;
    if (block.gone * 2 < block.entries.length) return;
    this.#sealed.delete(number);
    for (const entry of block.entries) if (entry) this.#append(entry);
  }

  clear(): void {
    this.#sealed.clear();
    this.#places.clear();
    this.#open = [];
    this.#openBlock = null;
  }

  /** All blocks, the newest first. */
  blocks(): Block[] {
    this.#openBlock ??= blockOf(this.#open);
    return [this.#openBlock, ...[...this.#sealed.values()].reverse()];
  }

  #append(entry: Entry): void {
    this.#places.set(entry.id, this.#openNumber * blockSize + this.#open.length);
    this.#open.push(entry);
    this.#openBlock = null;
    if (this.#open.length < blockSize) return;
    this.#sealed.set(this.#openNumber, blockOf(this.#open));
    this.#openNumber++;
    this.#open = [];
  }
}
