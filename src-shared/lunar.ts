import { Lunar, LunarYear } from 'lunar-typescript';
import { isBirthday } from './dates.ts';

/**
 * The ISO date on which a lunar month and day (农历) fall in the lunar year that begins in the given Gregorian year,
 * or null where there is no such day. The 30th of a month of 29 days is kept on its last day, as people keep it.
 */
export const solarOfLunar = (year: number, month: number, day: number): string | null => {
  if (year < 1900 || year > 2100 || day < 1 || day > 30) return null;
  const length = LunarYear.fromYear(year).getMonth(month)?.getDayCount();
  if (!length) return null;
  return Lunar.fromYmd(year, month, Math.min(day, length)).getSolar().toYmd();
};

/**
 * The ISO date of a stored birthday (`YYYY-MM-DD`, `--MM-DD`, `lunar:MM-DD`, `lunar:YYYY-MM-DD`) in a Gregorian
 * year; null for anything else, and for a lunar birthday that does not occur in that year. 29 February is kept on
 * the 28th of common years.
 */
export const birthdayInYear = (birthday: string, year: number): string | null => {
  if (!isBirthday(birthday)) return null;
  const [month, day] = [Number(birthday.slice(-5, -3)), Number(birthday.slice(-2))];
  if (birthday.startsWith('lunar:')) {
    // Months 11 and 12 of a lunar year mostly lie in the next Gregorian year.
    const days = [solarOfLunar(year, month, day), solarOfLunar(year - 1, month, day)];
    return days.find((date) => date?.startsWith(`${year}-`)) ?? null;
  }
  const common = month === 2 && day === 29 && !isBirthday(`${year}-02-29`);
  return `${year}-${birthday.slice(-5, -3)}-${common ? '28' : birthday.slice(-2)}`;
};
