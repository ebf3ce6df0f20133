import { describe, expect, test } from 'vitest';
import {
  addAlso,
  askedColumns,
  columnPlans,
  joinTarget,
  setAlso,
  setDateOrder,
  setWord,
  targetsOf,
} from '../../../src-renderer/imports/column-details.ts';
import { chooseTarget, freshSheet, targetOf, type SheetWork } from '../../../src-renderer/imports/state.ts';
import { column, ledger, ofContact, own } from './a-sheet.ts';

const dates = { order: null, yearLast: true, example: '3/4/1985', count: 7 };
const sheet = (): SheetWork =>
  freshSheet('reading', {
    ...ledger(),
    columns: [
      column(0, '姓', own('name')),
      column(1, '名', own('ignore')),
      column(2, '状态', own('stage'), { also: [own('notes')], options: [{ from: 'VIP', to: 'active' }] }),
      column(3, '生日', own('birthday'), { dateOrder: dates }),
    ],
  });

const plansOf = (work: SheetWork, index: number) => {
  const guess = work.understanding.columns[index];
  return guess ? columnPlans(work, guess) : [];
};

describe('one column for several fields', () => {
  test('is a plan for each of them', () => {
    const also = addAlso(sheet(), 0, ofContact('contactName'));
    expect(plansOf(also, 0)).toEqual([
      { index: 0, target: own('name') },
      { index: 0, target: ofContact('contactName') },
    ]);
    expect(targetsOf(setAlso(also, 0, []), 0)).toEqual([own('name')]);
  });

  test('feeds none of them twice, and one that was left out begins with the first', () => {
    expect(targetsOf(addAlso(sheet(), 0, own('name')), 0)).toEqual([own('name')]);
    expect(targetsOf(addAlso(sheet(), 1, own('tags')), 1)).toEqual([own('tags')]);
  });

  test('becomes only what it is given when that is chosen anew', () => {
    expect(targetsOf(sheet(), 2)).toEqual([own('stage'), own('notes')]);
    expect(targetsOf(chooseTarget(sheet(), 2, own('tags')), 2)).toEqual([own('tags')]);
  });
});

test('several columns for one field leave it to each other', () => {
  const joined = joinTarget(sheet(), 1, own('name'));
  expect([targetOf(joined, 0), targetOf(joined, 1)]).toEqual([own('name'), own('name')]);
});

test('words stand for what was said last, and only in a field of options', () => {
  const said = setWord(setWord(sheet(), 2, '暂缓', 'lost'), 2, '暂缓', 'dormant');
  expect(plansOf(said, 2)).toEqual([
    {
      index: 2,
      target: own('stage'),
      options: [
        { from: 'VIP', to: 'active' },
        { from: '暂缓', to: 'dormant' },
      ],
    },
    { index: 2, target: own('notes') },
  ]);
});

describe('dates that can be read in two ways', () => {
  test('are asked for until somebody says, and only where they are dates, also of fields of one’s own', () => {
    expect(askedColumns(sheet()).map(({ index }) => index)).toEqual([3]);
    expect(askedColumns(setDateOrder(sheet(), 3, 'dayFirst'))).toEqual([]);
    expect(askedColumns(chooseTarget(sheet(), 3, own('notes')))).toEqual([]);
    expect(askedColumns(chooseTarget(sheet(), 3, own('custom:1'))).map(({ index }) => index)).toEqual([3]);
  });

  test('are planned in the order that was said', () => {
    expect(plansOf(setDateOrder(sheet(), 3, 'monthFirst'), 3)).toEqual([
      { index: 3, target: own('birthday'), dateOrder: 'monthFirst', yearLast: true },
    ]);
    expect(plansOf(sheet(), 3)).toEqual([{ index: 3, target: own('birthday'), yearLast: true }]);
  });
});
