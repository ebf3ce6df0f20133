import { isAddress, isPersonName, looksLikeCompany, shortNameOf } from './company-names.ts';
import type { ContactMethodDraft } from './contact-methods.ts';
import type { ContactDraft } from './contacts.ts';
import { isCreditCode, normaliseCreditCode } from './credit-code.ts';
import type { CustomerPatch } from './customers.ts';
import { readDate } from './dates.ts';
import { normaliseEmail } from './emails.ts';
import { guessMethodType } from './methods.ts';
import { readMoney } from './money.ts';
import { readLabels, targetOfLabel, type PastedTarget } from './pasted-labels.ts';
import { readTokens, type Token } from './pasted-tokens.ts';
import { splitPhones } from './phones.ts';
import { splitRegion } from './regions.ts';
import { halfWidth } from './width.ts';

/** What a pasted text gives: fields to fill in, and what found no place. */
export interface PastedReading {
  patch: CustomerPatch;
  rest: string;
}

interface Person {
  name: string;
  title: string;
  department: string;
  methods: ContactMethodDraft[];
}

/** Everything found so far; persons in order, `loose` methods from before the first of them. */
interface Findings {
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

const person = (name: string): Person => ({ name, title: '', department: '', methods: [] });

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

const addPerson = (found: Findings, name: string) => {
  const called =
    /^(\p{Script=Han}{2,4}?)\s*[(（]?(先生|女士|小姐|总经理|经理|老师|医生|总监|主任|厂长|店长)[)）]?$/u.exec(
      name,
    );
  const isWhole = called?.[1] && called[1].length >= 2 && isPersonName(called[1]);
  const made = person(isWhole ? (called[1] ?? name) : name);
  if (isWhole && called[2]) {
    if (/先生|女士|小姐/u.test(called[2])) found.fields.gender ??= called[2] === '先生' ? 'male' : 'female';
    else made.title = called[2];
  }
  if (found.persons.some((one) => one.name === made.name)) return;
  if (found.persons.length === 0) made.methods.push(...found.loose.splice(0));
  found.persons.push(made);
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

const addTaxId = (found: Findings, text: string) => {
  const taxId = normaliseCreditCode(text);
  found.fields.taxId = taxId;
  if (isCreditCode(taxId)) found.fields.creditCode ??= taxId;
};

const addLabelled = (found: Findings, target: PastedTarget, value: string) => {
  if (!value) return;
  const { fields } = found;
  const last = found.persons.at(-1);
  switch (target) {
    case 'company':
    case 'name':
      if (target === 'company' && isPersonName(value) && !looksLikeCompany(value)) addPerson(found, value);
      else if (!found.companies.includes(value)) found.companies.push(value);
      return;
    case 'contact':
      if (looksLikeCompany(value) && !isPersonName(value) && !isAddress(value)) {
        found.companies.push(value);
        return;
      }
      for (const token of readTokens(value)) {
        if (token.type === 'person' || token.type === 'rest') addPerson(found, token.value);
        else addToken(found, token);
      }
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
      found.addresses.push(value);
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

const addToken = (found: Findings, { type, value }: Token) => {
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

const contactOf = (one: Person): ContactDraft => ({
  name: one.name,
  title: one.title,
  department: one.department,
  fromDate: '',
  toDate: '',
  left: false,
  notes: '',
  methods: one.methods,
});

/** Whether the text is about an invoice: then its address and phone are the registered ones. */
const isInvoice = ({ fields, persons }: Findings) =>
  fields.taxId !== undefined &&
  persons.length === 0 &&
  (fields.bankName !== undefined || fields.bankAccount !== undefined);

const place = (found: Findings) => {
  const { fields, addresses } = found;
  const invoice = isInvoice(found);
  if (invoice) {
    found.invoiceAddress ||= addresses.shift() ?? '';
    const phone = found.labelledPhones[0];
    if (!fields.registeredPhone && phone) {
      fields.registeredPhone = phone;
      found.own = found.own.filter((method) => method.value !== phone);
    }
  }
  if (found.invoiceAddress) fields.registeredAddress = found.invoiceAddress;
  const [address, ...others] = addresses;
  const region = splitRegion(address ?? found.invoiceAddress);
  for (const level of ['province', 'city', 'district'] as const)
    if (region[level]) fields[level] = region[level];
  if (address) fields.address = region.rest || address;
  if (address && !region.rest && region.province) delete fields.address;
  found.rest.push(...others);
};

const assemble = (found: Findings): PastedReading => {
  const { fields, persons, companies } = found;
  // 八骏科技 without a legal form, or any name at all, when nothing else names the customer.
  if (companies.length === 0 && (persons.length === 0 || fields.taxId || fields.creditCode)) {
    const at = found.rest.findIndex((text) => /\p{L}{2}/u.test(text) && text.length <= 40);
    if (at >= 0) companies.push(...found.rest.splice(at, 1));
  }
  place(found);
  const [company, ...otherCompanies] = companies;
  const [first, ...otherPersons] = persons;
  if (company) {
    fields.kind = 'company';
    fields.name = company;
    if (persons.length > 0) fields.contacts = persons.map(contactOf);
    const short = shortNameOf(company);
    const spare = otherCompanies.filter((name) => name !== short);
    if (otherCompanies.length > spare.length) fields.shortName ??= short;
    found.rest.push(...spare);
  } else if (first) {
    fields.kind = 'person';
    fields.name = first.name;
    found.rest.push(...[first.title, first.department].filter(Boolean));
    for (const other of otherPersons)
      found.rest.push(
        [other.name, other.title, ...other.methods.map((method) => method.value)].filter(Boolean).join(' '),
      );
    found.own.push(...first.methods);
  }
  const methods = [...found.loose, ...found.own];
  if (methods.length > 0) fields.methods = methods;
  return { patch: fields, rest: found.rest.join(' ') };
};

/** Two lines from Excel whose first is a header row, as label–value pairs; null otherwise. */
const readHeaderRow = (lines: string[]): { target: PastedTarget; value: string }[] | null => {
  const [header, values] = lines.map((line) => line.split('\t'));
  if (lines.length !== 2 || !header || !values || header.length < 2) return null;
  const targets = header.map((cell) => targetOfLabel(cell));
  if (targets.filter(Boolean).length < header.length / 2) return null;
  return values.flatMap((value, column) => {
    const target = targets[column];
    return target ? [{ target, value: value.trim() }] : [];
  });
};

/**
 * 智能粘贴: reads a customer out of free text, such as “张三 13812345678 杭州市西湖区文一西路 8 号 八骏科技”, labelled lines
 * (姓名：… 税号：…), invoice details from WeChat, or a row from Excel. Nothing is thrown away: what is not understood
 * is `rest`.
 */
export const readPasted = (text: string): PastedReading => {
  const found: Findings = {
    fields: {},
    companies: [],
    persons: [],
    loose: [],
    own: [],
    addresses: [],
    invoiceAddress: '',
    labelledPhones: [],
    rest: [],
  };
  const lines = halfWidth(text.slice(0, 10_000))
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
  const row = readHeaderRow(lines);
  if (row) for (const { target, value } of row) addLabelled(found, target, value);
  else
    for (const line of lines) {
      const { before, pairs } = readLabels(line);
      for (const token of readTokens(before)) addToken(found, token);
      for (const { target, value } of pairs) addLabelled(found, target, value);
    }
  return assemble(found);
};
