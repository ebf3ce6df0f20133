import { describe, expect, test } from 'vitest';
import { chooseRegion, regionNodes } from '../../../src-renderer/customers/filter/region-tree.ts';
import { periodOf } from '../../../src-renderer/customers/filter/periods.ts';
import { leastUsedColour, tagOptions } from '../../../src-renderer/customers/bulk/tag-options.ts';
import {
  moveColumn,
  sortBy,
  toggleColumn,
  withTrashedAt,
} from '../../../src-renderer/customers/table/columns.ts';

describe('the tree of regions', () => {
  const facet = [
    { value: '浙江省', count: 30 },
    { value: '浙江省/杭州市', count: 20 },
    { value: '浙江省/杭州市/西湖区', count: 12 },
    { value: '上海市', count: 9 },
    { value: '上海市/上海市', count: 9 },
    { value: '上海市/上海市/浦东新区', count: 5 },
  ];

  test('unfolds provinces into cities and districts, and shows a city that is its own province once', () => {
    expect(regionNodes(facet, [])).toEqual([
      {
        value: '浙江省',
        name: '浙江省',
        count: 30,
        children: [
          {
            value: '浙江省/杭州市',
            name: '杭州市',
            count: 20,
            children: [{ value: '浙江省/杭州市/西湖区', name: '西湖区', count: 12, children: [] }],
          },
        ],
      },
      {
        value: '上海市',
        name: '上海市',
        count: 9,
        children: [{ value: '上海市/上海市/浦东新区', name: '浦东新区', count: 5, children: [] }],
      },
    ]);
  });

  test('keeps a chosen region where nobody is any more, so that it can be unticked', () => {
    expect(regionNodes([], ['江苏省/苏州市'])).toEqual([
      {
        value: '江苏省',
        name: '江苏省',
        count: 0,
        children: [{ value: '江苏省/苏州市', name: '苏州市', count: 0, children: [] }],
      },
    ]);
  });

  test('a region takes the place of those inside it and around it', () => {
    expect(chooseRegion(['浙江省/杭州市', '上海市'], '浙江省')).toEqual(['上海市', '浙江省']);
    expect(chooseRegion(['浙江省'], '浙江省/宁波市')).toEqual(['浙江省/宁波市']);
    expect(chooseRegion(['浙江省'], '浙江省')).toBeUndefined();
  });
});

test('periods end today and count local days, both included', () => {
  const now = new Date(2024, 2, 1, 0, 30);
  expect(periodOf('today', now)).toEqual({ from: '2024-03-01', to: '2024-03-01' });
  expect(periodOf('week', now)).toEqual({ from: '2024-02-24', to: '2024-03-01' });
  expect(periodOf('month', now)).toEqual({ from: '2024-02-01', to: '2024-03-01' });
  expect(periodOf('year', now)).toEqual({ from: '2024-01-01', to: '2024-03-01' });
});

describe('columns', () => {
  test('move a step and stop at either end', () => {
    expect(moveColumn(['code', 'name', 'mobile'], 'mobile', -1)).toEqual(['code', 'mobile', 'name']);
    expect(moveColumn(['code', 'name'], 'code', -1)).toEqual(['code', 'name']);
    expect(moveColumn(['code', 'name'], 'owner', 1)).toEqual(['code', 'name']);
  });

  test('are shown and hidden, but the name always stays', () => {
    expect(toggleColumn(['code', 'name'], 'owner')).toEqual(['code', 'name', 'owner']);
    expect(toggleColumn(['code', 'name'], 'code')).toEqual(['name']);
    expect(toggleColumn(['code', 'name'], 'name')).toEqual(['code', 'name']);
  });

  test('of the trash say beside the name when a customer came there', () => {
    expect(withTrashedAt(['code', 'name', 'owner'])).toEqual(['code', 'name', 'trashedAt', 'owner']);
    expect(withTrashedAt(['code', 'owner'])).toEqual(['trashedAt', 'code', 'owner']);
  });

  test('sort up first and then down, dates the newest first, and tags not at all', () => {
    expect(sortBy('name', null)).toEqual({ column: 'name', direction: 'asc' });
    expect(sortBy('name', { column: 'name', direction: 'asc' })).toEqual({
      column: 'name',
      direction: 'desc',
    });
    expect(sortBy('createdAt', null)).toEqual({ column: 'createdAt', direction: 'desc' });
    expect(sortBy('updatedAt', null)).toEqual({ column: 'updatedAt', direction: 'asc' });
    expect(sortBy('tags', null)).toBeNull();
  });
});

const tag = (id: number, name: string, colour = 0) => ({ id, name, colour, group: '', count: 0 });

describe('picking tags', () => {
  const tags = [tag(1, '高意向'), tag(2, '重点关注', 1), tag(3, 'VIP 重点', 2)];

  test('those that begin with what is typed stand first, then those that hold it', () => {
    expect(tagOptions(tags, '重点', false).map((option) => option.type === 'tag' && option.tag.name)).toEqual(
      ['重点关注', 'VIP 重点'],
    );
  });

  test('a name that no tag has can be made, one that differs in width or case only cannot', () => {
    expect(tagOptions(tags, '月结', true)).toEqual([{ type: 'new', name: '月结' }]);
    expect(tagOptions(tags, 'ｖｉｐ 重点', true).some(({ type }) => type === 'new')).toBe(false);
    expect(tagOptions(tags, '月结', false)).toEqual([]);
  });

  test('a new tag takes the colour that fewest have', () => {
    expect(leastUsedColour(tags, 4)).toBe(3);
    expect(leastUsedColour([], 12)).toBe(0);
  });
});
