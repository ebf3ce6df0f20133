import { z } from 'zod';
import { unitFinder } from './unit-finder.ts';

// Control characters other than tab and line feed have no place in a record: they come from broken exports.
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\uFFFE\uFFFF]/gu;

/** Control characters and carriage returns: hardly any text has one. */
const hasControlCharacter = unitFinder((unit) => unit === '\r' || unit.replace(controlCharacters, '') === '');

/** Text as it may stand in a record: control characters dropped, line ends as `\n`, outer white space trimmed. */
export const cleanText = (value: string): string => {
  if (!hasControlCharacter(value)) return value.trim();
  return value.replace(/\r\n?/gu, '\n').replace(controlCharacters, '').trim();
};

/** A text field of at most `maximum` UTF-16 units, cleaned by {@link cleanText}. */
export const text = (maximum: number) => z.string().max(maximum).transform(cleanText);

/** Like {@link text}, and on one line: line breaks and tabs become single spaces. */
export const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .transform((value) => cleanText(value).replace(/\s*[\n\t]\s*/gu, ' '));
