import { pinyin } from 'pinyin-pro';
import { foldCharacter, isIdeograph } from './fold.ts';
import { readingsOf } from './readings.ts';

// A name this long has found its place; the column need not repeat whole sentences.
const longestName = 60;

/**
 * A key whose binary order is the order in which a Chinese reader looks for names: digits by their value, then
 * Latin, then Chinese by pinyin, character by character, so that all 张 stand together before the first 章.
 */
export function nameSortKey(name: string): string {
  const characters = [...name].slice(0, longestName);
  const readings = readingsInContext(characters);
  let key = '';
  let digits = '';
  const endNumber = () => {
    if (digits !== '') key += naturalNumber(digits);
    digits = '';
  };
  characters.forEach((character, at) => {
    for (const folded of foldCharacter(character)) {
      if (folded >= '0' && folded <= '9') {
        digits += folded;
        continue;
      }
      endNumber();
      // ~ is after every letter; the space ends a syllable, so that xi-an stands before xian.
      key += isIdeograph(folded) ? `~${readings[at] ?? ''} ${folded}` : folded;
    }
  });
  endNumber();
  return key;
}

/** 9 before 10: the count of digits stands first. */
const naturalNumber = (digits: string): string => {
  const value = digits.replace(/^0+(?=\d)/u, '');
  return String(value.length).padStart(2, '0') + value;
};

/** Readings with tone (zhang1). Only names with a character that is read in several ways are read as a whole. */
function readingsInContext(characters: readonly string[]): readonly string[] {
  if (characters.every((character) => readingsOf(character).length <= 1)) return characters.map(soleReading);
  const readings = pinyin(characters.join(''), {
    type: 'array',
    surname: characters.length <= 4 ? 'head' : 'off',
  });
  if (readings.length !== characters.length) return characters.map(soleReading);
  return readings.map((reading, at) => (reading === characters[at] ? reading : toneBehind(reading)));
}

const known = new Map<string, string>();

function soleReading(character: string): string {
  let reading = known.get(character);
  if (reading === undefined) {
    [reading = ''] = pinyin(character, { type: 'array' });
    known.set(character, (reading = reading === character ? reading : toneBehind(reading)));
  }
  return reading;
}

const toneMarks = ['', '\u0304', '\u0301', '\u030C', '\u0300'];
const numbered = new Map<string, string>();

/** zhāng as zhang1, lǚ as lv3, de as de0. The library does so too, in three times as long as it takes to read. */
function toneBehind(reading: string): string {
  let result = numbered.get(reading);
  if (result === undefined) {
    let tone = 0;
    let letters = '';
    for (const part of reading.normalize('NFD')) {
      const mark = toneMarks.indexOf(part);
      if (mark > 0) tone = mark;
      else letters += part;
    }
    numbered.set(reading, (result = `${letters.normalize('NFC').replace('ü', 'v')}${tone}`));
  }
  return result;
}
