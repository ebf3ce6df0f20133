import { companyCore } from '../../../src-shared/company-names.ts';
import { distanceBetween } from './edit-distance.ts';
import type { Block, Entry } from './finder-block.ts';
import { scan } from './finder-scan.ts';
import { squeezedText } from './positions.ts';
import { toSimplified } from './simplify.ts';
import { soundOf } from './sounds.ts';

/** A customer whose name is near the one asked for, and how. */
export interface SimilarName {
  readonly id: number;
  readonly reason: 'similarName' | 'soundsAlike';
}

// A pair of syllables that so many names have (科技, 贸易) says nothing.
const commonPair = 2_000;
const mostCompared = 600;

/** What is a name's own, without place and legal form: as text, and as it sounds. */
interface Core {
  readonly text: string;
  readonly sound: string;
}

function coreOf(name: string): Core {
  const text = squeezedText(companyCore(name, toSimplified));
  return { text, sound: soundOf(text) };
}

interface Likeness {
  /** 1 for equal cores. */
  readonly likeness: number;
  readonly reason: SimilarName['reason'];
}

/** Customers whose names are near or sound alike, the nearest first; one of the very same name is among them. */
export function findSimilarNames(blocks: readonly Block[], name: string, limit: number): SimilarName[] {
  const wanted = coreOf(name);
  if (wanted.sound.length < 2) return [];
  const found: (Likeness & { id: number })[] = [];
  for (const entry of entriesToCompare(blocks, wanted.sound)) {
    const likeness = compareEntry(wanted, entry);
    if (likeness) found.push({ ...likeness, id: entry.id });
  }
  return found
    .sort((one, other) => other.likeness - one.likeness || other.id - one.id)
    .slice(0, limit)
    .map(({ id, reason }) => ({ id, reason }));
}

/**
 * Entries of which a name sounds like the wanted one in its first two syllables, where a name differs from
 * others, or in more than one pair that is not common.
 */
function entriesToCompare(blocks: readonly Block[], sound: string): Entry[] {
  const shared = new Map<Entry, number>();
  for (let at = 0; at + 2 <= sound.length; at++) {
    const having = new Set<Entry>();
    scan(blocks, 'sounds', sound.slice(at, at + 2), ({ entry, which }) => {
      if (entry.kinds[which] !== 'contact') having.add(entry);
      return having.size < commonPair;
    });
    if (having.size >= commonPair && sound.length > 2) continue;
    for (const entry of having) shared.set(entry, (shared.get(entry) ?? 0) + (at === 0 ? 2 : 1));
  }
  return [...shared]
    .filter(([, pairs]) => pairs >= 2)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostCompared)
    .map(([entry]) => entry);
}

function compareEntry(wanted: Core, { texts, kinds }: Entry): Likeness | null {
  const own = coreOf(texts[0] ?? '');
  let best = compare(wanted, own);
  for (const [index, text] of texts.entries()) {
    if (kinds[index] !== 'shortName' && kinds[index] !== 'alias') continue;
    const other = coreOf(text);
    const likeness = compare(wanted, other);
    if (!likeness || likeness.likeness <= (best?.likeness ?? 0)) continue;
    // 恒达 is short for 恒达贸易, and that is not 恒达科技.
    if (likeness.likeness < 0.9 && goOnDifferently(wanted.sound, own.sound, other.sound)) continue;
    best = likeness;
  }
  return best;
}

const goOnDifferently = (one: string, other: string, start: string): boolean =>
  one.startsWith(start) && other.startsWith(start) && !one.startsWith(other) && !other.startsWith(one);

/** How near two cores are; null when they are different names. */
function compare(wanted: Core, other: Core): Likeness | null {
  if (wanted.text === other.text) return { likeness: 1, reason: 'similarName' };
  if (wanted.sound === other.sound) return { likeness: 0.95, reason: 'soundsAlike' };
  const [short, long] = wanted.sound.length <= other.sound.length ? [wanted, other] : [other, wanted];
  if (short.sound.length < 2) return null;
  const ratio = short.sound.length / long.sound.length;
  if (long.text.startsWith(short.text)) return { likeness: 0.5 + 0.3 * ratio, reason: 'similarName' };
  if (long.sound.startsWith(short.sound)) return { likeness: 0.45 + 0.3 * ratio, reason: 'soundsAlike' };
  if (short.sound.length >= 3 && long.text.includes(short.text)) {
    return { likeness: 0.4 + 0.3 * ratio, reason: 'similarName' };
  }
  // 恒达物流 and 恒达国际物流
  if (
    short.text.length >= 4 &&
    long.text.startsWith(short.text.slice(0, 2)) &&
    long.text.endsWith(short.text.slice(2))
  ) {
    return { likeness: 0.45 + 0.3 * ratio, reason: 'similarName' };
  }
  // One character of four may differ; in a short name not one of the two that make it that name.
  const { length } = long.text;
  if (length < 4 || (length < 6 && wanted.text.slice(0, 2) !== other.text.slice(0, 2))) return null;
  const distance = distanceBetween(wanted.text, other.text);
  return distance > Math.floor(length / 4)
    ? null
    : { likeness: 0.7 - distance / length, reason: 'similarName' };
}
