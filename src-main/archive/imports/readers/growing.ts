/** A byte array that grows by doubling. */
export class GrowingBytes {
  #buffer: Buffer<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 4_096) {
    this.#buffer = Buffer.from(new ArrayBuffer(capacity));
  }

  get length(): number {
    return this.#length;
  }

  /** Appends text as UTF-8. */
  addText(text: string): void {
    // A UTF-16 unit never takes more than three bytes of UTF-8.
    this.#reserve(text.length * 3);
    this.#length += this.#buffer.write(text, this.#length, 'utf8');
  }

  addBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A view into the array, valid until the next addition. */
  view(start: number, end: number): Uint8Array {
    return this.#buffer.subarray(start, end);
  }

  /** A copy of exact size. */
  toArray(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer.subarray(0, this.#length));
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(addition: number): void {
    const wanted = this.#length + addition;
    if (wanted <= this.#buffer.length) return;
    const larger = Buffer.from(new ArrayBuffer(Math.max(wanted, this.#buffer.length * 2)));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
