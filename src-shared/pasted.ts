import { shortNameOf } from './company-names.ts';
import type { ContactDraft } from './contacts.ts';
import type { ContactMethodDraft } from './contact-methods.ts';
import { customerPatchSchema, type CustomerPatch } from './customers.ts';
import { addToken, noFindings, put, type Findings, type Person } from './pasted-findings.ts';
import { addLabelled } from './pasted-labelled.ts';
import { readLabels, targetOfLabel, type PastedTarget } from './pasted-labels.ts';
import { readTokens } from './pasted-tokens.ts';
import { splitRegion } from './regions.ts';
import { cleanText } from './text.ts';
import { halfWidth } from './width.ts';

/** What a pasted text gives: fields to fill in, and what found no place. */
export interface PastedReading {
  patch: CustomerPatch;
  rest: string;
}

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
  if (isInvoice(found)) {
    const registered = fields.registeredAddress === undefined ? addresses.shift() : undefined;
    if (registered) fields.registeredAddress = registered;
    const phone = found.labelledPhones[0];
    if (!fields.registeredPhone && phone) {
      fields.registeredPhone = phone;
      found.own = found.own.filter((method) => method.value !== phone);
    }
  }
  // 所在地区 and 详细地址 of an order are one address.
  const [begin = '', street] = addresses;
  if (street && splitRegion(begin).province && !splitRegion(begin).rest && !splitRegion(street).province)
    addresses.splice(0, 2, begin + street);
  const [address, ...others] = addresses;
  const { province, city, district, rest } = splitRegion(address ?? fields.registeredAddress ?? '');
  if (province) put(found, 'province', province);
  if (city) put(found, 'city', city);
  if (district) put(found, 'district', district);
  // The region alone is no address.
  if (address && (rest || !province)) put(found, 'address', rest || address);
  found.rest.push(...others);
};

/** What does not fit into its field, by length or by number, goes to the rest: the contract would refuse the whole. */
const withinLimits = ({ fields, rest }: Findings): CustomerPatch => {
  const cut = (methods: ContactMethodDraft[], most: number) =>
    rest.push(...methods.splice(most).map((method) => method.value));
  cut(fields.methods ?? [], 100);
  for (const contact of fields.contacts ?? []) cut(contact.methods, 50);
  rest.push(...(fields.contacts?.splice(200).map((contact) => contact.name) ?? []));
  const patch: CustomerPatch = {};
  for (const [field, value] of Object.entries(fields)) {
    if (customerPatchSchema.safeParse({ [field]: value }).success) Object.assign(patch, { [field]: value });
    else if (typeof value === 'string') rest.push(value);
  }
  return patch;
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
  const methods = [...found.own, ...found.loose];
  if (methods.length > 0) fields.methods = methods;
  return { patch: withinLimits(found), rest: found.rest.join(' ') };
};

/** Full-width digits, letters and colons as half-width; brackets and commas of names and addresses stay as written. */
export const tidyPasted = (text: string) =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ：＠．＋－＝＃\u3000\u00A0]/gu, (sign) => halfWidth(sign));

/** Two lines from Excel whose first is a header row, as label–value pairs; null otherwise. */
const readHeaderRow = (lines: string[]): { target: PastedTarget; value: string }[] | null => {
  const [header, values] = lines.map((line) => line.split('\t'));
  if (lines.length !== 2 || !header || !values || header.length < 2) return null;
  const targets = header.map((cell) => targetOfLabel(cell));
  const isHeader =
    targets.filter(Boolean).length * 2 > header.length && !header.some((cell) => /\d{3}/u.test(cell));
  if (!isHeader) return null;
  // What stands under no label that is known is a remark.
  return values.map((value, column) => ({ target: targets[column] ?? 'notes', value: value.trim() }));
};

/**
 * 智能粘贴: reads a customer out of free text, such as “张三 13812345678 杭州市西湖区文一西路 8 号 八骏科技”, labelled lines
 * (姓名：… 税号：…), invoice details from WeChat, or a row from Excel. Nothing is thrown away: what is not understood
 * is `rest`.
 */
export const readPasted = (text: string): PastedReading => {
  const found = noFindings();
  const lines = tidyPasted(cleanText(text.slice(0, 10_000)))
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
