import { expect, test } from 'vitest';
import {
  allTicked,
  countTicked,
  isTicked,
  nothingTicked,
  tick,
  toSelection,
} from '../../../src-renderer/customers/ticked.ts';

const filter = { stage: ['active' as const] };

test('ticked customers are counted and named by id', () => {
  const ticked = tick(tick(nothingTicked, [4, 9, 11], true), [9], false);
  expect(countTicked(ticked, 12_345)).toBe(2);
  expect([4, 9, 11].map((id) => isTicked(ticked, id))).toEqual([true, false, true]);
  expect(toSelection(ticked, filter)).toEqual({ ids: [4, 11] });
});

test('all results but those unticked are named by the filter, so that none has to be loaded', () => {
  const ticked = tick(tick(allTicked, [4, 9], false), [9], true);
  expect(countTicked(ticked, 12_345)).toBe(12_344);
  expect([4, 9, 70_000].map((id) => isTicked(ticked, id))).toEqual([false, true, true]);
  expect(toSelection(ticked, filter)).toEqual({ filter, except: [4] });
});

test('nothing ticked is no selection: an empty one must never mean everybody', () => {
  expect(toSelection(nothingTicked, filter)).toBeNull();
  expect(toSelection(tick(tick(nothingTicked, [4], true), [4], false), filter)).toBeNull();
});
