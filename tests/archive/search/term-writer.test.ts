import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermWriter } from '../../../src-main/archive/search/term-writer.ts';

const unit = fc.oneof(
  fc.constantFrom('a', 'b', '9', 'é', '·', '张', '張', '𠮷', '😀', '\uD842', '\uDFB7'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((text) => text !== ' '),
);
const term = fc.array(unit, { maxLength: 5 }).map((units) => units.join(''));

/** What SQLite makes of a term: UTF-8, without halves of pairs. */
const written = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

function termsOf(writer: TermWriter, ends: readonly number[]): string[] {
  const bytes = writer.bytes();
  return ends.map((end, index) => new TextDecoder().decode(bytes.subarray(ends[index - 1] ?? 0, end)));
}

describe('the terms of customers', () => {
  it('stand once each, in UTF-8, in the order in which they came, customer by customer', () => {
    const customers = fc.array(fc.array(term, { maxLength: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(customers, (all) => {
        const writer = new TermWriter();
        const ends = all.map((terms) => {
          for (const text of terms) writer.add(text);
          return writer.next();
        });
        const expected = all.map((terms) => [
          ...new Set(terms.filter((text) => text !== '').map((text) => written(text))),
        ]);
        expect(termsOf(writer, ends)).toEqual(expected.map((terms) => terms.join(' ')));
      }),
    );
  });

  it('are cut out of a longer text', () => {
    const parts = fc.tuple(term, term, term);
    fc.assert(
      fc.property(parts, ([before, text, after]) => {
        const writer = new TermWriter();
        writer.add(before + text + after, before.length, before.length + text.length);
        expect(termsOf(writer, [writer.next()])).toEqual([written(text)]);
      }),
    );
  });

  it('are as many as a long text has, and forgotten for the next customer', () => {
    const writer = new TermWriter();
    const many = Array.from({ length: 100_000 }, (_, index) => `第${index}条`);
    for (const text of [...many, ...many]) writer.add(text);
    const first = writer.next();
    writer.add('第7条');
    const [all = '', last] = termsOf(writer, [first, writer.next()]);
    expect(all.split(' ')).toEqual(many);
    expect(last).toBe('第7条');
    writer.clear();
    writer.add('第7条');
    expect(termsOf(writer, [writer.next()])).toEqual(['第7条']);
  });
});
