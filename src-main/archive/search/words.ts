import { fold, foldCharacter } from './fold.ts';
import { addPinyinTerms, addWithHeads, pinyinWindow, syllablesOf } from './name-pinyin.ts';
import { bridged, eachGram, runsOf, type Run } from './runs.ts';

export { queryTerms, type QueryPart, type QueryTerm } from './query-terms.ts';

/** All of a customer that search looks at. */
export interface SearchableCustomer {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly contacts: readonly {
    readonly name: string;
    readonly title: string;
    readonly department: string;
  }[];
  /** Of the customer and of its contacts; `normal` is E.164 for phones and may be ''. */
  readonly methods: readonly { readonly type: string; readonly value: string; readonly normal: string }[];
  readonly tags: readonly string[];
  /** Notes, address, regions, industry, owner, source, numbers …: found by their words, not by pinyin. */
  readonly texts: readonly string[];
}

/** Letters and digits are indexed in overlapping pieces of this many, so that any fragment is found. */
export const gramLength = 4;

/**
 * The terms of a customer for the full-text table, separated by single spaces, each once.
 *
 * - Chinese: every character and every adjacent pair.
 * - Letters and digits: every piece of four, the last three, and from each part on (`kh0021`: from k and from 0)
 *   the first twelve, one and two.
 * - Names also by pinyin and initials, from each syllable on, cut at twelve letters.
 */
export function documentTerms(doc: SearchableCustomer): string {
  const terms = new Set<string>();
  addName(terms, doc.name);
  addName(terms, doc.shortName);
  for (const alias of doc.aliases) addName(terms, alias);
  for (const contact of doc.contacts) {
    addName(terms, contact.name);
    addText(terms, contact.title);
    addText(terms, contact.department);
  }
  addNumber(terms, doc.code);
  const [, short] = /(?:^|\D)0*([1-9]\d?)$/u.exec(doc.code) ?? [];
  if (short) terms.add(short);
  for (const method of doc.methods) {
    addNumber(terms, method.value);
    if (method.normal.startsWith('+86')) addNumber(terms, method.normal.slice(3));
    else if (method.normal !== '' && method.normal !== method.value) addNumber(terms, method.normal);
  }
  for (const tag of doc.tags) addText(terms, tag);
  for (const text of doc.texts) addText(terms, text);
  return [...terms].join(' ');
}

function addName(terms: Set<string>, name: string): void {
  if (name === '') return;
  const originals = [...name];
  const folded = originals.map(foldCharacter);
  addBridged(terms, folded.join(''));
  addPinyinTerms(terms, syllablesOf(originals, folded));
}

const addText = (terms: Set<string>, text: string): void => {
  if (text !== '') addRuns(terms, fold(text));
};

const addNumber = (terms: Set<string>, number: string): void => {
  if (number !== '') addBridged(terms, fold(number));
};

function addBridged(terms: Set<string>, folded: string): void {
  addRuns(terms, folded);
  const together = bridged(folded);
  if (together !== folded) addRuns(terms, together);
}

function addRuns(terms: Set<string>, folded: string): void {
  for (const run of runsOf(folded)) {
    if (run.kind === 'latin') addLatin(terms, run);
    else addIdeographs(terms, run.text);
  }
}

function addIdeographs(terms: Set<string>, text: string): void {
  for (const character of text) terms.add(character);
  eachGram(text, 2, (pair) => terms.add(pair));
}

function addLatin(terms: Set<string>, { text, parts }: Run): void {
  for (const part of parts) addWithHeads(terms, text.slice(part, part + pinyinWindow));
  if (text.length <= 3) return;
  for (let at = 0; at + gramLength <= text.length; at++) terms.add(text.slice(at, at + gramLength));
  terms.add(text.slice(-3));
}
