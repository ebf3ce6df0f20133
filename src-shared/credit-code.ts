import { halfWidth } from './width.ts';

/** The 31 signs of GB 32100-2015; I, O, S, V and Z are left out because they are misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Upper case, half-width, without spaces, hyphens and a leading apostrophe. */
export const normaliseCreditCode = (text: string): string =>
  halfWidth(text)
    .toUpperCase()
    .replace(/[\s'`‘’\-–—_.]/gu, '');

/** Whether the text is a 统一社会信用代码 (GB 32100-2015): 18 signs, the last of them the check sign. */
export const isCreditCode = (text: string): boolean => {
  const code = normaliseCreditCode(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(code)) return false;
  const sum = weights.reduce(
    (total, weight, place) => total + weight * alphabet.indexOf(code.charAt(place)),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
};

/** Whether the text is a 工商注册号 as given out before 2015 (GS 15-2006): 15 digits, the last by MOD 11,10 (ISO 7064). */
export const isRegistrationNumber = (text: string): boolean => {
  const code = normaliseCreditCode(text);
  if (!/^\d{15}$/u.test(code)) return false;
  let product = 10;
  for (const digit of code.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + Number(code[14])) % 10 === 1;
};

/**
 * Whether the text can be a 纳税人识别号: a valid 统一社会信用代码, or one of the older forms of 15, 17, 18 or 20
 * digits and letters, which carry no check sign of their own.
 */
export const isTaxId = (text: string): boolean => {
  const code = normaliseCreditCode(text);
  if (isCreditCode(code)) return true;
  // An 18-sign number with a letter other than a closing X is meant as a credit code, and failed its check.
  if (code.length === 18) return /^\d{17}[\dX]$/u.test(code);
  return /^(?:[0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{20})$/u.test(code) && /\d{6}/u.test(code);
};
