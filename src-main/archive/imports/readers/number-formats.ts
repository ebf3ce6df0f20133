/** How a number format shows a number: plainly, as a date, a time or both, or with leading zeros. */
export type NumberFormat =
  | { readonly shows: 'number' | 'date' | 'time' | 'dateTime' }
  | { readonly shows: 'digits'; readonly digits: number };

export const plainNumber: NumberFormat = { shows: 'number' };

/**
 * Meaning of a number format: of the built-in id (ECMA-376 part 1, 18.8.30, with the East Asian ids 27–36 and
 * 50–58), else of the format code.
 */
export function readNumberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return readFormatCode(code);
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) {
    return { shows: 'date' };
  }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { shows: 'time' };
  return id === 22 ? { shows: 'dateTime' } : plainNumber;
}

/** Meaning of a format code. */
export function readFormatCode(code: string): NumberFormat {
  // Only the first section counts; colours, locales, quoted and escaped text say nothing about the kind.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/giu, '')
    .toLowerCase();
  const section = bare.split(';', 1)[0] ?? '';
  if (section.includes('general')) return plainNumber;
  const hasDate = /[yd年月日]|e+(?![+-])|b{2,4}|aaa/u.test(section) || /^[^hs]*m[^hs]*$/u.test(section);
  const hasTime = /[hs时分秒]/u.test(section);
  if (hasDate && /[#0]/u.test(section.replace(/s\.0+/u, ''))) return plainNumber;
  if (hasDate) return { shows: hasTime ? 'dateTime' : 'date' };
  if (hasTime) return { shows: 'time' };
  const zeros = /^0[0 -]*$/u.test(section) ? section.replace(/[^0]/gu, '').length : 0;
  return zeros > 1 ? { shows: 'digits', digits: zeros } : plainNumber;
}
