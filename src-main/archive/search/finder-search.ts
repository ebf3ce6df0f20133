import type { FinderHit } from '../../../src-shared/finder.ts';
import { Candidates, ranks, type Judgement } from './candidates.ts';
import { distanceWithin } from './edit-distance.ts';
import type { Block, Entry } from './finder-block.ts';
import { scan, type Found, type LinesOf } from './finder-scan.ts';
import { needleRanges, needlesOf, type Needle } from './match-ranges.ts';
import { squeezedText } from './positions.ts';
import { soundOf } from './sounds.ts';

// Of those that fit equally well nobody looks for the two hundredth; of several words each narrows the others.
const mostOfRank = 200;
const mostOfRankBefore = 2_000;
const longestNeedle = 40;

/** Customers and contacts whose name, code or number fits the text, the best first. */
export function searchBlocks(blocks: readonly Block[], text: string, limit: number): FinderHit[] {
  const needles = needlesOf(text).filter((needle) => needle.text.length <= longestNeedle);
  const [longest] = needles.toSorted((one, other) => weight(other) - weight(one));
  if (!longest) return [];
  if (needles.length === 1) return searchOne(blocks, longest, limit, mostOfRank).hits(text, limit);

  const whole = squeezedText(text);
  const together = new Candidates(mostOfRank);
  scan(blocks, 'names', whole, (found) => together.add(found, textRank(found)));
  if (together.size > 0) return together.hits(text, limit);
  // ba jun is how some type bajun.
  if (needles.every((needle) => /^[a-z]+$/u.test(needle.text))) {
    const joined = { ...longest, text: whole };
    const found = searchOne(blocks, joined, limit, mostOfRank, false);
    if (found.size > 0) return found.hits(joined.text, limit);
  }
  const found = searchOne(blocks, longest, mostOfRankBefore, mostOfRankBefore, false);
  const others = needles.filter((needle) => needle !== longest);
  found.review((entry, which) => {
    if (others.every((needle) => holdsIn(entry, which, needle))) return 0;
    const somewhere = others.every((needle) => entry.texts.some((_, index) => holdsIn(entry, index, needle)));
    return somewhere ? ranks.scattered : null;
  });
  return found.hits(text, limit);
}

// One character narrows as much as two or three letters.
const weight = ({ text, kind }: Needle): number => (kind === 'ideographs' ? text.length * 2.5 : text.length);

function holdsIn(entry: Entry, which: number, needle: Needle): boolean {
  const text = entry.texts[which] ?? '';
  const kind = entry.kinds[which];
  const named = kind === 'name' || kind === 'shortName' || kind === 'alias' || kind === 'contact';
  return needleRanges(text, squeezedText(text), needle, named ? 'name' : 'text').length > 0;
}

/** Finds one word. It is looked for in ever wider ways, until `enough` customers are found. */
function searchOne(
  blocks: readonly Block[],
  needle: Needle,
  enough: number,
  mostOfRank: number,
  mistakes = true,
): Candidates {
  const candidates = new Candidates(mostOfRank);
  const look = (of: LinesOf, wanted: string | RegExp, judge: (found: Found) => Judgement | null) => {
    if (candidates.size >= enough) return;
    scan(blocks, of, wanted, (found) => {
      const judgement = judge(found);
      if (judgement) candidates.add(found, judgement);
    });
  };
  const { text } = needle;
  if (needle.kind === 'ideographs') {
    look('names', text, textRank);
    look('numbers', text, numberRank);
    if (text.length >= 2) look('sounds', soundOf(text), soundsAlikeRank);
    if (mistakes && text.length >= 4 && candidates.size === 0) lookForTypos(look, 'names', text);
    return candidates;
  }
  const onlyLetters = /^[a-z]+$/u.test(text);
  const short = text.length <= 2;
  look('names', text, (found) => (short && inWord(found) ? null : textRank(found)));
  if (onlyLetters) look('pinyin', soundPattern(text), (found) => soundRank(found, text));
  look('numbers', text, (found) => {
    if (short && found.at > 0) return codeEnd(found, text);
    const { rank, reason } = numberRank(found);
    return { rank: rank + (onlyLetters ? ranks.mixed : 0), reason };
  });
  if (needle.national !== '') look('numbers', needle.national, numberRank);
  const [longestGroup = ''] = needle.groups.toSorted((one, other) => other.length - one.length);
  if (longestGroup.length > 2) {
    look('numbers', longestGroup, (found) =>
      needle.groups.every((group) => found.line().includes(group)) ? numberRank(found) : null,
    );
  }
  if (mistakes && onlyLetters && text.length >= 5 && candidates.size === 0)
    lookForTypos(look, 'pinyin', text);
  return candidates;
}

type Look = (of: LinesOf, wanted: string | RegExp, judge: (found: Found) => Judgement | null) => void;

// A piece such as 公司 is in half of all names; comparing each of them would make typing wait.
const mostCompared = 1_500;

/** One mistake leaves one half of a text right, two leave one third. */
function lookForTypos(look: Look, of: 'names' | 'pinyin', text: string): void {
  const most = text.length >= (of === 'names' ? 7 : 9) ? 2 : 1;
  const size = Math.floor(text.length / (most + 1));
  for (let part = 0; part <= most; part++) {
    const offset = part * size;
    const piece = text.slice(offset, part === most ? undefined : offset + size);
    const wanted = of === 'names' ? piece : new RegExp([...piece].map(eitherCase).join(''), 'g');
    let compared = 0;
    look(of, wanted, (found) => {
      if (++compared > mostCompared) return null;
      const distance = distanceAround(found, text, offset, most);
      return distance > most
        ? null
        : { rank: ranks.typo + distance + (found.at === offset ? -1 : 0), reason: 'typo' };
    });
  }
}

const eitherCase = (letter: string): string => `[${letter}${letter.toUpperCase()}]`;

/** Distance to the text where one piece of it, `offset` from its beginning, was found. Pinyin begins at a capital. */
function distanceAround({ line, at }: Found, text: string, offset: number, most: number): number {
  const start = Math.max(0, at - offset - most);
  const stretch = line().slice(start, start + text.length + 2 * most);
  return distanceWithin(
    stretch.toLowerCase(),
    text,
    most,
    (position) => !/[a-z]/u.test(stretch.charAt(position)),
  );
}

/** Letters as the beginnings of syllables: each goes on in its syllable, or begins the next one. */
const soundPattern = (letters: string): RegExp =>
  new RegExp(
    [...letters]
      .map((letter, at) => (at === 0 ? letter.toUpperCase() : `(?:${letter}|[a-z]*${letter.toUpperCase()})`))
      .join(''),
    'g',
  );

function soundRank({ at, lineLength, matched, entry, which }: Found, letters: string): Judgement {
  const place = (at === 0 ? 0 : 4) + contactPenalty(entry, which) - (matched.length === lineLength ? 3 : 0);
  if (matched.toLowerCase() === letters) return { rank: ranks.pinyin + place, reason: 'pinyin' };
  if (matched.replace(/[^A-Z0-9]/g, '').length === letters.length) {
    return { rank: ranks.initials + place, reason: 'initials' };
  }
  return { rank: ranks.mixed + place, reason: 'pinyin' };
}

function soundsAlikeRank({ at, lineLength, matched, entry, which }: Found): Judgement {
  const place = (at === 0 ? 0 : 5) - (lineLength === matched.length ? 3 : 0);
  return { rank: ranks.soundsAlike + place + contactPenalty(entry, which), reason: 'soundsAlike' };
}

function textRank({ entry, which, lineLength, at, matched }: Found): Judgement {
  const penalty = contactPenalty(entry, which);
  if (lineLength === matched.length)
    return { rank: penalty === 0 ? ranks.exact : ranks.exactContact, reason: 'text' };
  return { rank: (at === 0 ? ranks.beginning : ranks.inside) + penalty, reason: 'text' };
}

const contactPenalty = (entry: Entry, which: number): number => (entry.kinds[which] === 'contact' ? 1 : 0);

function numberRank({ entry, which, lineLength, at, matched, line }: Found): Judgement {
  const kind = entry.kinds[which];
  const reason = kind === 'code' || kind === 'phone' ? kind : 'text';
  const penalty = reason === 'text' ? 7 : 2;
  if (lineLength === matched.length) return { rank: ranks.exact, reason };
  const ends = at + matched.length === lineLength;
  if (kind === 'code' && ends && isCodeNumber(line(), matched)) return { rank: ranks.exactContact, reason };
  // Four digits at the end are how people name a phone; three are by chance.
  const place =
    ends && matched.length >= 4
      ? ranks.ending
      : at === 0
        ? ranks.beginning
        : ends
          ? ranks.nearEnding
          : ranks.inside;
  return { rank: place + penalty, reason };
}

/** Whether the digits are the number of a code without its zeros: 21 of kh0021. */
const isCodeNumber = (code: string, digits: string): boolean =>
  /(?:^|\D)0*([1-9]\d*)$/u.exec(code)?.[1] === digits;

const codeEnd = ({ entry, which, line }: Found, digits: string): Judgement | null =>
  entry.kinds[which] === 'code' && isCodeNumber(line(), digits)
    ? { rank: ranks.exact, reason: 'code' }
    : null;

/** Whether the find stands inside a word of letters or digits. */
const inWord = ({ line, at }: Found): boolean => at > 0 && /[a-z0-9]/u.test(line().charAt(at - 1));
