import { expect, test } from 'vitest';
import { biggest, candidates } from '../../../src-renderer/customers/use-biggest-excluder.ts';

test('what could be taken out is each part alone, and all but the search', () => {
  expect(candidates(['text', 'stage', 'owner'])).toEqual([
    ['text'],
    ['stage'],
    ['owner'],
    ['stage', 'owner'],
  ]);
  expect(candidates(['stage', 'owner'])).toEqual([['stage'], ['owner']]);
  expect(candidates(['text', 'stage'])).toEqual([['text'], ['stage']]);
});

test('the single part that excludes most is offered, and more parts only when none alone helps', () => {
  const few = { parts: ['stage' as const], count: 3 };
  const many = { parts: ['owner' as const], count: 231 };
  const both = { parts: ['stage' as const, 'owner' as const], count: 900 };
  expect(biggest([few, many, both])).toEqual(many);
  expect(biggest([{ ...few, count: 0 }, { ...many, count: 0 }, both])).toEqual(both);
  expect(biggest([{ ...few, count: 0 }])).toBeNull();
});
