import { halfWidth } from './width.ts';

/** How much of a date was written. */
export type DatePrecision = 'day' | 'month' | 'year' | 'yearless' | 'lunar';

/**
 * A date as it was understood. `value` is `YYYY-MM-DD` (of a `month` or `year` its first day), `--MM-DD` without a
 * year, `lunar:MM-DD` or `lunar:YYYY-MM-DD`.
 */
export interface DateReading {
  value: string;
  precision: DatePrecision;
}

const pad = (number: number, width = 2) => String(number).padStart(width, '0');
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

/** Whether `YYYY-MM-DD` names a day of the Gregorian calendar (ISO 8601). */
export const isRealDate = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** Whether the text is a birthday as it is stored: `YYYY-MM-DD`, `--MM-DD`, `lunar:MM-DD` or `lunar:YYYY-MM-DD`. */
export const isBirthday = (text: string): boolean => {
  if (text.startsWith('--')) return isRealDate(`2000-${text.slice(2)}`);
  const lunar = /^lunar:(?:\d{4}-)?(\d{2})-(\d{2})$/u.exec(text);
  // A lunar month has 29 or 30 days; which, depends on the year.
  if (lunar)
    return Number(lunar[1]) >= 1 && Number(lunar[1]) <= 12 && Number(lunar[2]) >= 1 && Number(lunar[2]) <= 30;
  return isRealDate(text);
};

/** A two-digit year as people mean it on a date of the past: 00–49 this century, 50–99 the last. */
const fullYear = (digits: string) => {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

const reading = (year: number, month: number, day: number, precision: DatePrecision): DateReading | null => {
  const value = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return year >= 1000 && isRealDate(value) ? { value, precision } : null;
};

/**
 * The day of an Excel serial (whole days since the epoch; a fraction is the time of day and is dropped).
 * In the 1900 system serial 60 is 29 February 1900, a day that never was (ECMA-376 Part 1, 18.17.4).
 */
export const dateOfSerial = (serial: number, epoch: 1900 | 1904 = 1900): string | null => {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465 || (epoch === 1900 && whole === 60))
    return null;
  const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(start + whole * 86_400_000).toISOString().slice(0, 10);
};

const chineseDigits = '〇一二三四五六七八九';
/** 初八, 十五, 廿三, 三十, 正, 冬, 腊 and plain digits as a number; NaN for anything else. */
const chineseNumber = (text: string): number => {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === '正' || text === '元') return 1;
  if (text === '冬') return 11;
  if (text === '腊' || text === '臘') return 12;
  const plain = text
    .replace(/^初/u, '')
    .replace(/^廿/u, '二十')
    .replace(/^卅/u, '三十')
    .replaceAll('零', '〇');
  if (/^[〇一二三四五六七八九]+$/u.test(plain) && (plain.length === 1 || plain.length === 4))
    return Number([...plain].map((sign) => chineseDigits.indexOf(sign)).join(''));
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain);
  if (!tens) return Number.NaN;
  return (tens[1] ? chineseDigits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? chineseDigits.indexOf(tens[2]) : 0);
};

const readLunar = (text: string): DateReading | null => {
  const written = text.replace(
    /^[(]?(?:农历|農曆|阴历|陰曆|旧历|古历|lunar:?)[)]?|[(](?:农历|農曆|阴历|陰曆|农|阴)[)]$/giu,
    '',
  );
  // Only the lunar calendar has 正月, 腊月, 初五, 廿三 and leap months.
  if (written === text && !/[正冬腊]月|月初|月廿|闰/u.test(text)) return null;
  const body = written.trim().replace(/[日号]$/u, '');
  const parts =
    /^(?:([\d〇零一二三四五六七八九]{4})[年.\-/])?闰?([\d正一二三四五六七八九十冬腊]{1,3})[月.\-/]([\d初一二三四五六七八九十廿卅]{1,3})$/u.exec(
      body,
    );
  if (!parts) return null;
  const [month, day] = [chineseNumber(parts[2] ?? ''), chineseNumber(parts[3] ?? '')];
  const year = parts[1] ? `${pad(chineseNumber(parts[1]), 4)}-` : '';
  const value = `lunar:${year}${pad(month)}-${pad(day)}`;
  return isBirthday(value) ? { value, precision: 'lunar' } : null;
};

const numeral = /[〇零一二三四五六七八九十]+(?=[年月日号])/gu;

const readText = (text: string, epoch: 1900 | 1904): DateReading | null => {
  const stored = /^--(\d{2})-(\d{2})$/u.exec(text);
  if (stored) return isBirthday(text) ? { value: text, precision: 'yearless' } : null;
  const lunar = readLunar(text);
  if (lunar || /农历|農曆|阴历|陰曆|旧历|古历|lunar|[正冬腊]月|月初|月廿|闰/iu.test(text)) return lunar;

  // Whatever tells the hour or the weekday says nothing about the day.
  const bare = text
    .replace(/(?:公历|阳历|新历)[:：]?/gu, '')
    .replace(
      /[\sT]*(?:上午|下午)?\s*\d{1,2}[:时点]\d{2}(?:[:分]\d{2}(?:\.\d+)?秒?|分)?\s*(?:Z|[AP]M|[+-]\d{2}:?\d{2})?$/iu,
      '',
    )
    .replace(/\s*[(]?(?:星期|周)[一二三四五六日天][)]?$/u, '')
    .replace(numeral, (number) => String(chineseNumber(number)))
    .replace(/[\s.。,;]+$/u, '')
    .trim();

  const whole =
    /^(\d{4}|\d{2})\s*[年./\-,、]\s*(\d{1,2})\s*[月./\-,、]\s*(\d{1,2})\s*[日号]?$/u.exec(bare) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(bare);
  if (whole) return reading(fullYear(whole[1] ?? ''), Number(whole[2]), Number(whole[3]), 'day');

  const month =
    /^(\d{4})\s*[./-]\s*(\d{1,2})$/u.exec(bare) ?? /^(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月?份?$/u.exec(bare);
  if (month) return reading(fullYear(month[1] ?? ''), Number(month[2]), 1, 'month');

  const compactMonth = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/u.exec(bare);
  if (compactMonth) return reading(Number(compactMonth[1]), Number(compactMonth[2]), 1, 'month');

  const year = /^(\d{4}|\d{2})\s*年$/u.exec(bare) ?? /^((?:19|20)\d{2})$/u.exec(bare);
  if (year) return reading(fullYear(year[1] ?? ''), 1, 1, 'year');

  const yearless = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/u.exec(bare);
  if (yearless) {
    const value = `--${pad(Number(yearless[1]))}-${pad(Number(yearless[2]))}`;
    return isBirthday(value) ? { value, precision: 'yearless' } : null;
  }
  if (/^\d{5}(?:\.\d+)?$/u.test(bare)) return readSerial(Number(bare), epoch);
  return readEnglish(bare);
};

const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** `1-May-23` and `May 1, 2023`, as an English Excel writes dates. */
const readEnglish = (text: string): DateReading | null => {
  const dayFirst = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*[-\s,]+(\d{4}|\d{2})$/iu.exec(text);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/iu.exec(text);
  const [month, day, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : [monthFirst?.[1], monthFirst?.[2], monthFirst?.[3]];
  return month && year
    ? reading(fullYear(year), englishMonths.indexOf(month.toLowerCase()) + 1, Number(day), 'day')
    : null;
};

const readSerial = (serial: number, epoch: 1900 | 1904): DateReading | null => {
  const value = dateOfSerial(serial, epoch);
  return value ? { value, precision: 'day' } : null;
};

/**
 * Reads a date as Chinese sheets write it: `2023.5.1`, `23/5/1` (year first), `2023年5月`, `5月1日`, `20230501`,
 * ISO with a time, `农历八月十五`, or an Excel serial of either epoch. Null for what is no date, for days that never
 * were (1985-02-30), and for what could be month-day or day-month (`5/1`): nothing is guessed.
 */
export const readDate = (
  input: string | number,
  options: { epoch?: 1900 | 1904 } = {},
): DateReading | null => {
  const epoch = options.epoch ?? 1900;
  if (typeof input === 'string') return input.length > 60 ? null : readText(halfWidth(input).trim(), epoch);
  const text = String(input);
  if (/^(?:19|20)\d{6}$/u.test(text) || /^(?:19|20)\d{4}$/u.test(text)) return readText(text, epoch);
  // Four digits from 1900 on are a year in every sheet about customers; as a serial they would be 1905.
  if (/^(?:19|20)\d{2}$/u.test(text)) return readText(text, epoch);
  // 2023.5 typed into a cell is May; 2023.1 may have been 2023.10.
  if (/^(?:19|20)\d{2}\.\d{1,2}$/u.test(text)) return text.endsWith('.1') ? null : readText(text, epoch);
  // Small numbers are counts.
  if (input < 367) return null;
  return readSerial(input, epoch);
};
