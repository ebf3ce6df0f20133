import { steadyTimes } from './steady-times.ts';

/** What the rotation looks at. All of them belong to one archive and lie in one place. */
export interface Rotated {
  readonly id: string;
  /** The order in which they were made; clocks jump, this does not. */
  readonly number: number;
  /** ISO instant. */
  readonly madeAt: string;
  readonly manual: boolean;
  /** Nothing is known to be wrong with it. */
  readonly good: boolean;
}

/** So many files the rotation leaves at most. */
export const filesKept = 40;

/** However they came about, so many of the newest good ones are never removed. */
const alwaysKept = 3;

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** As long as this before the newest one, all are kept. */
const windowLength = 2 * day;

/** As far back as this one can always go, once there has been a backup so old. */
const year = 365 * day;

/** What is kept before those two days: one a day, a week, a month, and on until a year is spanned. */
const tiers: readonly {
  readonly period: (time: Date) => number;
  readonly kept: number;
  readonly span: number;
}[] = [
  { period: (time) => dayNumber(time), kept: 12, span: 0 },
  { period: (time) => Math.floor((dayNumber(time) + 3) / 7), kept: 10, span: 0 },
  { period: (time) => time.getFullYear() * 12 + time.getMonth(), kept: 9, span: year },
];

/** Days since 1970-01-01 by the local calendar; that was a Thursday. */
const dayNumber = (time: Date): number =>
  Math.round(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / day);

interface Timed<B> {
  readonly backup: B;
  readonly time: number;
}

/**
 * Which backups may be removed. Kept are all of two days, then one a day for 12 days, one a week for 10 weeks and one
 * a month for 9 months (a day without a backup is not counted), more months until a year is spanned, the newest
 * three, and `spare`. Made by hand goes before made automatically within a day, week or month. When that would be more than
 * {@link filesKept}, the older ones of the two days give way, but the last of each day.
 *
 * Damaged ones count for nothing and are left to the user. Order is by number; a time that does not fit into it, as
 * after a jump of the clock, is not believed (steady-times.ts).
 */
export const expiredBackups = <B extends Rotated>(
  backups: readonly B[],
  { spare = [] }: { readonly spare?: readonly string[] } = {},
): B[] => {
  const good = backups.filter((backup) => backup.good).toSorted((a, b) => a.number - b.number);
  const times = steadyTimes(good.map(({ madeAt }) => Date.parse(madeAt)));
  const newestFirst = good
    .map((backup, index): Timed<B> => ({ backup, time: times[index] ?? 0 }))
    .toReversed();
  const newestTime = newestFirst[0]?.time ?? 0;
  const recent = newestFirst.filter(({ time }) => newestTime - time < windowLength);
  const fixed = new Set(newestFirst.slice(0, alwaysKept));
  const kept = new Set([...fixed, ...recent]);
  for (const { period, kept: most, span } of tiers) {
    let count = 0;
    for (const group of inPeriods(newestFirst, period)) {
      if (count >= most && spanOf(kept) >= span) break;
      if (group.some((member) => kept.has(member))) continue;
      const chosen = group.find(({ backup }) => backup.manual) ?? group[0];
      if (chosen) kept.add(chosen);
      count += 1;
    }
  }
  // What a month was represented by can fall short of the year that others of that month reach.
  const yearOld = newestFirst.find(({ time }) => newestTime - time >= year);
  if (yearOld && spanOf(kept) < year) kept.add(yearOld);
  const lastOfDays = new Set(inPeriods(recent, (time) => dayNumber(time)).map(([last]) => last));
  for (const member of recent.toReversed()) {
    if (kept.size <= filesKept) break;
    if (!fixed.has(member) && !lastOfDays.has(member)) kept.delete(member);
  }
  return newestFirst
    .filter((member) => !kept.has(member) && !spare.includes(member.backup.id))
    .map(({ backup }) => backup);
};

/** Groups of neighbours that fall into the same period. */
const inPeriods = <B>(newestFirst: readonly Timed<B>[], period: (time: Date) => number): Timed<B>[][] => {
  const groups: Timed<B>[][] = [];
  let current: number | undefined;
  for (const member of newestFirst) {
    const key = period(new Date(member.time));
    if (key !== current) groups.push([]);
    current = key;
    groups.at(-1)?.push(member);
  }
  return groups;
};

const spanOf = (members: ReadonlySet<Timed<unknown>>): number => {
  const times = [...members].map(({ time }) => time);
  return Math.max(...times) - Math.min(...times);
};
