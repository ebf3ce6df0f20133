import { array, assert, constantFrom, double, integer, oneof, property, record } from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackup } from '../../../src-main/archive/backups/create.ts';
import { archiveIdOf } from '../../../src-main/archive/backups/archive-id.ts';
import { backupFolderOf } from '../../../src-main/archive/backups/folder.ts';
import { listBackups } from '../../../src-main/archive/backups/list.ts';
import { encodeHeader } from '../../../src-main/archive/backups/format.ts';
import { expiredBackups, filesKept, type Rotated } from '../../../src-main/archive/backups/retention.ts';
import { steadyTimes } from '../../../src-main/archive/backups/steady-times.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const begin = new Date(2024, 0, 1, 8).getTime();

/** What comes before the next backup: minutes of work, a night, a holiday, or a clock that jumps and later comes back. */
const step = oneof(
  {
    weight: 8,
    arbitrary: record({
      kind: constantFrom('later' as const),
      hours: double({ min: 0.1, max: 3, noNaN: true }),
    }),
  },
  {
    weight: 6,
    arbitrary: record({ kind: constantFrom('later' as const), hours: integer({ min: 12, max: 30 }) }),
  },
  {
    weight: 1,
    arbitrary: record({ kind: constantFrom('later' as const), hours: integer({ min: 100, max: 2_000 }) }),
  },
  {
    weight: 1,
    arbitrary: record({ kind: constantFrom('jump' as const), hours: integer({ min: -90_000, max: 90_000 }) }),
  },
  {
    weight: 1,
    arbitrary: record({ kind: constantFrom('right' as const), hours: integer({ min: 1, max: 5 }) }),
  },
);
const history = record({
  steps: array(step, { minLength: 1, maxLength: 60 }),
  manualEvery: integer({ min: 2, max: 20 }),
  damagedEvery: integer({ min: 5, max: 40 }),
});

/** Lives through a history as the program does: after each backup, what has expired is removed. */
const liveThrough = (
  steps: readonly { readonly kind: 'later' | 'jump' | 'right'; readonly hours: number }[],
  made: (number: number, madeAt: string) => Rotated,
  seen: (left: readonly Rotated[], removed: readonly Rotated[], before: readonly Rotated[]) => void,
): readonly Rotated[] => {
  let now = begin;
  let off = 0;
  let left: Rotated[] = [];
  steps.forEach(({ kind, hours }, index) => {
    now += kind === 'jump' ? hour : hours * hour;
    if (kind === 'jump') off = hours * hour;
    if (kind === 'right') off = 0;
    const before = [...left, made(index + 1, new Date(now + off).toISOString())];
    const removed = expiredBackups(before);
    left = before.filter((backup) => !removed.includes(backup));
    seen(left, removed, before);
  });
  return left;
};

test(
  'through 10,000 histories with jumping clocks the newest three good ones stay, at most 40, and no damaged one is touched',
  { timeout: 120_000 },
  () => {
    assert(
      property(history, ({ steps, manualEvery, damagedEvery }) => {
        liveThrough(
          steps,
          (number, madeAt) => ({
            id: `备份 ${number}`,
            number,
            madeAt,
            manual: number % manualEvery === 0,
            good: number % damagedEvery !== 0,
          }),
          (left, removed, before) => {
            const good = before.filter((backup) => backup.good);
            const newest = good.slice(-3);
            // Plain comparisons: ten thousand histories of sixty backups each are too many for expect().
            if (removed.some((backup) => !backup.good || newest.includes(backup)))
              throw new Error('removed one of the newest three, or a damaged one');
            if (left.filter((backup) => backup.good).length > filesKept) throw new Error('kept too many');
          },
        );
      }),
      { numRuns: 10_000 },
    );
  },
);

/** Work, nights, weekends and long pauses by a clock that is right: a year goes by within most of these. */
const years = array(
  record({
    kind: constantFrom('later' as const),
    hours: oneof(integer({ min: 1, max: 80 }), integer({ min: 200, max: 1_500 })),
  }),
  { minLength: 20, maxLength: 36 },
);

test(
  'through 10,000 histories of a right clock, whoever once had a backup a year old always has one',
  { timeout: 120_000 },
  () => {
    let reached = 0;
    assert(
      property(years, integer({ min: 2, max: 20 }), (steps, manualEvery) => {
        let spansYear = false;
        liveThrough(
          steps,
          (number, madeAt) => ({ ...made(number, madeAt), manual: number % manualEvery === 0 }),
          (left, _removed, before) => {
            const newest = Date.parse(before.at(-1)?.madeAt ?? '');
            const ageOf = (backups: readonly Rotated[]): number =>
              (newest - Math.min(...backups.map(({ madeAt }) => Date.parse(madeAt)))) / day;
            spansYear ||= ageOf(before) >= 365;
            if (spansYear && ageOf(left) < 365) throw new Error(`the oldest is ${ageOf(left)} days old`);
          },
        );
        if (spansYear) reached += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(reached).toBeGreaterThan(2_500);
  },
);

const made = (number: number, madeAt: string): Rotated => ({
  id: String(number),
  number,
  madeAt,
  manual: false,
  good: true,
});

test.each([
  ['once a day', 24, 800],
  ['every half hour of eight hours a day', null, 16 * 500],
  ['twice a week', 84, 300],
  ['once a month', 730, 80],
])('a business that works %s can always go back a year, a quarter and a week', (_name, hours, count) => {
  const steps = Array.from({ length: count }, (_, index) => ({
    kind: 'later' as const,
    hours: hours ?? (index % 16 === 15 ? 16.5 : 0.5),
  }));
  let seen = 0;
  liveThrough(steps, made, (left, _removed, before) => {
    seen += 1;
    if (seen % 17 !== 0 && seen < count - 20) return;
    const now = Date.parse(before.at(-1)?.madeAt ?? '');
    const ages = left.map(({ madeAt }) => (now - Date.parse(madeAt)) / day);
    const lived = (now - begin) / day;
    expect(left.length).toBeLessThanOrEqual(filesKept);
    if (lived > 430) expect(Math.max(...ages)).toBeGreaterThanOrEqual(365);
    // Whatever day of the last week is asked for, the state of its evening is there, or of the last one before it.
    if ((hours ?? 24) === 24 && lived > 20) {
      for (let back = 0; back < 12; back += 1)
        expect(
          ages.some((age) => age >= back && age <= back + 1.01),
          `${back} days back`,
        ).toBe(true);
    }
    if (lived > 120) expect(ages.some((age) => age > 55 && age < 125)).toBe(true);
  });
});

test('of two days all stay while there is room, then one a day, a week, a month', () => {
  const at = (days: number, hours: number) => new Date(2026, 10, 22 - days, hours).toISOString();
  const backups = [
    made(1, at(4, 9)),
    made(2, at(4, 17)),
    made(3, at(3, 9)),
    { ...made(4, at(3, 12)), manual: true },
    made(5, at(3, 17)),
    made(6, at(1, 9)),
    made(7, at(1, 17)),
    made(8, at(0, 9)),
    made(9, at(0, 10)),
  ];
  expect(expiredBackups(backups).map(({ id }) => id)).toEqual(['5', '3', '1']);
  expect(expiredBackups(backups, { spare: ['3'] }).map(({ id }) => id)).toEqual(['5', '1']);
});

test('a time that does not fit between its neighbours is not believed', () => {
  expect(steadyTimes([])).toEqual([]);
  expect(steadyTimes([1, 2, 99, 3, 4])).toEqual([1, 2, 2, 3, 4]);
  expect(steadyTimes([50, 51, 1, 52, 53])).toEqual([50, 51, 51, 52, 53]);
  expect(steadyTimes([99, 5, 6, 7])).toEqual([5, 5, 6, 7]);
  expect(steadyTimes([5, Number.NaN, 7, 7])).toEqual([5, 5, 7, 7]);
});

test('one wrong clock removes nothing but what would have gone anyway', () => {
  const backups = Array.from({ length: 30 }, (_, index) =>
    made(index + 1, new Date(2026, 0, 1 + index, 18).toISOString()),
  );
  const right = [...backups, made(31, new Date(2026, 0, 30, 18, 30).toISOString())];
  const expired = expiredBackups(right).map(({ id }) => id);
  expect(expired).not.toHaveLength(0);
  for (const wrong of ['1970-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
    const jumped = [...backups, made(31, wrong)];
    expect(expiredBackups(jumped).map(({ id }) => id)).toEqual(expired);
  }
});

test('only backups of this very archive make room for a new one', async () => {
  const { session, folder } = await openTestArchive({ clock: () => new Date(2026, 10, 1, 9) });
  const place = backupFolderOf(folder);
  mkdirSync(place);
  const own = archiveIdOf(session.sqlite) ?? '';
  const write = (name: string, number: number, archiveId: string | undefined) => {
    const header = encodeHeader({
      number,
      madeAt: new Date(2026, 9, 1, 9, number).toISOString(),
      reason: 'quit',
      appVersion: '0.1.0',
      schema: 1,
      counts: { customers: 0, contacts: 0, contactMethods: 0, tags: 0, trashed: 0, changes: 0 },
      lastChange: null,
      imageBytes: 1,
      imageSha256: '0'.repeat(64),
      archiveId,
      keys: null,
    });
    writeFileSync(join(place, name), Buffer.concat([header, Buffer.from('x')]));
  };
  for (let number = 1; number <= 5; number += 1) {
    write(`自己的 ${number}.kedang`, number, own);
    write(`别家的 ${number}.kedang`, number, 'another archive');
    write(`早先的 ${number}.kedang`, number, undefined);
  }
  writeFileSync(join(place, '我的笔记.kedang'), 'not a backup at all');
  const { id } = await createBackup(session, { reason: 'quit' });
  const left = (await listBackups(session)).map((backup) => backup.id);
  expect(left.filter((name) => name.startsWith('自己的')).sort()).toEqual([
    '自己的 4.kedang',
    '自己的 5.kedang',
  ]);
  expect(left.filter((name) => !name.startsWith('自己的'))).toHaveLength(11);
  expect(left).toContain(id);
});
