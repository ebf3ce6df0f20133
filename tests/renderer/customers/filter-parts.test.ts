import { describe, expect, test } from 'vitest';
import { activeParts, toggled, withoutParts } from '../../../src-renderer/customers/filter/parts.ts';
import {
  chooseTag,
  chooseTagMode,
  tagChoice,
  wantedTags,
} from '../../../src-renderer/customers/filter/tag-choice.ts';

describe('the parts of a filter', () => {
  test('days from and to are one part, and empty parts are none', () => {
    expect(
      activeParts({
        text: ' ',
        createdFrom: '2024-01-01',
        createdTo: '2024-01-31',
        stage: [],
        owner: ['王芳'],
      }),
    ).toEqual(['owner', 'created']);
  });

  test('taking a part out leaves all others as they were', () => {
    const filter = { text: '五金', createdFrom: '2024-01-01', createdTo: '2024-01-31', doubtful: true };
    expect(withoutParts(filter, ['created'])).toEqual({ text: '五金', doubtful: true });
    expect(withoutParts(filter, ['text', 'doubtful'])).toEqual({
      createdFrom: '2024-01-01',
      createdTo: '2024-01-31',
    });
  });

  test('a value is put in, and taken out again', () => {
    expect(toggled(undefined, 'active')).toEqual(['active']);
    expect(toggled(['active'], '')).toEqual(['active', '']);
    expect(toggled(['active', ''], '')).toEqual(['active']);
    expect(toggled(['active'], 'active')).toBeUndefined();
  });
});

describe('tags in a filter', () => {
  test('a tag is either wanted or unwanted, never both', () => {
    const wanted = chooseTag({}, 5, 'wanted');
    expect(wanted.tagsAny).toEqual([5]);
    const unwanted = chooseTag(wanted, 5, 'unwanted');
    expect([unwanted.tagsAny, unwanted.tagsNone]).toEqual([undefined, [5]]);
    expect(tagChoice(chooseTag(unwanted, 5, 'free'), 5)).toBe('free');
  });

  test('switching between any and all keeps the tags that are wanted', () => {
    const both = chooseTag(chooseTag({ owner: ['王芳'] }, 5, 'wanted'), 6, 'wanted');
    const all = chooseTagMode(both, 'all');
    expect([all.tagsAny, all.tagsAll, all.owner]).toEqual([undefined, [5, 6], ['王芳']]);
    expect(chooseTag(all, 7, 'wanted').tagsAll).toEqual([5, 6, 7]);
    expect(wantedTags(chooseTagMode(all, 'any'))).toEqual([5, 6]);
  });
});
