import { fold, foldCharacter } from './fold.ts';
import { addPinyinTerms, syllablesOf } from './name-pinyin.ts';
import { gramLength } from './query-terms.ts';
import { bridged, eachGram, hasSurrogates, runsOf, type Run } from './runs.ts';

export { queryTerms, type QueryPart, type QueryTerm } from './query-terms.ts';

/** All of a customer that search looks at. */
export interface SearchableCustomer {
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
  /** Whether the customer is in the trash. */
  readonly trashed?: boolean;
}

/** The term of customers in the trash. The dot separates words, so that no text can make it. */
export const trashedTerm = '·trashed';

/**
 * The terms of a customer for the full-text table, separated by single spaces, each once.
 *
 * - Chinese: every character and every adjacent pair.
 * - Letters and digits: every piece of four, the last three, and of each part the first and the first two.
 *   Every three letters too, since three letters are not looked up as a beginning.
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
    const normal = method.normal.startsWith('+86') ? method.normal.slice(3) : method.normal;
    if (normal !== method.value) addNumber(terms, normal);
  }
  for (const tag of doc.tags) addText(terms, tag);
  for (const text of doc.texts) addText(terms, text);
  if (doc.trashed) terms.add(trashedTerm);
  return [...terms].join(' ');
}

function addName(terms: Set<string>, name: string): void {
  if (name === '') return;
  const originals = [...name];
  const folded = originals.map(foldCharacter);
  addBridged(terms, folded.join(''));
  addPinyinTerms(terms, syllablesOf(originals, folded));
  // 八骏（杭州）科技 is called 八骏科技.
  const bare = name.replace(bracketed, '');
  if (bare !== name) addName(terms, bare);
}

const bracketed = /[(（[【〔][^()（）[\]【】〔〕]*[)）\]】〕]/gu;

// Towns, trades, tags and titles are the same for many customers; an import would fold each of them anew.
const shortTexts = new Map<string, readonly string[]>();
const rememberedTexts = 5_000;
const shortText = 12;

function addText(terms: Set<string>, text: string): void {
  if (text === '') return;
  if (text.length > shortText) {
    addRuns(terms, fold(text));
    return;
  }
  let found = shortTexts.get(text);
  if (!found) {
    const own = new Set<string>();
    addRuns(own, fold(text));
    found = [...own];
    if (shortTexts.size >= rememberedTexts) shortTexts.clear();
    shortTexts.set(text, found);
  }
  for (const term of found) terms.add(term);
}

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
  if (hasSurrogates(text)) {
    eachGram(text, 1, (character) => terms.add(character));
    eachGram(text, 2, (pair) => terms.add(pair));
    return;
  }
  const { length } = text;
  for (let at = 0; at < length; at++) {
    terms.add(text.charAt(at));
    if (at + 1 < length) terms.add(text.slice(at, at + 2));
  }
}

// Any fragment of three or more is a term or the beginning of one; one or two must begin a part.
function addLatin(terms: Set<string>, { text, parts }: Run): void {
  for (const part of parts) {
    terms.add(part.charAt(0));
    if (part.length > 1) terms.add(part.slice(0, 2));
  }
  for (let at = 0; at + gramLength <= text.length; at++) terms.add(text.slice(at, at + gramLength));
  terms.add(text.slice(-3));
  for (const letters of text.match(/[a-z]{3,}/gu) ?? []) eachGram(letters, 3, (gram) => terms.add(gram));
}
