import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBirthday } from '../../../src-shared/dates.ts';
import {
  capitalInCents,
  capitalText,
  isUnreadableCapital,
} from '../../../src-renderer/customer/values/capital.ts';
import {
  dateText,
  isLunarText,
  storedDate,
  toggleLunar,
} from '../../../src-renderer/customer/values/date-text.ts';

const two = (value: number) => String(value).padStart(2, '0');
const birthdays = fc
  .tuple(
    fc.constantFrom('', '--', 'lunar:', 'lunar-year:'),
    fc.integer({ min: 1900, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map(([form, year, month, day]) => {
    const monthAndDay = `${two(month)}-${two(day)}`;
    if (form === 'lunar-year:') return `lunar:${year}-${monthAndDay}`;
    return form === '' ? `${year}-${monthAndDay}` : `${form}${monthAndDay}`;
  })
  .filter(isBirthday);

describe('dates in inputs', () => {
  test('every stored birthday reads back from its own words, in both languages', () => {
    fc.assert(
      fc.property(birthdays, fc.constantFrom('zh-CN', 'en'), (stored, language) => {
        expect(storedDate(dateText(stored, language))).toBe(stored);
      }),
    );
  });

  test('birthdays read as people say them', () => {
    expect(
      ['lunar:08-15', 'lunar:1990-12-30', 'lunar:11-21', '--05-01', '1985-03-02'].map((date) =>
        dateText(date, 'zh-CN'),
      ),
    ).toEqual(['农历八月十五', '农历1990年腊月三十', '农历冬月廿一', '5月1日', '1985-03-02']);
    expect(['lunar:08-15', '--05-01'].map((date) => dateText(date, 'en'))).toEqual(['lunar 08-15', 'May 1']);
  });

  test('what is no date stays as it was typed', () => {
    expect(storedDate('端午前后')).toBe('端午前后');
    expect(storedDate(' 1985-02-30 ')).toBe('1985-02-30');
  });

  test('one key makes a date lunar and solar again', () => {
    expect(toggleLunar('8月15日', 'zh-CN')).toBe('农历八月十五');
    expect(toggleLunar('八月十五', 'zh-CN')).toBe('农历八月十五');
    expect(toggleLunar('1990-08-15', 'zh-CN')).toBe('农历1990年八月十五');
    expect(toggleLunar('农历八月十五', 'zh-CN')).toBe('8月15日');
    expect(toggleLunar('端午', 'zh-CN')).toBe('端午');
    expect(isLunarText('农历八月十五')).toBe(true);
    expect(isLunarText('8月15日')).toBe(false);
  });
});

describe('注册资本 in inputs', () => {
  test('every amount reads back from its own text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (cents) => {
        const { text, unit } = capitalText(cents);
        expect(capitalInCents(text, unit)).toBe(cents);
      }),
    );
  });

  test('the unit in the text goes before the chosen one', () => {
    expect(capitalInCents('500', 'wan')).toBe(500_000_000);
    expect(capitalInCents('500万', 'yuan')).toBe(500_000_000);
    expect(capitalInCents('1.2亿元', 'wan')).toBe(12_000_000_000);
    expect(capitalText(500_000_000)).toEqual({ text: '500', unit: 'wan' });
    expect(capitalText(1_250)).toEqual({ text: '12.5', unit: 'yuan' });
  });

  test('other currencies are not guessed', () => {
    expect(isUnreadableCapital('50 万美元', 'wan')).toBe(true);
    expect(isUnreadableCapital('', 'wan')).toBe(false);
  });
});
