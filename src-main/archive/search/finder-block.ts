import { foldCharacter } from './fold.ts';
import { syllablesOf, type Syllable } from './name-pinyin.ts';
import { squeezedText } from './positions.ts';
import { soundOf } from './sounds.ts';

/** What the finder has to know of a customer. */
export interface FinderCustomer {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly contacts: readonly { readonly name: string }[];
  /** Of the customer and of its contacts. */
  readonly methods: readonly { readonly type: string; readonly value: string }[];
}

export type LineKind = 'name' | 'shortName' | 'alias' | 'contact' | 'code' | 'phone' | 'method';

const between = '\0';

/**
 * A customer in the finder: its texts as written, and what each of them is. The first is its name.
 *
 * The texts are kept as one string: as seven a customer they took three times the memory, and a heap of small strings
 * is not given back.
 */
export class Entry {
  readonly id: number;
  readonly kinds: readonly LineKind[];
  readonly #joined: string;

  constructor(id: number, texts: readonly string[], kinds: readonly LineKind[]) {
    this.id = id;
    this.kinds = kinds;
    // As many characters as before, so that what is marked in a text stays in its place.
    this.#joined = texts.map((text) => text.replaceAll(between, ' ')).join(between);
  }

  get texts(): readonly string[] {
    return this.#joined.split(between);
  }
}

/** Texts one after the other, each between line breaks, so that one scan looks through all of them. */
export interface Lines {
  readonly text: string;
  readonly starts: Uint32Array;
  /** For each line: index of its entry in the block, and of its text in the entry. */
  readonly owners: Uint32Array;
  readonly which: Uint8Array;
}

/** Some hundred customers, made ready to be scanned. */
export interface Block {
  /** null: the customer is gone, or stands in a later block. */
  readonly entries: (Entry | null)[];
  /** Names folded and without what separates words. */
  readonly names: Lines;
  /** The same names by {@link soundOf}. */
  readonly sounds: Lines;
  /** Names by pinyin, syllables capitalised (`HangZhouBaJun`); those of several readings more than once. */
  readonly pinyin: Lines;
  /** Codes and contact methods, folded and without what separates. */
  readonly numbers: Lines;
  gone: number;
}

const mostTexts = 200;

/** The entry of a customer. */
export function entryOf(customer: FinderCustomer): Entry {
  const texts: string[] = [];
  const kinds: LineKind[] = [];
  const add = (kind: LineKind, text: string) => {
    if (text === '' || texts.length >= mostTexts) return;
    texts.push(text);
    kinds.push(kind);
  };
  add('name', customer.name);
  add('shortName', customer.shortName);
  for (const alias of customer.aliases) add('alias', alias);
  for (const contact of customer.contacts) add('contact', contact.name);
  add('code', customer.code);
  for (const { type, value } of customer.methods) {
    add(type === 'mobile' || type === 'phone' || type === 'fax' ? 'phone' : 'method', value);
  }
  return new Entry(customer.id, texts, shared(kinds));
}

const sharedKinds = new Map<string, readonly LineKind[]>();

/** Most customers have texts of the same kinds; one list of them serves all. */
function shared(kinds: readonly LineKind[]): readonly LineKind[] {
  const key = kinds.join(' ');
  const known = sharedKinds.get(key);
  if (known) return known;
  if (sharedKinds.size < 1_000) sharedKinds.set(key, kinds);
  return kinds;
}

/** Makes a block of entries. */
export function blockOf(entries: (Entry | null)[]): Block {
  const names = new LineWriter();
  const sounds = new LineWriter();
  const pinyin = new LineWriter();
  const numbers = new LineWriter();
  entries.forEach((entry, owner) => {
    entry?.texts.forEach((text, which) => {
      const kind = entry.kinds[which];
      if (kind === 'code' || kind === 'phone' || kind === 'method') {
        numbers.add(kind === 'phone' ? nationalNumber(text) : squeezedText(text), owner, which);
        return;
      }
      names.add(squeezedText(text), owner, which);
      names.add(symbolsOf(text), owner, which);
      sounds.add(soundOf(text), owner, which);
      for (const spelling of capitalised(text)) pinyin.add(spelling, owner, which);
    });
  });
  return {
    entries,
    names: names.lines(),
    sounds: sounds.lines(),
    pinyin: pinyin.lines(),
    numbers: numbers.lines(),
    gone: 0,
  };
}

// A quick look first: hardly a name has symbols.
const symbolsOf = (text: string): string =>
  /[\u00A0-\u00BF\u2000-\u33FF\uD800-\uDFFF]/.test(text) ? (text.match(/\p{So}/gu) ?? []).join('') : '';

/** Digits and letters of a phone number without the country. */
const nationalNumber = (text: string): string =>
  squeezedText(text).replace(/^(?:00)?86(?=1[3-9]\d{9}|[2-9]\d{9})/u, '');

class LineWriter {
  readonly #texts: string[] = [];
  readonly #owners: number[] = [];
  readonly #which: number[] = [];

  add(text: string, owner: number, which: number): void {
    if (text === '') return;
    this.#texts.push(text);
    this.#owners.push(owner);
    this.#which.push(which);
  }

  lines(): Lines {
    const starts = new Uint32Array(this.#texts.length);
    let at = 1;
    for (const [index, text] of this.#texts.entries()) {
      starts[index] = at;
      at += text.length + 1;
    }
    return {
      text: `\n${this.#texts.join('\n')}\n`,
      starts,
      owners: Uint32Array.from(this.#owners),
      which: Uint8Array.from(this.#which),
    };
  }
}

const mostSpellings = 4;

/**
 * Spellings of a name by pinyin, each syllable with a capital. Where characters have several readings, the first
 * few combinations, and each reading once.
 */
function capitalised(name: string): readonly string[] {
  const originals = [...name];
  const syllables = syllablesOf(originals, originals.map(foldCharacter));
  let first = '';
  let ambiguous = false;
  for (const { readings } of syllables) {
    first += capital(readings[0] ?? '');
    if (readings.length > 1) ambiguous = true;
  }
  if (!ambiguous) return [first];
  let spellings = [''];
  for (const { readings } of syllables) {
    const choices = spellings.length * readings.length <= mostSpellings ? readings : readings.slice(0, 1);
    spellings = spellings.flatMap((spelling) => choices.map((reading) => spelling + capital(reading)));
  }
  const more = syllables.flatMap((syllable, at) =>
    syllable.readings.slice(1).map((reading) => spell(syllables, at, reading)),
  );
  return [...new Set([...spellings, ...more.slice(0, mostSpellings)])];
}

const capitals = new Map<string, string>();

function capital(reading: string): string {
  let result = capitals.get(reading);
  if (result === undefined) {
    result = reading.charAt(0).toUpperCase() + reading.slice(1);
    // Readings are few; the Latin words of names are not.
    if (capitals.size < 5_000) capitals.set(reading, result);
  }
  return result;
}

const spell = (syllables: readonly Syllable[], at: number, reading: string): string =>
  syllables.map(({ readings }, index) => capital(index === at ? reading : (readings[0] ?? ''))).join('');

/** The line that holds a position of the text. */
export function lineAt({ starts }: Lines, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
