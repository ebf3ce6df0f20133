import { fold, foldCharacter } from './fold.ts';
import { addPinyinTerms, syllablesOf } from './name-pinyin.ts';
import { gramLength } from './query-terms.ts';
import { bridged, runsOf, type Run } from './runs.ts';
import { TermWriter } from './term-writer.ts';

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
  ofOne.clear();
  addTerms(ofOne, doc);
  return new TextDecoder().decode(ofOne.bytes());
}

const ofOne = new TermWriter();
const ofMany = new TermWriter();

/** The terms of customers, see {@link documentTerms}, as UTF-8: views of one buffer. */
export function termsOf(customers: readonly SearchableCustomer[]): Uint8Array[] {
  ofMany.clear();
  const ends = customers.map((customer) => {
    addTerms(ofMany, customer);
    return ofMany.next();
  });
  const bytes = ofMany.bytes();
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

function addTerms(terms: TermWriter, doc: SearchableCustomer): void {
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
}

function addName(terms: TermWriter, name: string): void {
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

function addText(terms: TermWriter, text: string): void {
  if (text !== '') addRuns(terms, fold(text));
}

function addNumber(terms: TermWriter, number: string): void {
  if (number !== '') addBridged(terms, fold(number));
}

function addBridged(terms: TermWriter, folded: string): void {
  addRuns(terms, folded);
  const together = bridged(folded);
  if (together !== folded) addRuns(terms, together);
}

function addRuns(terms: TermWriter, folded: string): void {
  for (const run of runsOf(folded)) {
    if (run.kind === 'latin') addLatin(terms, run);
    else addIdeographs(terms, run.text);
  }
}

function addIdeographs(terms: TermWriter, text: string): void {
  let before = -1;
  for (let at = 0; at < text.length;) {
    const end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    if (before >= 0) terms.add(text, before, end);
    terms.add(text, at, end);
    before = at;
    at = end;
  }
}

// Any fragment of three or more is a term or the beginning of one; one or two must begin a part.
function addLatin(terms: TermWriter, { text, parts }: Run): void {
  for (const part of parts) {
    terms.add(part, 0, 1);
    if (part.length > 1) terms.add(part, 0, 2);
  }
  for (let at = 0; at + gramLength <= text.length; at++) terms.add(text, at, at + gramLength);
  terms.add(text, Math.max(0, text.length - 3));
  // The letters behind the last one that is none.
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    letters = text.charAt(at) >= 'a' ? letters + 1 : 0;
    if (letters >= 3) terms.add(text, at - 2, at + 1);
  }
}
