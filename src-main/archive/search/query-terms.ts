import { fold } from './fold.ts';
import { headLength, pinyinWindow } from './name-pinyin.ts';
import { stretchesOf, sureBoundaries } from './pinyin-syllables.ts';
import { eachGram, runsOf, type Run } from './runs.ts';

/** A term of the full-text table, or with `prefix` all terms that begin with it. */
export interface QueryTerm {
  readonly term: string;
  readonly prefix: boolean;
}

/** Ways in which one part of a query can be met; each way is terms that must all be there. */
export type QueryPart = readonly (readonly QueryTerm[])[];

/** Letters and digits are indexed in overlapping pieces of this many, so that any fragment is found. */
export const gramLength = 4;

// SQLite's expressions have limits, and after so many pairs nothing is left to narrow.
const maximumTerms = 64;

const exact = (term: string): QueryTerm => ({ term, prefix: false });
const beginning = (term: string): QueryTerm => ({ term, prefix: true });

/**
 * What a query asks for: parts that must all be met. Empty when the text holds no word at all, only
 * punctuation or nothing.
 */
export function queryTerms(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let left = maximumTerms;
  for (const run of runsOf(fold(text))) {
    if (left <= 0) break;
    const part = (run.kind === 'latin' ? latinPart(run) : [ideographs(run.text)]).map((way) =>
      way.slice(0, left),
    );
    parts.push(part);
    left -= Math.max(...part.map((way) => way.length));
  }
  return parts;
}

function ideographs(text: string): QueryTerm[] {
  if ([...text].length === 1) return [exact(text)];
  return grams(text, 2);
}

function grams(text: string, size: number): QueryTerm[] {
  const found = new Set<string>();
  eachGram(text, size, (gram) => found.add(gram));
  return [...found].map(exact);
}

function latinPart(run: Run): QueryPart {
  const whole = /^[a-z]+$/u.test(run.text) ? letters(run.text) : number(run.text);
  if (!run.grouped || /^(?:(?:00)?86)?1[3-9]\d{9}$/u.test(run.text)) return whole;
  // 138 5678 is the beginning of one number, or the first and the last digits.
  return [...whole, run.parts.flatMap((group) => fragment(group))];
}

function number(text: string): QueryPart {
  const [, national] = /^(?:00)?86(\d{5,})$/u.exec(text) ?? [];
  return national ? [fragment(text), fragment(national)] : [fragment(text)];
}

/** Any stretch of a number or code. */
function fragment(text: string): QueryTerm[] {
  if (text.length < 3) return [exact(text)];
  if (text.length < gramLength) return [beginning(text)];
  return grams(text, gramLength);
}

/** Letters may be a stretch of a word, or the beginning of a word, of pinyin, of initials, or of both mixed. */
function letters(text: string): QueryPart {
  if (text.length <= gramLength) return [[fromSyllable(text)]];
  const mixed = mixedPieces(text);
  const ways = text.length <= pinyinWindow ? [[beginning(text)]] : [pinyinPieces(text), initialPieces(text)];
  return [...ways, grams(text, gramLength), ...(mixed.length > 0 ? [mixed] : [])];
}

/** Up to three letters are a term of their own; four are the beginning of every piece of four that has them. */
const fromSyllable = (text: string): QueryTerm => (text.length <= headLength ? exact(text) : beginning(text));

/** The spelled and the initial stretches of `wangxm`; none where hardly anything is spelled, as in English words. */
function mixedPieces(text: string): QueryTerm[] {
  const stretches = stretchesOf(text);
  const longEnough = stretches.some(({ letters, spelled }) => spelled && letters.length >= 3);
  return stretches.length > 1 && longEnough
    ? stretches.map(({ letters }) => fromSyllable(letters.slice(0, pinyinWindow)))
    : [];
}

/** Pinyin longer than a window: windows that begin where a syllable must begin, as far as that is certain. */
function pinyinPieces(text: string): QueryTerm[] {
  const pieces: QueryTerm[] = [];
  const boundaries = sureBoundaries(text);
  let start = 0;
  while (text.length - start > pinyinWindow) {
    pieces.push(exact(text.slice(start, start + pinyinWindow)));
    const end = start + pinyinWindow;
    const next = boundaries.findLast((boundary) => boundary > start && boundary <= end);
    if (next === undefined) return pieces;
    start = next;
  }
  if (start < text.length) pieces.push(beginning(text.slice(start)));
  return pieces;
}

const initialPieces = (text: string): QueryTerm[] => [
  exact(text.slice(0, pinyinWindow)),
  beginning(text.slice(-pinyinWindow)),
];
