import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { halfWidth } from './width.ts';

/** What a phone text says. */
export interface PhoneReading {
  /** E.164 (`+8613812345678`); '' when invalid, and for local and service numbers, which have no such form. */
  normal: string;
  type: 'mobile' | 'phone' | 'fax';
  valid: boolean;
  /** Digits after 转, 分机, ext or the second hyphen; '' without one. */
  extension: string;
  /** Excel left only `1.38E+10`: digits are lost, not mistyped. */
  destroyed: boolean;
}

const labels =
  /^(?:(fax|传\s*真)|tel|phone|mobile|cell|ph|mob|手\s*机|电\s*话|座\s*机|固\s*话|固\s*定\s*电\s*话|联\s*系\s*电\s*话|办\s*公\s*电\s*话|热\s*线)\s*(?:号码?|号)?\s*[:.]?\s*(?:\/\/)?/iu;
const extensionMark = /\s*(?:转\s*(?:分机)?|分机号?|ext\.?|x|#|,)\s*:?\s*(\d{1,6})\s*$/iu;
const landlineExtension =
  /^(\(?0\d{2,3}\)?[\s-]*\d{3,4}\s?\d{4}|[48]00[\s-]?\d{3}[\s-]?\d{4}|\d{7,8})-(\d{1,6})$/u;
// Prefixes that cheap long-distance calls once needed; they stand before numbers in sheets of the 2000s.
const carrierPrefix = /^(?:17951|17911|17909|12593|10193|11808|17900|17901)(?=1[3-9]\d{9}$)/u;

// 2024-11-08 has as many digits as a local number.
const isDate = /^(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}$/u;

const plain = (text: string) =>
  halfWidth(text)
    .replace(/[‐‑‒–—―−﹣]+/gu, '-')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF'`‘’]/gu, '')
    .trim();

/** The digits of a number that a spreadsheet turned into `13812345678.0` or `1.3812345678E+10`; null if some are lost. */
const fromSpreadsheet = (text: string): string | null => {
  const scientific = /^(\d)\.?(\d*)E\+?(\d{1,2})$/iu.exec(text);
  if (!scientific) return /^\d{5,}\.0+$/u.test(text) ? text.slice(0, text.indexOf('.')) : text;
  const fraction = scientific[2] ?? '';
  return fraction.length === Number(scientific[3]) ? `${scientific[1]}${fraction}` : null;
};

const reading = (part: Partial<PhoneReading>): PhoneReading => ({
  normal: '',
  type: 'phone',
  valid: false,
  extension: '',
  destroyed: false,
  ...part,
});

// Asking the library costs a whole parse. Whether a landline is valid depends on its area code, the exchange (the
// three digits behind it) and the length, so one answer serves all numbers of an exchange.
const exchanges = new Map<string, boolean>();
const isLandline = (national: string): boolean => {
  const exchange = `${national.slice(0, 6)}/${national.length}`;
  const known = exchanges.get(exchange);
  if (known !== undefined) return known;
  const valid = parsePhoneNumberFromString(`+86${national}`, { extract: false })?.isValid() ?? false;
  if (exchanges.size >= 20_000) exchanges.clear();
  exchanges.set(exchange, valid);
  return valid;
};

const readDigits = (text: string, region: 'CN'): PhoneReading => {
  const written = text.replace(/[\s\-().·~/]/gu, '');
  if (!/^\+?\d+$/u.test(written) || written.length > 22 || isDate.test(text.trim())) return reading({});
  const digits = written
    .replace(/^(?:\+|00)?86(?=0?1[3-9]\d{9}$|0?[1-9]\d{8,10}$)/u, '')
    .replace(carrierPrefix, '');

  // The national plan keeps opening mobile ranges; a library's table is always behind, so all of 13–19 counts.
  const mobile = /^0?(1[3-9]\d{9})$/u.exec(digits);
  if (mobile) return reading({ normal: `+86${mobile[1]}`, type: 'mobile', valid: true });
  if (/^1[3-9]/u.test(digits) && digits.length > 7) return reading({ type: 'mobile' });
  // A number of the town itself, or a service such as 95588 or 12345: right, but without an international form.
  if (/^[2-9]\d{6,7}$/u.test(digits) || /^(?:1[01]\d|12\d{3}|100\d{2}|9[56]\d{3,6})$/u.test(digits))
    return reading({ valid: digits === written });

  // Exchanges begin with 2 to 8; what begins with 1 or 9 are services, where every digit counts.
  const landline = /^0((?:10|2\d|[3-9]\d{2})[2-8]\d{6,7})$/u.exec(digits);
  if (landline?.[1])
    return isLandline(landline[1]) ? reading({ normal: `+86${landline[1]}`, valid: true }) : reading({});

  const foreign = /^(?:\+|00)/u.test(digits) ? digits.replace(/^00/u, '+') : null;
  const candidates = [foreign ?? digits];
  // Hong Kong, Macau and Taiwan are often written without the plus.
  if (!foreign && /^(?:852|853|886)\d{8,9}$/u.test(digits)) candidates.push(`+${digits}`);
  for (const candidate of candidates) {
    const phone = parsePhoneNumberFromString(candidate, { defaultCountry: region, extract: false });
    if (phone?.isValid())
      return reading({
        normal: phone.number,
        type: phone.getType() === 'MOBILE' ? 'mobile' : 'phone',
        valid: true,
      });
  }
  return reading({});
};

/** A mobile number with nothing else, as most are written. */
const isPlainMobile = (text: string): boolean => text.length === 11 && /^1[3-9]\d{9}$/u.test(text);

/**
 * Reads one phone number as people write it: spaces, hyphens, brackets, full-width digits, `+86`, `0086`,
 * `(0571)88012345`, `0571-88012345-802`, 400 and 800 numbers, foreign numbers with `+`, and what spreadsheets made of it.
 */
export const readPhone = (text: string, region: 'CN' = 'CN'): PhoneReading => {
  if (isPlainMobile(text)) return reading({ normal: `+86${text}`, type: 'mobile', valid: true });
  if (text.length > 200) return reading({});
  let rest = plain(text);
  const label = labels.exec(rest);
  if (label) rest = rest.slice(label[0].length);
  const whole = fromSpreadsheet(rest);
  if (whole === null)
    return reading({ type: /^1\.[3-9]\d*E\+?10$/iu.test(rest) ? 'mobile' : 'phone', destroyed: true });
  rest = whole;
  const marked = extensionMark.exec(rest);
  const hyphened = marked ? null : landlineExtension.exec(rest);
  const extension = marked?.[1] ?? hyphened?.[2] ?? '';
  if (marked) rest = rest.slice(0, marked.index);
  if (hyphened) rest = hyphened[1] ?? '';
  const result = { ...readDigits(rest, region), extension };
  return label?.[1] ? { ...result, type: 'fax' } : result;
};

/** One number found in a cell; `raw` as it stands there. */
export interface FoundPhone extends PhoneReading {
  raw: string;
}

const extensionInCell = String.raw`(?:\s*(?:转|分机|ext\.?|x|#)\s*(?:分机)?:?\s*\d{1,6}|-\d{1,5}(?![\d-]))?`;
const numbers = [
  String.raw`\d\.\d+E\+?\d{1,2}`,
  String.raw`\d{7,}\.0+(?!\d)`,
  String.raw`(?:(?:\+|00)?86[\s-]*)?0?1[3-9](?:[\s-]?\d){9}(?!\d)`,
  String.raw`\+\d[\d\s()-]{5,18}\d`,
  String.raw`[48]00(?:[\s-]?\d){7}(?!\d)${extensionInCell}`,
  String.raw`(?:(?:\+|00)?86[\s-]*)?\(?0\d{2,3}\)?[\s-]*\d{3,4}[\s-]?\d{4}(?!\d)${extensionInCell}`,
  String.raw`(?:\+|00)?86[\s-]+[1-9]\d{1,2}[\s-]+[2-8]\d{6,7}(?!\d)${extensionInCell}`,
  String.raw`00[1-9]\d{1,2}[\s-]+\d[\d\s-]{5,12}\d(?!\d)`,
  String.raw`\d{4}\s\d{4}(?!\d)${extensionInCell}`,
  String.raw`\d{5,22}(?:-\d{1,5}(?!\d))?`,
];
const inCell = new RegExp(String.raw`(传\s*真|fax|f)?\s*[:.]?\s*(?<![\d.])(${numbers.join('|')})`, 'giu');
const decoration =
  /(?:tel|fax|phone|mobile|手\s*机|(?:联\s*系\s*|办\s*公\s*|公\s*司\s*)?电\s*话|座\s*机|固\s*话|传\s*真|联\s*系\s*方\s*式)\s*(?:号码?)?\s*[:.]?|[/、,;|\\\s:()[\]【】<>&+]+|和|或|及/giu;

/** Nobody has more; whatever else stands in the cell is left as it is. */
const mostPhones = 50;

/** `46` after 0571-88012345 stands for 0571-88012346, and a local number takes the area code before it. */
const completed = (raw: string, before: FoundPhone | undefined): string => {
  const area = /^\+86((?:10|2\d|[3-9]\d{2}))\d{7,8}$/u.exec(before?.normal ?? '')?.[1];
  return before?.type !== 'mobile' && area && /^[2-8]\d{6,7}$/u.test(raw) ? `0${area}${raw}` : raw;
};

/**
 * Finds the phone numbers of a cell such as `13800138000/13900139000 王经理`. `rest` is what else stands there, without
 * separators and labels: 王经理, 微信同号.
 */
export const splitPhones = (cell: string): { phones: FoundPhone[]; rest: string } => {
  if (isPlainMobile(cell)) return { phones: [{ raw: cell, ...readPhone(cell) }], rest: '' };
  const text = plain(cell).replace(/\s+/gu, ' ');
  const phones: FoundPhone[] = [];
  const rest = text.replace(inCell, (whole, fax: string | undefined, raw: string) => {
    if (phones.length >= mostPhones) return whole;
    const found = readPhone(completed(raw, phones.at(-1)));
    phones.push({ raw, ...found, type: fax ? 'fax' : found.type });
    return ' ';
  });
  return { phones, rest: rest.replace(decoration, ' ').trim().replace(/\s+/gu, ' ') };
};
