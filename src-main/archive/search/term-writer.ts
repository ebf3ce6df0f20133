const space = 0x20;
/** What UTF-8 has in place of half a pair. */
const replacement = 0xfffd;
/** Of a table that holds the terms of an ordinary customer; a power of two. */
const ordinarySlots = 1_024;

/**
 * Collects the terms of one customer after another as UTF-8: each once, in the order in which they came, separated by
 * single spaces. A customer has some 170 terms of a few characters; with a set of strings, making them for an import took four
 * times as long.
 */
export class TermWriter {
  #bytes = new Uint8Array(256 * 1_024);
  #end = 0;
  /** Where the terms of the customer begin. */
  #start = 0;
  #slots = new Slots(ordinarySlots);

  /** Forgets everything, and begins with a customer. */
  clear(): void {
    this.#end = 0;
    this.next();
  }

  /** Ends the customer, and begins with the next one; answers where in the bytes its terms end. */
  next(): number {
    this.#start = this.#end;
    // What a long text asked for is not cleared again for every customer after it.
    if (this.#slots.size > ordinarySlots) this.#slots = new Slots(ordinarySlots);
    else this.#slots.clear();
    return this.#end;
  }

  /** A copy of all that was written since {@link clear}. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#end);
  }

  /**
   * Adds `text`, or of it the UTF-16 units from `from` to before `to`; nothing when that is empty or there already. It
   * must not hold a space.
   */
  add(text: string, from = 0, to = text.length): void {
    if (from >= to) return;
    // A unit becomes three bytes at most, and a space stands before them.
    this.#makeRoom((to - from) * 3 + 1);
    const bytes = this.#bytes;
    const begin = this.#end === this.#start ? this.#end : this.#end + 1;
    let at = begin;
    let hash = 0;
    for (let unit = from; unit < to; unit++) {
      let code = text.charCodeAt(unit);
      if (code >= 0xd800 && code < 0xe000) {
        code = pairAt(text, unit, to);
        if (code !== replacement) unit++;
      }
      hash = Math.imul(hash ^ code, 0x9e37_79b1);
      hash ^= hash >>> 15;
      if (code < 0x80) {
        bytes[at++] = code;
        continue;
      }
      if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x1_0000) bytes[at++] = 0xe0 | (code >> 12);
        else {
          bytes[at++] = 0xf0 | (code >> 18);
          bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        }
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      }
      bytes[at++] = 0x80 | (code & 0x3f);
    }
    if (!this.#slots.add(bytes, begin, at, hash)) return;
    if (begin > this.#end) bytes[this.#end] = space;
    this.#end = at;
  }

  #makeRoom(needed: number): void {
    if (this.#end + needed <= this.#bytes.length) return;
    const more = new Uint8Array((this.#end + needed) * 2);
    more.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = more;
  }
}

/** The code point at `unit`, or what stands for half a pair. */
function pairAt(text: string, unit: number, to: number): number {
  const high = text.charCodeAt(unit);
  const low = unit + 1 < to ? text.charCodeAt(unit + 1) : 0;
  const isPair = high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
  return isPair ? ((high - 0xd800) << 10) + (low - 0xdc00) + 0x1_0000 : replacement;
}

/** Which terms there are: an open hash table of where they stand. */
class Slots {
  #count = 0;
  #begins: Uint32Array;
  /** 0 where a slot is free. */
  #ends: Uint32Array;
  #hashes: Int32Array;

  constructor(size: number) {
    this.#begins = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
    this.#hashes = new Int32Array(size);
  }

  get size(): number {
    return this.#ends.length;
  }

  clear(): void {
    this.#count = 0;
    this.#ends.fill(0);
  }

  /** Notes the term between `begin` and `end`; false when it was there. */
  add(bytes: Uint8Array, begin: number, end: number, hash: number): boolean {
    const ends = this.#ends;
    const hashes = this.#hashes;
    const mask = ends.length - 1;
    let slot = hash & mask;
    for (let other = ends[slot]; other !== 0; other = ends[slot]) {
      if (hashes[slot] === hash && areEqual(bytes, begin, end, this.#begins[slot] ?? 0, other ?? 0))
        return false;
      slot = (slot + 1) & mask;
    }
    this.#begins[slot] = begin;
    ends[slot] = end;
    hashes[slot] = hash;
    this.#count++;
    if (this.#count * 2 > ends.length) this.#grow();
    return true;
  }

  #grow(): void {
    const [begins, ends, hashes] = [this.#begins, this.#ends, this.#hashes];
    const size = ends.length * 2;
    this.#begins = new Uint32Array(size);
    this.#ends = new Uint32Array(size);
    this.#hashes = new Int32Array(size);
    for (const [old, end] of ends.entries()) {
      if (end === 0) continue;
      let slot = (hashes[old] ?? 0) & (size - 1);
      while (this.#ends[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#begins[slot] = begins[old] ?? 0;
      this.#ends[slot] = end;
      this.#hashes[slot] = hashes[old] ?? 0;
    }
  }
}

function areEqual(bytes: Uint8Array, begin: number, end: number, otherBegin: number, otherEnd: number) {
  if (end - begin !== otherEnd - otherBegin) return false;
  for (let at = begin, other = otherBegin; at < end; at++, other++) {
    if (bytes[at] !== bytes[other]) return false;
  }
  return true;
}
