import { normaliseCreditCode } from '../../../src-shared/credit-code.ts';
import { readDateInOrder, type DateStyle } from '../../../src-shared/date-order.ts';
import { readDate, type DateReading } from '../../../src-shared/dates.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import type { Cell } from './readers/cells.ts';

/** UTF-16 units that a plain field holds; the rest goes to the notes. */
export const fieldLengths: Readonly<Record<string, number>> = {
  code: 50,
  name: 500,
  shortName: 200,
  industry: 100,
  size: 100,
  province: 50,
  city: 50,
  district: 50,
  address: 500,
  postcode: 20,
  source: 100,
  owner: 100,
  birthday: 50,
  identityNumber: 50,
  creditCode: 50,
  website: 300,
  legalRepresentative: 100,
  foundedOn: 30,
  taxId: 50,
  bankName: 200,
  bankAccount: 100,
  registeredAddress: 500,
  registeredPhone: 100,
};

/** Longer cells are not taken apart: no field holds them, and it would take long. */
const longestTaken = 1_000;

/** Null for what is no date, or could be two. */
export const readCellDate = (cell: Cell, text: string, style: DateStyle): DateReading | null =>
  readDateInOrder(cell.type === 'number' ? Number(text) : text, style);

/** A day on which something began; of a month or year its first. What is no date stays as written. */
export const dateValue = (cell: Cell, text: string, style: DateStyle): string =>
  readCellDate(cell, text, style)?.value ?? text;

/**
 * A birthday as it is stored. A month or a year alone stays as written, since no day may be made up. Under a header
 * such as 农历生日 the days are lunar.
 */
export function birthdayValue(cell: Cell, text: string, isLunar: boolean, style: DateStyle): string {
  // Under such a header nobody writes 农历 before 八月十五 once more.
  const date = readCellDate(cell, text, style) ?? (isLunar ? readDate(`农历${text}`) : null);
  if (!date || date.precision === 'month' || date.precision === 'year') return text;
  if (!isLunar || date.precision === 'lunar') return date.value;
  return `lunar:${date.value.replace(/^--/u, '')}`;
}

/** A postcode that a spreadsheet took for a number gets its zero back. */
export const postcodeValue = (cell: Cell, text: string): string =>
  cell.type === 'number' && /^\d{5}$/u.test(text) ? `0${text}` : text;

export const creditCodeValue = (text: string): string =>
  normaliseCreditCode(text).length > 0 ? normaliseCreditCode(text) : text;

export const identityNumberValue = (text: string): string => readIdentityNumber(text).normal;

/**
 * 工行杭州分行 6222 0212 …: bank and account in one cell. Read sign by sign from the end: a pattern for it takes minutes for a
 * long text that means harm.
 */
export function bankValue(text: string): { bankName: string; bankAccount: string } {
  const whole = { bankName: '', bankAccount: text };
  let start = endBefore(text, text.length, /[\d\s-]/u);
  while (start < text.length && !/\d/u.test(text.charAt(start))) start++;
  const account = text.slice(start);
  if (account.length < 9 || !/\d$/u.test(account)) return whole;
  let end = endBefore(text, start, besideAccount);
  if (/^[账帐]号$/u.test(text.slice(Math.max(0, end - 2), end))) {
    end = endBefore(text, end - 2, besideAccount);
    if (end === 0) return { bankName: '', bankAccount: account };
  }
  const noName = endBefore(text, end, /[^\d\p{Script=Han}]/u);
  const isBank = noName > 0 && !/\d/u.test(text.charAt(noName - 1));
  return isBank ? { bankName: text.slice(0, end).trim(), bankAccount: account } : whole;
}

const besideAccount = /[\s:：,，、/]/u;

/** Where the signs of a kind begin that stand before `end`. */
function endBefore(text: string, end: number, kind: RegExp): number {
  let at = end;
  while (at > 0 && kind.test(text.charAt(at - 1))) at--;
  return at;
}

const separating = /[\s,，、;；/]/u;
const justPhone = /^(?:(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9})$/u;

/** 杭州市文一西路8号 0571-88012345: address and phone in one cell; a number behind a number (8 88012345) is part of the address. */
export function addressAndPhone(text: string): { address: string; phone: string } {
  const start = endBefore(text, text.length, /[^\s,，、;；/]/u);
  const end = endBefore(text, start, separating);
  const phone = text.slice(start, start + 30);
  const follows = end > 0 && (start - end > 1 || !/\d/u.test(text.charAt(end - 1)));
  return follows && justPhone.test(phone)
    ? { address: text.slice(0, end), phone }
    : { address: text, phone: '' };
}

/**
 * 文一西路8号 310012: address and postcode in one cell, where the header or the cell says that there is one.
 *
 * @param header of the column.
 */
export function addressAndPostcode(text: string, header: string): { address: string; postcode: string } {
  // Whatever stands before it is not looked at: addresses can be long.
  const tail = text.slice(-24);
  const parts = /[\s,，、;；(（]*(邮政?编码?\s*[:：]?\s*|[\s,，、;；(（])(\d{6})[\s)）]{0,2}$/u.exec(tail);
  const [whole = '', mark = '', postcode = ''] = parts ?? [];
  if (whole === '' || whole.length === text.length || !/邮|post|zip/iu.test(mark + header))
    return { address: text, postcode: '' };
  return { address: text.slice(0, text.length - whole.length), postcode };
}

/** 重点客户、华东/老客户: separate words of a list. */
export const listValues = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；|/\n\t]+/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** 杭州八骏科技有限公司（原杭州八骏网络） → the name, and what it was called before. */
export function nameAndFormer(text: string): { name: string; former: string } {
  if (text.length > longestTaken) return { name: text, former: '' };
  if (!text.includes('原') && !text.includes('曾用名')) return { name: text, former: '' };
  const parts = /^(.+?)\s*[(（]\s*(?:原名|曾用名|原)\s*[:：]?\s*([^()（）]{2,})\s*[)）]\s*$/u.exec(text);
  return { name: parts?.[1] ?? text, former: parts?.[2] ?? '' };
}
