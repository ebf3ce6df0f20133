import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldCharacter } from '../../../src-main/archive/search/fold.ts';
import { simplifyCharacter, toSimplified } from '../../../src-main/archive/search/simplify.ts';

const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(...'張长㗲𠵾㍿ﬁ①Ａé😀⻋ \u0000\u200b\uFFFF\uFFFEıİß·'),
  fc.constantFrom('\uD842', '\uDFB7'),
);
const text = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));

describe('a whole text', () => {
  it('is folded as its characters are', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(fold(whole)).toBe([...whole].map(foldCharacter).join(''));
      }),
    );
  });

  it('is simplified as its characters are', () => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(toSimplified(whole)).toBe([...whole].map(simplifyCharacter).join(''));
      }),
    );
  });
});
