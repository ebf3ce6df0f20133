import type { Range } from '../../../src-shared/customers.ts';
import { fold, foldCharacter } from './fold.ts';
import { bridged } from './runs.ts';

/** A folded text without what separates words, and where each of its UTF-16 units came from. */
export interface Squeezed {
  readonly text: string;
  /** Half-open range in the original text of each unit. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const separators = /[^a-z0-9\u0080-\u{10FFFF}]+/gu;

/** The same text as {@link squeeze} gives, without the positions: for a look whether more is worth it. */
export const squeezedText = (text: string): string => bridged(fold(text));

/**
 * Folds a text for searching in it and keeps the way back to the original. Symbols are left out like all that
 * separates, unless they are what is looked for.
 */
export function squeeze(text: string, symbols = false): Squeezed {
  let result = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    const units = symbols ? folded.replace(separators, '') : bridged(folded);
    for (const unit of units.split('')) {
      result += unit;
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { text: result, from, to };
}

/** The original range of `length` units from `start`. */
export const rangeOf = ({ from, to }: Squeezed, start: number, length: number): Range => [
  from[start] ?? 0,
  to[start + length - 1] ?? 0,
];

/** Whether a word or number begins at this unit: something was left out before it, or another script ends there. */
export function beginsPart({ text, from, to }: Squeezed, at: number): boolean {
  if (at === 0) return true;
  return text.charAt(at - 1) > '\u007F' || (to[at - 1] ?? 0) < (from[at] ?? 0);
}

/** Ranges in order, without overlaps, and those that touch made one. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
