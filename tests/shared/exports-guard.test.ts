import { assert, constantFrom, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, isFormulaLike, unguardCell } from '../../src-shared/exports-guard.ts';
import { joinList, splitList } from '../../src-shared/list-cells.ts';

describe('the formula guard', () => {
  test.each([
    '=1+1',
    '+86 138 1234 5678',
    '-',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\tx',
  ])('marks %j as text', (text) => {
    expect(isFormulaLike(text)).toBe(true);
    expect(guardCell(text)).toBe(`'${text}`);
    expect(isFormulaLike(guardCell(text))).toBe(false);
  });

  test.each([
    '',
    '杭州八骏科技有限公司',
    '13812345678',
    'a=b',
    "O'Brien",
    "'quoted'",
    '0571-8888 1234',
    '1-2',
  ])('leaves %j as it is', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  test('a text that has the mark already comes back with it', () => {
    expect(guardCell("'=1")).toBe("''=1");
    expect(unguardCell("''=1")).toBe("'=1");
  });

  test('unguarding gives back whatever was guarded', () => {
    const texts = tuple(
      constantFrom('', "'", "''", ' ', "' "),
      constantFrom('', '=', '+', '-', '@', '\t', '＝'),
      string(),
    );
    assert(
      property(texts, (parts) => {
        const text = parts.join('');
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(isFormulaLike(guardCell(text))).toBe(false);
      }),
    );
  });
});

describe('several values in one cell', () => {
  test.each([
    [['展会', 'VIP'], '展会；VIP'],
    [['只有一个'], '只有一个'],
    [[], ''],
    [['甲、乙'], '甲、乙\n'],
    [['Smith, John', '张三'], 'Smith, John\n张三'],
    [['两\n行'], '两 行'],
  ])('%j stands as %j', (values, cell) => {
    expect(joinList(values)).toBe(cell);
  });

  test('whatever the values hold, they are told apart again', () => {
    const value = string({ minLength: 1 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    const signs = constantFrom('；', ';', '、', ',', '，', '|', '/', ' ');
    assert(
      property(tuple(value, value, value, signs), ([a, b, c, sign]) => {
        for (const values of [[a], [a, b], [`${a}${sign}${b}`, c], [`${a}${sign}${b}`.trim()]]) {
          expect(splitList(joinList(values))).toEqual(values);
        }
      }),
    );
  });
});
