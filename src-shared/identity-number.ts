import { isRealDate } from './dates.ts';
import type { Gender } from './customers.ts';
import { halfWidth } from './width.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** Provinces of GB/T 2260, and 81–83 for residents from Hong Kong, Macau and Taiwan, 91 for foreigners. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** What a 居民身份证号 says. `birthday` is an ISO date, '' where the number is not valid. */
export interface IdentityNumberReading {
  /** Upper case, half-width, without spaces; what cannot be a number at all stays as it is written. */
  normal: string;
  valid: boolean;
  /** Excel kept 15 digits and made the rest zeros, or left only 3.30106E+17: the number is lost, not mistyped. */
  destroyed: boolean;
  birthday: string;
  gender: Gender | '';
}

/** The check digit of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2): `0`–`9` or `X`. */
export const identityCheckDigit = (first17: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return checkDigits.charAt(sum % 11);
};

/**
 * The 18 digits of a valid 居民身份证号, also of one that is written with the 15 of before 1999: the same person has one
 * number. '' where it is not valid.
 */
export const fullIdentityNumber = (text: string): string => {
  const { normal, valid } = readIdentityNumber(text);
  if (!valid) return '';
  if (normal.length === 18) return normal;
  const digits = `${normal.slice(0, 6)}19${normal.slice(6)}`;
  return digits + identityCheckDigit(digits);
};

/** Reads a 居民身份证号 of 18 (GB 11643-1999) or, as given out until 1999, 15 digits. */
export const readIdentityNumber = (text: string): IdentityNumberReading => {
  const normal = halfWidth(text)
    .toUpperCase()
    .replace(/[\s'`‘’]/gu, '');
  const lost = (destroyed: boolean) => ({
    normal,
    valid: false,
    destroyed,
    birthday: '',
    gender: '' as const,
  });
  if (/^\d(?:\.\d+)?E\+?\d{2}$/u.test(normal)) return lost(true);

  const old = /^\d{15}$/u.test(normal);
  if (!old && !/^\d{17}[\dX]$/u.test(normal)) return lost(false);
  const digits = old ? `${normal.slice(0, 6)}19${normal.slice(6)}` : normal.slice(0, 17);
  const birthday = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  const plausible =
    provinces.has(digits.slice(0, 2)) && isRealDate(birthday) && birthday >= '1850' && birthday < '2100';
  if (!plausible || (!old && identityCheckDigit(digits) !== normal[17]))
    return lost(!old && normal.endsWith('000'));
  return {
    normal,
    valid: true,
    destroyed: false,
    birthday,
    gender: Number(digits[16]) % 2 === 1 ? 'male' : 'female',
  };
};
