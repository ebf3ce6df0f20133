/** Excel declares a workbook damaged when a cell holds more UTF-16 units than this. */
const cellLimit = 32_767;
const cut = '…（超出单元格上限）';

/** A text as long as a cell can hold; a longer one is cut, and says so. */
export const cellText = (text: string): string => escapeUnderscore(shortened(text));

const shortened = (text: string): string =>
  text.length <= cellLimit ? text : text.slice(0, cellLimit - cut.length) + cut;

/** `_x0041_` in a text would be read as a character's number (ECMA-376 part 1, 22.9.2.19): its first sign is named. */
const escapeUnderscore = (text: string): string =>
  text.includes('_x') ? text.replace(/_(?=x[0-9A-F]{4}_)/giu, '_x005F_') : text;

// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const needsEscape = /[&<>"\r]/u;

/** Text as XML content or attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  const whole = text.replace(notXml, '');
  if (!needsEscape.test(whole)) return whole;
  return whole
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** 0 → A, 26 → AA */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
