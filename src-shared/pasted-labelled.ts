import { isPersonName, looksLikeCompany } from './company-names.ts';
import { isCreditCode, normaliseCreditCode } from './credit-code.ts';
import { readDate } from './dates.ts';
import { normaliseEmail } from './emails.ts';
import { readMoney } from './money.ts';
import { addMethod, addPerson, addPhones, addToken, put, type Findings } from './pasted-findings.ts';
import type { PastedTarget } from './pasted-labels.ts';
import { readTokens } from './pasted-tokens.ts';
import { splitPhones } from './phones.ts';

const addBank = (found: Findings, text: string) => {
  const account = /(?<!\d[\s-]?)(?:账号|帐号|账户)?[:\s]*((?:\d[\s-]?){8,30}\d)\s*$/u.exec(text);
  if (account?.[1]) put(found, 'bankAccount', account[1].replace(/[\s-]/gu, ''));
  const bank = (account ? text.slice(0, account.index) : text).replace(/[\s,、/]+$/u, '');
  if (bank) put(found, 'bankName', bank);
};

const addAddressAndPhone = (found: Findings, text: string) => {
  const { phones } = splitPhones(text);
  const phone = phones.findLast((one) => one.valid && (one.normal !== '' || one.raw.length >= 7));
  const at = phone ? text.lastIndexOf(phone.raw) : -1;
  const address = (at < 0 ? text : text.slice(0, at))
    .replace(/(?:电话|tel)[:\s]*$/iu, '')
    .replace(/[\s,、;/()]+$/u, '');
  if (address) put(found, 'registeredAddress', address);
  if (!phone) return;
  put(found, 'registeredPhone', phone.raw);
  const behind = text.slice(at + phone.raw.length).trim();
  if (/[\p{L}\p{N}]/u.test(behind)) found.rest.push(behind);
};

/** A labelled value may have the next thing behind it without a label: 公司：杭州八骏科技有限公司 张三 138… */
const addCompany = (found: Findings, value: string) => {
  const tokens = /\p{Script=Han}.*[\s,，;；]/u.test(value) ? readTokens(value) : [];
  if (tokens.some((token) => token.type === 'company')) for (const token of tokens) addToken(found, token);
  else if (isPersonName(value) && !looksLikeCompany(value)) addPerson(found, value);
  else if (!found.companies.includes(value)) found.companies.push(value);
};

const addContact = (found: Findings, value: string) => {
  const tokens = readTokens(value);
  const hasName = tokens.some((token) => token.type === 'person');
  if (tokens.length === 0) found.rest.push(value);
  else if (tokens.length === 1 && tokens[0]?.type === 'rest') addPerson(found, value);
  else
    for (const token of tokens) {
      // The label says that it is a name, whatever the surname.
      if (token.type === 'rest' && !hasName && found.persons.length === 0) addPerson(found, token.value);
      else addToken(found, token);
    }
};

const addAddress = (found: Findings, value: string) => {
  const tokens = readTokens(value);
  const behind = tokens
    .slice(1)
    .every((token) => ['person', 'phone', 'company', 'email'].includes(token.type));
  if (tokens.length > 1 && tokens[0]?.type === 'address' && behind)
    for (const token of tokens) addToken(found, token);
  else found.addresses.push(value);
};

const addTaxId = (found: Findings, text: string) => {
  const taxId = normaliseCreditCode(text);
  put(found, 'taxId', taxId);
  if (isCreditCode(taxId)) found.fields.creditCode ??= taxId;
};

// Of these the value is one word; what stands behind it has lost its label.
const oneWord = new Set<PastedTarget>([
  'email',
  'wechat',
  'qq',
  'website',
  'postcode',
  'identityNumber',
  'code',
]);

/** Takes in a labelled value. */
export const addLabelled = (found: Findings, target: PastedTarget, value: string) => {
  if (!value) return;
  const behind = oneWord.has(target) ? /^(\S+)\s+(.+)$/u.exec(value) : null;
  if (behind) {
    addLabelled(found, target, behind[1] ?? '');
    for (const token of readTokens(behind[2] ?? '')) addToken(found, token);
    return;
  }
  const last = found.persons.at(-1);
  switch (target) {
    case 'company':
    case 'name':
      addCompany(found, value);
      return;
    case 'contact':
      addContact(found, value);
      return;
    case 'title':
    case 'department':
      if (last && !last[target] && value.length <= 100) last[target] = value;
      else found.rest.push(value);
      return;
    case 'phone':
      found.labelledPhones.push(value);
      addPhones(found, value);
      return;
    case 'fax':
      addPhones(found, value, true);
      return;
    case 'email':
      addMethod(found, { type: 'email', value: normaliseEmail(value), label: '' });
      return;
    case 'wechat':
    case 'qq':
      addMethod(found, { type: target, value, label: '' });
      return;
    case 'address':
      addAddress(found, value);
      return;
    case 'invoiceAddress':
    case 'registeredAddress':
      put(found, 'registeredAddress', value);
      return;
    case 'addressAndPhone':
      addAddressAndPhone(found, value);
      return;
    case 'bankAndAccount':
    case 'bankName':
      addBank(found, value);
      return;
    case 'bankAccount':
      put(found, 'bankAccount', value.replace(/[\s-]/gu, ''));
      return;
    case 'anyTaxId':
    case 'taxId':
      addTaxId(found, value);
      return;
    case 'creditCode':
      put(found, 'creditCode', normaliseCreditCode(value));
      return;
    case 'gender':
      if (/^(?:男|女)/u.test(value)) put(found, 'gender', value.startsWith('男') ? 'male' : 'female');
      else found.rest.push(value);
      return;
    case 'birthday':
    case 'foundedOn': {
      // Five digits are a serial in a cell, but in a text nobody writes one.
      const date = /^\d{5}$/u.test(value) ? null : readDate(value);
      put(found, target, date && (target === 'birthday' || date.precision === 'day') ? date.value : value);
      return;
    }
    case 'registeredCapital': {
      const cents = readMoney(value);
      if (cents === null) found.rest.push(value);
      else put(found, 'registeredCapital', cents);
      return;
    }
    case 'identityNumber':
      put(found, 'identityNumber', value.toUpperCase());
      return;
    case 'kind':
    case 'stage':
    case 'level':
      found.rest.push(value);
      return;
    default:
      put(found, target, value);
  }
};
