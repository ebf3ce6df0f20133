import { isAddress, isPersonName, looksLikeCompany } from './company-names.ts';
import type { ContactMethodDraft } from './contact-methods.ts';
import { isCreditCode, normaliseCreditCode } from './credit-code.ts';
import type { CustomerPatch } from './customers.ts';
import { readDate } from './dates.ts';
import { normaliseEmail } from './emails.ts';
import { guessMethodType } from './methods.ts';
import { readMoney } from './money.ts';
import type { PastedTarget } from './pasted-labels.ts';
import { isTitle, readTokens, type Token } from './pasted-tokens.ts';
import { splitPhones } from './phones.ts';

/** A person in the text with what belongs to them. */
export interface Person {
  name: string;
  title: string;
  department: string;
  methods: ContactMethodDraft[];
}

/** Everything found so far; persons in order, `loose` methods from before the first of them, `own` of the customer. */
export interface Findings {
  fields: CustomerPatch;
  companies: string[];
  persons: Person[];
  loose: ContactMethodDraft[];
  own: ContactMethodDraft[];
  addresses: string[];
  invoiceAddress: string;
  labelledPhones: string[];
  rest: string[];
}

/** Nothing found yet. */
export const noFindings = (): Findings => ({
  fields: {},
  companies: [],
  persons: [],
  loose: [],
  own: [],
  addresses: [],
  invoiceAddress: '',
  labelledPhones: [],
  rest: [],
});

const addMethod = (found: Findings, method: ContactMethodDraft) => {
  const list =
    method.type === 'phone' || method.type === 'fax'
      ? found.own
      : (found.persons.at(-1)?.methods ?? found.loose);
  if (!list.some((one) => one.type === method.type && one.value === method.value)) list.push(method);
};

const addPhones = (found: Findings, text: string, fax = false) => {
  const { phones, rest } = splitPhones(text);
  for (const phone of phones)
    addMethod(found, { type: fax ? 'fax' : phone.type, value: phone.raw, label: '' });
  if (phones.length === 0 && text) addMethod(found, { type: 'other', value: text, label: '' });
  else if (/^微信(?:同号)?$/u.test(rest) && phones[0])
    addMethod(found, { type: 'wechat', value: phones[0].raw, label: '' });
  else if (isAddress(rest) || isPersonName(rest)) addPerson(found, rest);
  else if (rest) found.rest.push(rest);
};

const called =
  /^(\p{Script=Han}{2,4}?)\s*[(（]?(先生|女士|小姐|总经理|副总经理|副总|经理|总监|主任|主管|厂长|店长|老师|医生|采购|销售|财务|会计|老板|收|本人)[)）]?$/u;
const remark = /^(.{2,20}?)\s*[(（]([^()（）]{1,20})[)）]$/u;

const addPerson = (found: Findings, written: string) => {
  const match = called.exec(written) ?? remark.exec(written);
  const name = match?.[1] && isPersonName(match[1]) ? match[1] : written;
  const word = name === written ? '' : (match?.[2] ?? '');
  let one = found.persons.find((known) => known.name === name);
  if (!one) {
    one = {
      name,
      title: '',
      department: '',
      methods: found.persons.length === 0 ? found.loose.splice(0) : [],
    };
    found.persons.push(one);
  }
  if (/^(?:先生|女士|小姐|男|女)$/u.test(word))
    found.fields.gender ??= word === '先生' || word === '男' ? 'male' : 'female';
  else if (isTitle(word)) one.title ||= word;
  else if (word && !/^(?:收|本人)$/u.test(word)) found.rest.push(word);
};

const addBank = (found: Findings, text: string) => {
  const account = /(?:账号|帐号|账户)?[:\s]*((?:\d[\s-]?){8,30}\d)\s*$/u.exec(text);
  if (account?.[1]) found.fields.bankAccount = account[1].replace(/[\s-]/gu, '');
  const bank = (account ? text.slice(0, account.index) : text).replace(/[\s,、/]+$/u, '');
  if (bank) found.fields.bankName = bank;
};

const addAddressAndPhone = (found: Findings, text: string) => {
  const { phones } = splitPhones(text);
  const phone = phones.findLast((one) => one.valid && (one.normal !== '' || one.raw.length >= 7));
  const at = phone ? text.lastIndexOf(phone.raw) : -1;
  found.invoiceAddress = (at < 0 ? text : text.slice(0, at))
    .replace(/(?:电话|tel)[:\s]*$/iu, '')
    .replace(/[\s,、;/()]+$/u, '');
  if (phone) found.fields.registeredPhone = phone.raw;
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
  found.fields.taxId = taxId;
  if (isCreditCode(taxId)) found.fields.creditCode ??= taxId;
};

/** Takes in a labelled value. */
export const addLabelled = (found: Findings, target: PastedTarget, value: string) => {
  if (!value) return;
  const { fields } = found;
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
      if (last) last[target] = value;
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
      found.invoiceAddress = value;
      return;
    case 'addressAndPhone':
      addAddressAndPhone(found, value);
      return;
    case 'bankAndAccount':
    case 'bankName':
      addBank(found, value);
      return;
    case 'bankAccount':
      fields.bankAccount = value.replace(/[\s-]/gu, '');
      return;
    case 'anyTaxId':
    case 'taxId':
      addTaxId(found, value);
      return;
    case 'creditCode':
      fields.creditCode = normaliseCreditCode(value);
      return;
    case 'gender':
      if (/男|女/u.test(value)) fields.gender = value.includes('男') ? 'male' : 'female';
      return;
    case 'birthday':
    case 'foundedOn': {
      const date = readDate(value);
      fields[target] = date && (target === 'birthday' || date.precision === 'day') ? date.value : value;
      return;
    }
    case 'registeredCapital': {
      const cents = readMoney(value);
      if (cents === null) found.rest.push(value);
      else fields.registeredCapital = cents;
      return;
    }
    case 'identityNumber':
      fields.identityNumber = value.toUpperCase();
      return;
    case 'kind':
    case 'stage':
    case 'level':
      found.rest.push(value);
      return;
    default:
      fields[target] = value;
  }
};

/** Takes in a piece of unlabelled text. */
export const addToken = (found: Findings, { type, value }: Token) => {
  const { fields } = found;
  switch (type) {
    case 'person':
      return addPerson(found, value);
    case 'company':
      return void found.companies.push(value);
    case 'title': {
      const last = found.persons.at(-1);
      if (last && !last.title) last.title = value;
      else found.rest.push(value);
      return;
    }
    case 'phone':
      return addMethod(found, { type: guessMethodType(value), value, label: '' });
    case 'email':
      return addMethod(found, { type: 'email', value: normaliseEmail(value), label: '' });
    case 'wechat':
      return addMethod(found, { type: 'wechat', value, label: '' });
    case 'address':
      return void found.addresses.push(value);
    case 'birthday':
      fields.birthday ??= readDate(value)?.value ?? value;
      return;
    case 'creditCode':
      fields.creditCode = normaliseCreditCode(value);
      return;
    case 'gender':
      fields.gender = value === '男' ? 'male' : 'female';
      return;
    case 'identityNumber':
    case 'bankAccount':
    case 'bankName':
    case 'website':
    case 'postcode':
      fields[type] ??= value;
      return;
    case 'rest':
      return void found.rest.push(value);
  }
};
