import { z } from 'zod';
import { commonEndings, commonPasswords, commonWords } from './common-passwords.ts';

/**
 * Rules for passwords after NIST SP 800-63B: long enough, not among those that everybody tries first, and nothing about
 * which characters have to be in it.
 */
export const passwordLength = { least: 8, most: 128 } as const;

export const passwordProblemSchema = z.enum(['short', 'long', 'common']);
export type PasswordProblem = z.infer<typeof passwordProblemSchema>;

/** A password as it is used: what looks the same is the same, whichever input method typed it (Unicode NFKC). */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC');

/**
 * What is wrong with a new password; null when nothing is.
 *
 * @param names of the business, which others think of first
 */
export const passwordProblem = (typed: string, names: readonly string[] = []): PasswordProblem | null => {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < passwordLength.least) return 'short';
  if (length > passwordLength.most) return 'long';
  return isCommon(password.toLowerCase(), names) ? 'common' : null;
};

const isCommon = (password: string, names: readonly string[]): boolean =>
  commonPasswords.has(password) ||
  isMonotonous(password) ||
  isDate(password) ||
  /^1[3-9]\d{9}$/u.test(password) ||
  [...commonWords, ...names.map(folded).filter((name) => name.length > 1)].some((word) =>
    isWordWithEnding(folded(password), word),
  );

/** Without spaces and signs, which is where people think they hide a word. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The word alone, twice, or with what people put before or behind it: nothing, a number that everybody takes, a year. */
const isWordWithEnding = (password: string, word: string): boolean => {
  if (!password.includes(word)) return false;
  const rest = password.replaceAll(word, '');
  return rest === '' || commonEndings.has(rest) || /^(?:19|20)\d\d$/u.test(rest) || /^(.)\1*$/u.test(rest);
};

/** One piece over and over, or a row of neighbours: `aaaaaaaa`, `12341234`, `abcdefgh`, `87654321`. */
const isMonotonous = (password: string): boolean => {
  if (/^(.{1,4})\1+$/u.test(password)) return true;
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  return [1, -1].some((step) => codes.slice(1).every((code, index) => code - (codes[index] ?? 0) === step));
};

/** A day as people write it: `19900101`. */
const isDate = (password: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(password);
