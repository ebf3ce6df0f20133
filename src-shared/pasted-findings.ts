import { isAddress, isPersonName } from './company-names.ts';
import type { ContactMethodDraft } from './contact-methods.ts';
import { normaliseCreditCode } from './credit-code.ts';
import type { CustomerField, CustomerFields, CustomerPatch } from './customers.ts';
import { readDate } from './dates.ts';
import { normaliseEmail } from './emails.ts';
import { guessMethodType } from './methods.ts';
import type { Token } from './pasted-tokens.ts';
import { isTitle } from './pasted-words.ts';
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
  labelledPhones: [],
  rest: [],
});

/** Sets a field; what stands in a field that is taken goes to the rest. */
export const put = <F extends CustomerField>(found: Findings, field: F, value: CustomerFields[F]) => {
  const { fields, rest } = found;
  if (fields[field] === undefined) Object.assign(fields, { [field]: value });
  else if (fields[field] !== value) rest.push(String(value));
};

/** Adds a method: landlines and fax to the customer, all else to the person named last. */
export const addMethod = (found: Findings, method: ContactMethodDraft) => {
  if (method.value.length > 200) {
    found.rest.push(method.value);
    return;
  }
  const list =
    method.type === 'phone' || method.type === 'fax'
      ? found.own
      : (found.persons.at(-1)?.methods ?? found.loose);
  if (!list.some((one) => one.type === method.type && one.value === method.value)) list.push(method);
};

/** Adds the phones of a text, and who is named beside them. */
export const addPhones = (found: Findings, text: string, fax = false) => {
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

/** Adds a person, or finds them again: 张三, 张三（先生）, 李娜（采购）, 王经理. */
export const addPerson = (found: Findings, written: string) => {
  if (written.length > 100) {
    found.rest.push(written);
    return;
  }
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

/** Takes in a piece of unlabelled text. */
export const addToken = (found: Findings, { type, value }: Token) => {
  switch (type) {
    case 'person':
      return addPerson(found, value);
    case 'company':
      return void found.companies.push(value);
    case 'title':
    case 'department': {
      const last = found.persons.at(-1);
      if (last && !last[type]) last[type] = value;
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
      return put(found, 'birthday', readDate(value)?.value ?? value);
    case 'creditCode':
      return put(found, 'creditCode', normaliseCreditCode(value));
    case 'gender':
      return put(found, 'gender', value === '男' ? 'male' : 'female');
    case 'identityNumber':
    case 'bankAccount':
    case 'bankName':
    case 'website':
    case 'postcode':
      return put(found, type, value);
    case 'rest':
      return void found.rest.push(value);
  }
};
