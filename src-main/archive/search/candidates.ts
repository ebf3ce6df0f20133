import type { Range } from '../../../src-shared/customers.ts';
import type { FinderHit } from '../../../src-shared/finder.ts';
import type { Entry, LineKind } from './finder-block.ts';
import type { Found } from './finder-scan.ts';
import { matchRanges } from './match-ranges.ts';
import { soundOf, soundRange } from './sounds.ts';

export type Reason = FinderHit['reason'];

/** How well something was found; the smaller, the better. */
export const ranks = {
  exact: 0,
  exactContact: 1,
  ending: 8,
  beginning: 10,
  nearEnding: 15,
  inside: 20,
  initials: 30,
  pinyin: 40,
  mixed: 50,
  soundsAlike: 60,
  typo: 80,
  /** Added when the words of a query stand in different texts of one customer. */
  scattered: 25,
} as const;

/** A find, how good it is, and why. */
export interface Judgement {
  readonly rank: number;
  readonly reason: Reason;
}

interface Candidate extends Judgement {
  readonly entry: Entry;
  readonly which: number;
  readonly lineLength: number;
}

/** The best find of each customer, and of each rank only so many. */
export class Candidates {
  readonly #best = new Map<Entry, Candidate>();
  readonly #counts = new Map<number, number>();
  readonly #mostOfRank: number;

  constructor(mostOfRank: number) {
    this.#mostOfRank = mostOfRank;
  }

  get size(): number {
    return this.#best.size;
  }

  add({ entry, which, lineLength }: Found, { rank, reason }: Judgement): void {
    const known = this.#best.get(entry);
    if (known && known.rank <= rank) return;
    const count = this.#counts.get(rank) ?? 0;
    if (count >= this.#mostOfRank) return;
    this.#counts.set(rank, count + 1);
    this.#best.set(entry, { entry, which, lineLength, rank, reason });
  }

  /** Judges every candidate again: a number is added to its rank, null drops it. */
  review(judge: (entry: Entry, which: number) => number | null): void {
    for (const [entry, candidate] of this.#best) {
      const more = judge(entry, candidate.which);
      if (more === null) this.#best.delete(entry);
      else if (more > 0) this.#best.set(entry, { ...candidate, rank: candidate.rank + more });
    }
  }

  /** The best first; of equal ones the shorter text, then the newer customer. */
  hits(query: string, limit: number): FinderHit[] {
    return [...this.#best.values()]
      .sort(
        (one, other) =>
          one.rank - other.rank || one.lineLength - other.lineLength || other.entry.id - one.entry.id,
      )
      .slice(0, limit)
      .map((candidate) => hitOf(candidate, query));
  }
}

function hitOf({ entry, which, reason }: Candidate, query: string): FinderHit {
  const [name = ''] = entry.texts;
  const text = entry.texts[which] ?? '';
  const kind = entry.kinds[which];
  const contact = kind === 'contact';
  const title = contact ? text : name;
  let ranges = matchRanges(title, query, 'name');
  if (ranges.length === 0 && reason === 'soundsAlike') ranges = rangesOfSound(title, query);
  return {
    kind: contact ? 'contact' : 'customer',
    id: entry.id,
    title,
    subtitle: contact ? name : kind === 'name' ? textOf(entry, 'code') : text,
    ranges,
    reason,
  };
}

function rangesOfSound(text: string, query: string): Range[] {
  const sound = soundOf(query);
  const at = sound === '' ? -1 : soundOf(text).indexOf(sound);
  return at < 0 ? [] : [soundRange(text, at, sound.length)];
}

const textOf = (entry: Entry, kind: LineKind): string => entry.texts[entry.kinds.indexOf(kind)] ?? '';
