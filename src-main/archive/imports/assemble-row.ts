import { isPersonName, looksLikeCompany } from '../../../src-shared/company-names.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import { namesPerson } from './phone-cell.ts';
import { placeFields } from './place-fields.ts';
import type { RowBuilder } from './row-builder.ts';
import type { RowContact, RowDraft, RowMethod } from './row-draft.ts';

/** What holds for all rows of a sheet. */
export interface RowKinds {
  /** Kind of customers where nothing else tells. */
  readonly kind: Kind;
  /** The name stands under a header such as 公司, which no person's name does. */
  readonly namesCompanies: boolean;
  /** Header of the contact titles, for persons, who have no such field. */
  readonly titleHeader: string;
}

const levels = ['province', 'city', 'district', 'address'] as const;

/** Makes a customer of what was read in a row; null when nothing in it could name one. */
export function assembleRow(row: RowBuilder, kinds: RowKinds): RowDraft | null {
  sameNumberWechat(row);
  nameContacts(row);
  shareNumbers(row);
  let contacts = [...row.contacts(), ...row.furtherContacts];

  let { name } = row;
  let kind = kinds.kind;
  if (name === '') {
    const person = contacts.find((contact) => contact.name !== '');
    // A number alone is still somebody; the doubt that it raises asks for the name.
    name =
      person?.name ??
      nameBeside(row) ??
      [...row.methods, ...contacts.flatMap(({ methods }) => methods)][0]?.value ??
      '';
    if (name === '') return null;
    kind = looksLikeCompany(name) ? 'company' : 'person';
  } else {
    kind = kindOfRow(row, kinds, contacts);
  }
  if (row.kind !== '') kind = row.kind;

  contacts = contacts.filter((contact) => {
    const isSelf = kind === 'person' && (contact.name === '' || contact.name === name);
    const isNobody = contact.name === '' && contact.title === '' && contact.department === '';
    if (isSelf) keepAsNote(row, contact, kinds.titleHeader);
    if (isSelf || isNobody) row.methods.push(...contact.methods);
    return !isSelf && !isNobody;
  });

  const place = placeFields(row.place);
  for (const level of levels) if (place[level] !== '') row.fields[level] = place[level];
  fillFromIdentityNumber(row);
  const notes = row.notes.join('\n').slice(0, 50_000);
  if (notes !== '') row.fields.notes = notes;
  return {
    kind,
    name,
    importedAs: row.importedAs,
    fields: row.fields,
    aliases: [...new Set(row.aliases)].filter((alias) => alias !== name).slice(0, 50),
    tags: [...new Set(row.tags.map((tag) => tag.slice(0, 50)))],
    methods: row.methods.slice(0, 100),
    contacts: contacts.slice(0, 200),
  };
}

function kindOfRow(row: RowBuilder, kinds: RowKinds, contacts: readonly RowContact[]): Kind {
  const { name } = row;
  if (row.fields.creditCode || looksLikeCompany(name)) return 'company';
  if (kinds.kind === 'person') return 'person';
  const others = contacts.some((contact) => contact.name !== '' && contact.name !== name);
  if (contacts.some((contact) => contact.name === name) && namesPerson(name)) return 'person';
  return !kinds.namesCompanies && !others && isPersonName(name) ? 'person' : 'company';
}

/** 微信: 同手机号. */
function sameNumberWechat(row: RowBuilder): void {
  const contacts = row.contacts();
  const hasWechat = (methods: readonly RowMethod[]): boolean => methods.some(({ type }) => type === 'wechat');
  if (!hasWechat(row.methods) && !contacts.some(({ methods }) => hasWechat(methods))) return;
  const all = [...row.methods, ...contacts.flatMap(({ methods }) => methods)];
  const mobile = all.find(({ type }) => type === 'mobile');
  for (const method of all) {
    if (
      mobile &&
      method.type === 'wechat' &&
      /^(?:同(?:手机|电话|上|号)|手机同|同手机号|手机号|微信同)/u.test(method.value)
    ) {
      method.value = mobile.value;
    }
  }
}

/** A person named beside a number is the contact where no other is named; the label would only repeat it. */
function nameContacts(row: RowBuilder): void {
  for (const [index, person] of row.namedBeside) {
    if (index === null) {
      giveToContact(row, person);
      continue;
    }
    const contact = row.contact(index);
    if (contact.name === '') contact.name = person;
    if (contact.name !== person) continue;
    for (const method of contact.methods) if (method.label === person) method.label = '';
  }
}

/** Who is named beside the only numbers that a row has is the customer: 张三 13800138000 in one cell. */
function nameBeside(row: RowBuilder): string | undefined {
  const person = row.namedBeside.find(([contact]) => contact === null)?.[1];
  for (const method of row.methods) if (method.label === person) method.label = '';
  return person;
}

/** 单位 beside 电话 with a person named in it: that person becomes the contact with those numbers. */
function giveToContact(row: RowBuilder, person: string): void {
  const isKnown = row.name === '' || row.name === person;
  if (isKnown || row.contacts().some(({ name }) => name !== '')) return;
  const contact = row.contact(0);
  contact.name = person;
  for (const method of row.methods.splice(0)) {
    if (method.label === person) contact.methods.push({ ...method, label: '' });
    else row.methods.push(method);
  }
}

/** 张三、李四 with two numbers: one each. */
function shareNumbers(row: RowBuilder): void {
  const first = row.contactAt(0);
  const others = row.furtherContacts;
  if (!first || others.length === 0) return;
  const mobiles = first.methods.filter(({ type }) => type === 'mobile');
  if (mobiles.length !== others.length + 1) return;
  others.forEach((contact, index) => {
    const mobile = mobiles[index + 1];
    if (mobile) contact.methods.push(mobile);
  });
  first.methods = first.methods.filter((method) => !mobiles.includes(method) || method === mobiles[0]);
}

function keepAsNote(row: RowBuilder, { title, department }: RowContact, header: string): void {
  const text = [department, title].filter((part) => part !== '').join(' ');
  if (text !== '') row.addNote(header || '职务', text);
}

function fillFromIdentityNumber(row: RowBuilder): void {
  const { identityNumber, birthday, gender } = row.fields;
  if (!identityNumber) return;
  const read = readIdentityNumber(identityNumber);
  if (!read.valid) return;
  if (!birthday) row.fields.birthday = read.birthday;
  if (!gender && read.gender !== '') row.fields.gender = read.gender;
}
