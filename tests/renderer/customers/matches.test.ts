import { describe, expect, test } from 'vitest';
import type { CustomerRow, Match } from '../../../src-shared/customers.ts';
import { excerpt, hiddenMatch, rangesIn } from '../../../src-renderer/customers/table/matches.ts';

const row = (matches: Match[]): CustomerRow => ({
  id: 21,
  kind: 'company',
  code: 'KH-0021',
  name: '杭州八骏科技有限公司',
  shortName: '八骏',
  stage: 'active',
  level: '',
  industry: '',
  size: '',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  address: '',
  source: '',
  owner: '',
  gender: '',
  birthday: '',
  creditCode: '',
  identityNumber: '',
  legalRepresentative: '',
  registeredCapital: null,
  foundedOn: '',
  contactName: '张三',
  mobile: '13812345678',
  email: '',
  notes: '',
  tagIds: [],
  custom: [],
  doubts: [],
  createdAt: '2024-11-08T06:30:00.000Z',
  updatedAt: '2024-11-08T06:30:00.000Z',
  trashedAt: null,
  matches,
});

const inNotes: Match = { field: 'notes', value: '每月 25 日对账', ranges: [[6, 8]] };

describe('why a row was found', () => {
  test('is told under the name when no column shows it', () => {
    expect(hiddenMatch(row([inNotes]), ['code', 'name', 'mobile'])).toEqual(inNotes);
  });

  test('is not told twice: a column that shows it is enough', () => {
    const inName: Match = { field: 'name', value: '杭州八骏科技有限公司', ranges: [[2, 4]] };
    expect(hiddenMatch(row([inName, inNotes]), ['code', 'name'])).toBeNull();
    expect(hiddenMatch(row([inNotes]), ['name', 'notes'])).toBeNull();
  });

  test('is told when it is another phone than the one in the column', () => {
    const other: Match = { field: 'mobile', value: '13900001111', ranges: [[7, 11]] };
    expect(hiddenMatch(row([other]), ['name', 'mobile'])).toEqual(other);
    expect(hiddenMatch(row([{ ...other, value: '13812345678' }]), ['name', 'mobile'])).toBeNull();
  });
});

test('only the very text that was searched is marked', () => {
  const found = row([{ field: 'name', value: '杭州八骏科技有限公司', ranges: [[2, 4]] }]);
  expect(rangesIn(found, 'name', '杭州八骏科技有限公司')).toEqual([[2, 4]]);
  expect(rangesIn(found, 'name', '别的名字')).toEqual([]);
  expect(rangesIn(found, 'owner', '杭州八骏科技有限公司')).toEqual([]);
});

describe('an excerpt of a long text', () => {
  test('stands around the first mark, and the marks move with it', () => {
    const value = `${'上次来访时说过很多。'.repeat(5)}下次要对账单，务必准备。`;
    const at = value.indexOf('对账');
    const { text, ranges } = excerpt({ field: 'notes', value, ranges: [[at, at + 2]] });
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(['对账']);
    expect(text.startsWith('…')).toBe(true);
    expect(text.endsWith('准备。')).toBe(true);
  });

  test('leaves a short text whole, on one line', () => {
    expect(excerpt({ field: 'notes', value: '月结\n对账', ranges: [[3, 5]] })).toEqual({
      text: '月结 对账',
      ranges: [[3, 5]],
    });
  });
});
