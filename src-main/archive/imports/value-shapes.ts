import { isAddress, isPersonName, looksLikeCompany } from '../../../src-shared/company-names.ts';
import { isCreditCode, normaliseCreditCode } from '../../../src-shared/credit-code.ts';
import { dateOrders, readDateInOrder } from '../../../src-shared/date-order.ts';
import { readDate } from '../../../src-shared/dates.ts';
import { isEmail } from '../../../src-shared/emails.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import { splitPhones } from '../../../src-shared/phones.ts';
import { splitRegion } from '../../../src-shared/regions.ts';
import { readGender, readKind, readLevel, readStage, saysNothing } from './options.ts';
import type { Cell } from './readers/cells.ts';

/** What a single value looks like, without its header. */
export type Shape =
  | 'mobile'
  | 'phone'
  | 'email'
  | 'website'
  | 'identityNumber'
  | 'creditCode'
  | 'date'
  | 'postcode'
  | 'number'
  | 'region'
  | 'address'
  | 'company'
  | 'person'
  | 'gender'
  | 'level'
  | 'kind'
  | 'stage'
  | 'prose'
  | 'text';

/** UTF-16 units of a value that tell its shape. */
const lookedAt = 200;

/** The most telling shape of a cell; null when it says nothing (无, -, #N/A). */
export function shapeOf(cell: Cell): Shape | null {
  const text = cell.text.slice(0, lookedAt).trim();
  if (cell.type === 'error' || text === '' || saysNothing(text)) return null;
  if (cell.type === 'date') return 'date';
  if (cell.type === 'boolean') return 'text';
  return shapeOfCode(text) ?? shapeOfNumber(text) ?? shapeOfWords(text);
}

/** What is longer is prose, whatever stands in it. */
const longestTold = 1_000;

function shapeOfCode(text: string): Shape | null {
  if (text.length > longestTold) return null;
  if (/[@＠]/u.test(text)) return isEmail(text.split(/[;；,，、\s]/u, 1)[0] ?? '') ? 'email' : 'text';
  if (/^(?:https?:\/\/|www\.)/iu.test(text)) return 'website';
  if (text.length < 15 || text.length > 24) return null;
  const code = normaliseCreditCode(text);
  if (readIdentityNumber(code).valid || /^[1-6]\d{5}(?:19|20)\d{9}[\dX]$/u.test(code))
    return 'identityNumber';
  const hasCodeForm = /^[159ANY][1-9AYG]\d{6}[0-9A-Z]{10}$/u.test(code);
  return isCreditCode(code) || hasCodeForm ? 'creditCode' : null;
}

function shapeOfNumber(text: string): Shape | null {
  if (text.length > longestTold) return null;
  const digits = text.replace(/\D/gu, '').length;
  if (digits < 4) return /^[-+]?\d+(?:\.\d+)?%?$/u.test(text) ? 'number' : null;
  if (/^\d{4}[-/.年]|^\d{2}[./-]\d{1,2}[./-]\d{1,2}$/u.test(text) && readDate(text)) return 'date';
  if (/^\d{1,2}([/.-])\d{1,2}\1\d{4}$/u.test(text) && couldBeDate(text)) return 'date';
  if (digits >= 7) {
    const { phones } = splitPhones(text);
    const first = phones.find((phone) => phone.valid);
    if (first) return first.type === 'mobile' ? 'mobile' : 'phone';
  }
  if (/^\d{6}$/u.test(text)) return 'postcode';
  return /^[-+￥¥]?[\d,，]+(?:\.\d+)?(?:[%元万]|万元)?$/u.test(text) ? 'number' : null;
}

/** 3/4/2023, whichever of the two the day is. */
const couldBeDate = (text: string): boolean =>
  dateOrders.some((order) => readDateInOrder(text, { order, yearLast: true, epoch: 1900 }) !== null);

function shapeOfWords(text: string): Shape {
  if (text.length <= 6) {
    if (readGender(text)) return 'gender';
    if (readLevel(text)?.exact) return 'level';
    if (readKind(text)?.exact) return 'kind';
    if (readStage(text)) return 'stage';
  }
  if (text.length > 60) return 'prose';
  if (looksLikeCompany(text)) return 'company';
  const region = splitRegion(text);
  if (region.province !== '') return region.rest === '' ? 'region' : 'address';
  if (/\p{Script=Han}.*(?:[路街巷弄道].*\d|\d+[号栋幢室楼])/u.test(text)) return 'address';
  if (isPersonName(text) || isAddress(text)) return 'person';
  return text.length > 25 ? 'prose' : 'text';
}
