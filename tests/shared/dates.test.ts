import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dateOfSerial, isBirthday, isRealDate, readDate } from '../../src-shared/dates.ts';
import { birthdayInYear, solarOfLunar } from '../../src-shared/lunar.ts';

describe('dates as Chinese sheets write them', () => {
  test.each([
    ['2023.5.1', '2023-05-01', 'day'],
    ['2023.05.01', '2023-05-01', 'day'],
    ['2023/5/1', '2023-05-01', 'day'],
    ['2023-5-1', '2023-05-01', 'day'],
    ['23/5/1', '2023-05-01', 'day'],
    ['21.8.15', '2021-08-15', 'day'],
    ['98.12.3', '1998-12-03', 'day'],
    ['2023年5月1日', '2023-05-01', 'day'],
    ['2023 年 5 月 1 号', '2023-05-01', 'day'],
    ['85年5月1日', '1985-05-01', 'day'],
    ['二〇二三年五月一日', '2023-05-01', 'day'],
    ['二零二三年十二月三十一日', '2023-12-31', 'day'],
    ['20230501', '2023-05-01', 'day'],
    ['２０２３．５．１', '2023-05-01', 'day'],
    ['2023.5.1.', '2023-05-01', 'day'],
    ['2023-05-01T12:30:00.000Z', '2023-05-01', 'day'],
    ['2023-05-01T12:30:00+08:00', '2023-05-01', 'day'],
    ['2023/5/1 0:00:00', '2023-05-01', 'day'],
    ['2023年5月1日 14时30分', '2023-05-01', 'day'],
    ['2023年5月1日 星期一', '2023-05-01', 'day'],
    ['1-May-23', '2023-05-01', 'day'],
    ['May 1, 2023', '2023-05-01', 'day'],
    ['2024-02-29', '2024-02-29', 'day'],
    ['42346', '2015-12-08', 'day'],
    ['2023年5月', '2023-05-01', 'month'],
    ['2023年5月份', '2023-05-01', 'month'],
    ['2023.5', '2023-05-01', 'month'],
    ['2023.10', '2023-10-01', 'month'],
    ['202305', '2023-05-01', 'month'],
    ['2023年', '2023-01-01', 'year'],
    ['2023', '2023-01-01', 'year'],
    ['5月1日', '--05-01', 'yearless'],
    ['10月16号', '--10-16', 'yearless'],
    ['2月29日', '--02-29', 'yearless'],
    ['--05-01', '--05-01', 'yearless'],
    ['农历八月十五', 'lunar:08-15', 'lunar'],
    ['农历8月15', 'lunar:08-15', 'lunar'],
    ['阴历8.15', 'lunar:08-15', 'lunar'],
    ['农历1985年八月十五', 'lunar:1985-08-15', 'lunar'],
    ['1985.2.3（农历）', 'lunar:1985-02-03', 'lunar'],
    ['正月初五', 'lunar:01-05', 'lunar'],
    ['腊月廿三', 'lunar:12-23', 'lunar'],
    ['冬月三十', 'lunar:11-30', 'lunar'],
    ['lunar:1985-08-15', 'lunar:1985-08-15', 'lunar'],
  ])('%s is %s, by the %s', (text, value, precision) => {
    expect(readDate(text)).toEqual({ value, precision });
  });

  test.each([
    '1985-02-30',
    '2023-02-29',
    '2023.13.1',
    '2023年4月31日',
    '20230230',
    '农历八月三十一',
    '农历十三月初一',
    '2月30日',
  ])('%s is a day that never was', (text) => {
    expect(readDate(text)).toBeNull();
  });

  test.each([
    '5/1',
    '5.1',
    '05-20',
    '5/1/2023',
    '31/12/2023',
    '12',
    '85.5',
    '',
    '不详',
    '13812345678',
    '八月十五',
  ])('nothing is guessed for “%s”', (text) => {
    expect(readDate(text)).toBeNull();
  });
});

describe('numbers in cells', () => {
  test.each([
    [42346, '2015-12-08'],
    [42346.75, '2015-12-08'],
    [20230501, '2023-05-01'],
    [2023, '2023-01-01'],
    [2023.5, '2023-05-01'],
    [2023.12, '2023-12-01'],
  ])('%d is %s', (number, value) => {
    expect(readDate(number)?.value).toBe(value);
  });

  it('counts, sums and what may be January or October are no dates', () => {
    for (const number of [0, -1, 12, 97, 228.7, 2023.1, 3_000_000, 13_812_345_678, Number.NaN, Infinity])
      expect(readDate(number)).toBeNull();
  });

  it('both epochs of Excel count from their own day, and the 29 February 1900 of the first never was', () => {
    expect(dateOfSerial(1)).toBe('1900-01-01');
    expect(dateOfSerial(59)).toBe('1900-02-28');
    expect(dateOfSerial(60)).toBeNull();
    expect(dateOfSerial(61)).toBe('1900-03-01');
    expect(dateOfSerial(44_927)).toBe('2023-01-01');
    expect(dateOfSerial(43_465, 1904)).toBe('2023-01-01');
    expect(readDate(43_465, { epoch: 1904 })?.value).toBe('2023-01-01');
    expect(dateOfSerial(2_958_465)).toBe('9999-12-31');
  });
});

describe('stored birthdays', () => {
  it('have four forms', () => {
    for (const text of ['1985-05-01', '--02-29', 'lunar:08-15', 'lunar:1985-08-30'])
      expect(isBirthday(text)).toBe(true);
    for (const text of ['1985-02-30', '--02-30', 'lunar:13-01', 'lunar:08-31', '1985-5-1', '八月十五', ''])
      expect(isBirthday(text)).toBe(false);
  });

  it('a lunar day has its solar day in each year, the 30th of a short month being kept on its last', () => {
    expect(solarOfLunar(2024, 1, 1)).toBe('2024-02-10');
    expect(solarOfLunar(2023, 8, 15)).toBe('2023-09-29');
    expect(solarOfLunar(2024, 8, 15)).toBe('2024-09-17');
    expect(solarOfLunar(2024, 12, 30)).toBe(solarOfLunar(2024, 12, 29));
    expect(solarOfLunar(2024, 13, 1)).toBeNull();
    expect(solarOfLunar(2024, 1, 31)).toBeNull();
    expect(solarOfLunar(2024, 0, 1)).toBeNull();
  });

  it('every birthday falls on a day of the year asked for', () => {
    expect(birthdayInYear('1985-05-01', 2024)).toBe('2024-05-01');
    expect(birthdayInYear('--02-29', 2023)).toBe('2023-02-28');
    expect(birthdayInYear('--02-29', 2024)).toBe('2024-02-29');
    expect(birthdayInYear('lunar:08-15', 2024)).toBe('2024-09-17');
    // 23 of the twelfth month of the lunar 2023.
    expect(birthdayInYear('lunar:12-23', 2024)).toBe('2024-02-02');
    expect(birthdayInYear('昨天', 2024)).toBeNull();
  });
});

it('every real day is read back from each way of writing it', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const value = date.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = value.split('-');
      const [m, d] = [Number(month), Number(dayOfMonth)];
      const written = [
        value,
        `${year}.${m}.${d}`,
        `${year}/${m}/${d}`,
        `${year.slice(2)}.${m}.${d}`,
        `${year}年${m}月${d}日`,
        `${year}${month}${dayOfMonth}`,
        `${value} 23:59:59`,
      ];
      for (const text of written) expect(readDate(text)).toEqual({ value, precision: 'day' });
    }),
  );
});

it('reading never throws; what it gives is a stored form and reads as itself', () => {
  const odd = fc.string({
    unit: fc.constantFrom(...'0123456789.-/年月日号农历闰正初廿十八 :'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), odd), (text) => {
      const date = readDate(text);
      if (!date) return;
      expect(isBirthday(date.value)).toBe(true);
      expect(readDate(date.value)?.value).toBe(date.value);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer()), (number) => {
      const date = readDate(number);
      if (date) expect(isRealDate(date.value)).toBe(true);
    }),
  );
});
