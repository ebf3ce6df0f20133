import { isIdeograph } from './fold.ts';
import { readingInWord, readingsOf } from './readings.ts';
import type { TermWriter } from './term-writer.ts';

/** Pinyin terms are cut at this many letters; longer queries are cut alike (see `query-terms.ts`). */
export const pinyinWindow = 12;

// 长乐重行 has 16 spellings; nobody needs all of a longer such row.
const maximumSpellings = 16;

/** One sounding part of a name: a character with its readings, or a Latin word or number as it is. */
export interface Syllable {
  /** Spellings, the most frequent first: `['chang', 'zhang']`, or `['abc']`. */
  readonly readings: readonly string[];
  /** First letters of the readings, or the whole word: `['c', 'z']`, or `['abc']`. */
  readonly initials: readonly string[];
  /** Which character of the name it is, and how many characters it covers. */
  readonly at: number;
  readonly length: number;
}

/**
 * How a name is spoken. `originals` are the characters as written, `folded` the same folded, one to one.
 * Characters that have no reading, spaces and punctuation are passed over.
 */
export function syllablesOf(originals: readonly string[], folded: readonly string[]): Syllable[] {
  const syllables: Syllable[] = [];
  for (let at = 0; at < folded.length; at++) {
    const character = folded[at] ?? '';
    if (isIdeograph(character)) {
      pushCharacter(syllables, originals, folded, at);
      continue;
    }
    let word = '';
    const start = at;
    while (at < folded.length && isWordPart(folded[at] ?? '')) word += folded[at++];
    if (word === '') continue;
    syllables.push({ readings: [word], initials: [word], at: start, length: at - start });
    at--;
  }
  return syllables;
}

const isWordPart = (folded: string): boolean => /^[a-z0-9]+$/u.test(folded);

const initialsOf = new Map<readonly string[], readonly string[]>();

function pushCharacter(
  syllables: Syllable[],
  originals: readonly string[],
  folded: readonly string[],
  at: number,
): void {
  let readings = readingsOf(originals[at] ?? '');
  if (readings.length === 0) readings = readingsOf(folded[at] ?? '');
  const special = readingInWord(folded, at);
  if (special) readings = [special, ...readings];
  if (readings.length === 0) return;
  let initials = initialsOf.get(readings);
  if (!initials) {
    initials = [...new Set(readings.map((reading) => reading.charAt(0)))];
    if (!special) initialsOf.set(readings, initials);
  }
  syllables.push({ readings, initials, at, length: 1 });
}

/** Adds what finds a name by sound: its pinyin and its initials, each from every syllable on. */
export function addPinyinTerms(terms: TermWriter, syllables: readonly Syllable[]): void {
  addSpellings(terms, syllables, 'readings');
  addSpellings(terms, syllables, 'initials');
}

type Spelling = 'readings' | 'initials';

function addSpellings(terms: TermWriter, syllables: readonly Syllable[], kind: Spelling): void {
  let all = '';
  // The last syllable that can be spelled in more than one way; after it a slice of `all` is every spelling.
  let ambiguous = -1;
  const offsets: number[] = [];
  for (const [index, syllable] of syllables.entries()) {
    const parts = syllable[kind];
    offsets.push(all.length);
    all += parts[0] ?? '';
    if (parts.length > 1) ambiguous = index;
  }
  for (let start = 0; start < syllables.length; start++) {
    if (start > ambiguous) {
      const offset = offsets[start] ?? 0;
      addWithHeads(terms, all, offset);
    } else for (const spelling of spellingsFrom(syllables, start, kind)) addWithHeads(terms, spelling, 0);
  }
}

/** All spellings from one syllable on, as far as {@link pinyinWindow} at least. */
function spellingsFrom(syllables: readonly Syllable[], start: number, kind: Spelling): readonly string[] {
  let spellings: string[] = [''];
  for (let at = start; at < syllables.length; at++) {
    const parts = syllables[at]?.[kind] ?? [];
    const choices = spellings.length * parts.length <= maximumSpellings ? parts : parts.slice(0, 1);
    spellings = spellings.flatMap((spelling) => choices.map((part) => spelling + part));
    if (spellings.every((spelling) => spelling.length >= pinyinWindow)) break;
  }
  return spellings;
}

/** Adds the window that begins at `from`, and its beginnings. */
function addWithHeads(terms: TermWriter, spelling: string, from: number): void {
  const end = Math.min(from + pinyinWindow, spelling.length);
  terms.add(spelling, from, end);
  for (let to = from + 1; to <= from + headLength && to < end; to++) terms.add(spelling, from, to);
}

/** Queries of up to this many letters are looked up exactly; longer ones are the beginnings of many terms. */
export const headLength = 3;
