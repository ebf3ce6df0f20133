import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostInSight, rangeInSight, topToShow } from '../../../src-renderer/kit/rows-in-sight.ts';

const sight = fc.record({
  top: fc.nat(4_000_000),
  height: fc.integer({ min: 40, max: 3_000 }),
  rowHeight: fc.constantFrom(30, 36, 44),
  total: fc.nat(200_000),
});

describe('the rows that are drawn', () => {
  test('are those in sight and six more both ways', () => {
    const list = { height: 360, rowHeight: 36, total: 100_000 };
    expect(rangeInSight({ ...list, top: 0 })).toEqual({ first: 0, last: 16 });
    expect(rangeInSight({ ...list, top: 3_600 })).toEqual({ first: 94, last: 116 });
    expect(rangeInSight({ ...list, top: 100_000 * 36 - 360 })).toEqual({ first: 99_984, last: 99_999 });
  });

  test('are none where there is none', () => {
    expect(rangeInSight({ top: 0, height: 360, rowHeight: 36, total: 0 })).toEqual({ first: 0, last: -1 });
  });

  test('fill the screen also while a list that became shorter is still scrolled beyond its end', () => {
    fc.assert(
      fc.property(sight, (seen) => {
        const { first, last } = rangeInSight(seen);
        const fitting = Math.ceil(seen.height / seen.rowHeight);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(seen.total);
        expect(last - first + 1).toBeGreaterThanOrEqual(Math.min(seen.total, fitting));
        expect(last - first + 1).toBeLessThanOrEqual(mostInSight(seen));
        expect(mostInSight(seen)).toBe(fitting + 13);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  const list = { top: 3_600, height: 360, rowHeight: 36, total: 1_000 };

  test('moves no further than is needed, and not at all when the row is seen', () => {
    expect(topToShow(100, 'nearest', list)).toBe(3_600);
    expect(topToShow(109, 'nearest', list)).toBe(3_600);
    expect(topToShow(110, 'nearest', list)).toBe(3_636);
    expect(topToShow(99, 'nearest', list)).toBe(3_564);
  });

  test('puts it in the middle when one comes back to it, as far as the ends of the list allow', () => {
    expect(topToShow(500, 'middle', list)).toBe(500 * 36 + 18 - 180);
    expect(topToShow(1, 'middle', list)).toBe(0);
    expect(topToShow(999, 'middle', list)).toBe(36_000 - 360);
  });

  test('leaves the row in sight wherever the list stood before', () => {
    const align = fc.constantFrom('nearest' as const, 'middle' as const);
    fc.assert(
      fc.property(sight, fc.nat(199_999), align, (seen, index, how) => {
        fc.pre(
          index < seen.total && seen.total * seen.rowHeight >= seen.height && seen.height >= seen.rowHeight,
        );
        const top = topToShow(index, how, seen);
        expect(index * seen.rowHeight).toBeGreaterThanOrEqual(top - 1);
        expect((index + 1) * seen.rowHeight).toBeLessThanOrEqual(top + seen.height + 1);
      }),
    );
  });
});
