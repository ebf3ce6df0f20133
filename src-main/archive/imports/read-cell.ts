import { isAmbiguousDate } from '../../../src-shared/date-order.ts';
import { readMoney } from '../../../src-shared/money.ts';
import { splitRegion } from '../../../src-shared/regions.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import {
  addressAndPhone,
  addressAndPostcode,
  bankValue,
  birthdayValue,
  creditCodeValue,
  dateValue,
  fieldLengths,
  identityNumberValue,
  listValues,
  nameAndFormer,
  postcodeValue,
} from './field-values.ts';
import { noteDestroyed } from './destroyed.ts';
import { numberBesideName, readNameCell } from './name-cell.ts';
import { isOwnKey, readOwnCell } from './own-fields.ts';
import { namesPerson, readPhoneCell, type PhoneType } from './phone-cell.ts';
import { readKindCell, readOption } from './read-option.ts';
import type { Cell } from './readers/cells.ts';
import { emptyContact, type RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';
import type { RowFields } from './row-draft.ts';

/**
 * Reads one cell into the row, by the field its column is mapped to.
 *
 * @param text the cell's text, cleaned and not empty.
 */
export function readCell(row: RowBuilder, column: RowColumn, cell: Cell, text: string): void {
  const line = oneLine(text);
  if (isOwnKey(column.field)) {
    if (column.own) readOwnCell(row, column, column.own, cell, text);
    else row.addNote(column.header, text);
    return;
  }
  switch (column.field) {
    case 'importedAs':
      row.importedAs = line;
      return;
    case 'name':
      readName(row, column, line);
      return;
    case 'kind':
      readKindCell(row, column, line);
      return;
    case 'stage':
    case 'level':
    case 'gender':
      readOption(row, column, line);
      return;
    case 'tags':
      row.tags.push(...listValues(text));
      return;
    case 'aliases':
      row.aliases.push(...listValues(text));
      return;
    case 'notes':
      row.addNote(column.prefixed ? column.header : '', text);
      return;
    case 'region':
      readRegion(row, column, text);
      return;
    case 'address': {
      const { address, postcode } = addressAndPostcode(text, column.header);
      row.place.address = address;
      row.cameFrom('address', column.column);
      if (postcode !== '' && !row.fields.postcode) set(row, column, 'postcode', postcode);
      return;
    }
    case 'province':
    case 'city':
    case 'district':
      row.place[column.field] = text;
      row.cameFrom(column.field, column.column);
      return;
    case 'contactName':
    case 'contactTitle':
    case 'contactDepartment':
      readContactCell(row, column, line);
      return;
    case 'mobile':
    case 'phone':
    case 'fax':
      readPhones(row, column, column.field, text);
      return;
    case 'email':
    case 'wechat':
    case 'qq':
    case 'other':
      readAddresses(row, column, column.field, text);
      return;
    default:
      readField(row, column, cell, text);
  }
}

/** With what it was called before, and the number that stands beside it: 八骏科技（王军13800138000）. */
function readName(row: RowBuilder, column: RowColumn, line: string): void {
  const beside = numberBesideName(line);
  const { name, former } = nameAndFormer(beside?.name ?? line);
  row.name = fitted(row, column, 'name', name);
  if (former !== '') row.aliases.push(former);
  if (!beside) return;
  const { phone, words } = beside;
  row.addMethod(null, { ...phone, label: words.slice(0, 50), column: column.column });
  if (namesPerson(words)) row.nameBeside(null, words);
}

function readField(row: RowBuilder, column: RowColumn, cell: Cell, text: string): void {
  const line = oneLine(text);
  switch (column.field) {
    case 'registeredCapital': {
      const cents = readMoney(line, column.unit);
      if (cents === null) row.addNote(column.header, text);
      else row.fields.registeredCapital = cents;
      row.cameFrom(column.field, column.column);
      return;
    }
    case 'birthday':
      set(row, column, 'birthday', birthdayValue(cell, line, column.isLunar, column.dates));
      doubtAmbiguous(row, column, line);
      return;
    case 'foundedOn':
      set(row, column, 'foundedOn', dateValue(cell, line, column.dates));
      doubtAmbiguous(row, column, line);
      return;
    case 'postcode':
      set(row, column, 'postcode', postcodeValue(cell, line));
      return;
    case 'creditCode':
    case 'taxId':
      set(row, column, column.field, creditCodeValue(line));
      return;
    case 'identityNumber':
      set(row, column, 'identityNumber', identityNumberValue(line));
      return;
    case 'bankAccount': {
      const { bankName, bankAccount } = bankValue(line);
      if (bankName !== '' && !row.fields.bankName) set(row, column, 'bankName', bankName);
      set(row, column, 'bankAccount', bankAccount);
      return;
    }
    case 'registeredAddress': {
      const { address, phone } = addressAndPhone(text);
      set(row, column, 'registeredAddress', address);
      if (phone !== '' && !row.fields.registeredPhone) set(row, column, 'registeredPhone', phone);
      return;
    }
    default:
      if (isPlainField(column.field)) set(row, column, column.field, line);
  }
}

/** A date that could be two stays as written until somebody says which it is. */
function doubtAmbiguous(row: RowBuilder, { column, field, dates }: RowColumn, text: string): void {
  if (isAmbiguousDate(text, dates)) row.doubts.push({ field, reason: 'dateAmbiguous', value: text, column });
}

/**
 * A cell broken to fit its column: between Chinese characters the break stood for nothing. Taken apart at its breaks, since a pattern
 * with white space on both sides of one would take minutes for a cell of nothing else.
 */
function oneLine(text: string): string {
  // Nearly every cell is one line already.
  if (!text.includes('\n') && !text.includes('\t')) return text;
  const lines = text
    .replace(/\t+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines
    .map((line, at) => (at === 0 || touches(lines[at - 1] ?? '', line) ? line : ` ${line}`))
    .join('');
}

const touches = (before: string, after: string): boolean =>
  /\p{Script=Han}$/u.test(before.slice(-2)) && /^\p{Script=Han}/u.test(after);

type TextField = Exclude<keyof RowFields, 'registeredCapital' | 'stage' | 'level' | 'gender'>;

const plainFields = new Set<string>([
  'code',
  'shortName',
  'industry',
  'size',
  'source',
  'owner',
  'website',
  'legalRepresentative',
  'bankName',
  'registeredPhone',
]);
const isPlainField = (field: string): field is TextField => plainFields.has(field);

function set(row: RowBuilder, column: RowColumn, field: TextField, value: string): void {
  row.fields[field] = fitted(row, column, field, value);
  row.cameFrom(field, column.column);
}

/** What is longer than its field is cut there, and kept whole in the notes. */
function fitted(row: RowBuilder, column: RowColumn, field: string, value: string): string {
  const most = fieldLengths[field] ?? 100;
  if (value.length <= most) return value;
  row.addNote(column.header || field, value);
  return value.slice(0, most);
}

/** 华东 and other territories of their own making are no regions of the country: they become tags. */
function readRegion(row: RowBuilder, { column, header }: RowColumn, text: string): void {
  const { province, district } = splitRegion(text);
  if (province !== '' || district !== '') {
    row.place.region = text;
    row.cameFrom('region', column);
  } else if (text.length <= 10) row.tags.push(text);
  else row.addNote(header, text);
}

function readContactCell(row: RowBuilder, { field, contact, column }: RowColumn, line: string): void {
  const index = contact ?? 0;
  if (field === 'contactTitle') {
    row.contact(index).title = line.slice(0, 100);
  } else if (field === 'contactDepartment') {
    row.contact(index).department = line.slice(0, 100);
  } else {
    const { people, phones } = readNameCell(line);
    const [first, ...others] = people;
    if (first) {
      row.contact(index).name = first.name.slice(0, 200);
      if (first.title !== '') row.contact(index).title ||= first.title;
    }
    for (const { name, title } of others) row.furtherContacts.push(emptyContact(name.slice(0, 200), title));
    for (const phone of phones) {
      const [read] = readPhoneCell(phone, 'phone').phones;
      if (read) row.addMethod(index, { ...read, label: '', column });
    }
  }
}

function readPhones(row: RowBuilder, of: RowColumn, type: PhoneType, text: string): void {
  const { contact, column, header, field } = of;
  const cell = readPhoneCell(text, type);
  for (const lost of cell.destroyed) noteDestroyed(row, of, 'phoneDestroyed', lost);
  for (const phone of cell.phones) row.addMethod(contact, { ...phone, column });
  if (cell.words !== '') row.addNote(header || field, cell.words);
  if (cell.person !== '') row.nameBeside(contact, cell.person);
}

/** Mail addresses, WeChat, QQ …, of which a cell may hold several. */
function readAddresses(
  row: RowBuilder,
  { contact, column, header }: RowColumn,
  type: 'email' | 'wechat' | 'qq' | 'other',
  text: string,
): void {
  for (const part of text.split(separators[type])) {
    const value = part.trim();
    if (value !== '')
      row.addMethod(contact, { type: accountType(type, value, header), value, label: '', column });
  }
}

const separators = {
  email: /[;；,，、\s]+/u,
  wechat: /[;；,，、/\s]+/u,
  qq: /[;；,，、/\s]+/u,
  other: /\n/u,
} as const;

const mail = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu;

/** Under QQ/微信 each is what it can be: no account of WeChat begins with a digit, but for phones. */
function accountType(
  type: 'email' | 'wechat' | 'qq' | 'other',
  value: string,
  header: string,
): 'email' | 'wechat' | 'qq' | 'other' {
  if (type === 'email' || type === 'other') return type;
  if (mail.test(halfWidth(value))) return 'email';
  if (!/qq/iu.test(header) || !/微信|wechat/iu.test(header)) return type;
  return /^[1-9]\d{4,9}$/u.test(value) ? 'qq' : 'wechat';
}
