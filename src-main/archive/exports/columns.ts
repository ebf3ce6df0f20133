import type { Contact } from '../../../src-shared/contacts.ts';
import {
  contactMethodTypes,
  type ContactMethod,
  type ContactMethodType,
} from '../../../src-shared/contact-methods.ts';
import {
  customFieldId,
  customValueText,
  type CustomField,
  type CustomKey,
} from '../../../src-shared/custom-fields.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import type { ExportColumn } from '../../../src-shared/exports.ts';
import {
  columnLabels,
  contactLabel,
  contactParts,
  doubtLabels,
  valueLabels,
  type ContactPart,
  type LabelledField,
  type SheetColumn,
  type SheetLanguage,
} from '../../../src-shared/labels.ts';
import { headerUnit } from '../../../src-shared/money.ts';
import { joinList } from '../../../src-shared/list-cells.ts';
import { regionText } from '../../../src-shared/region-text.ts';
import { codeCell, dateCell, moneyCell, textCell, timeCell, type Cell } from './cells.ts';

/** A column of the sheet: its header, its width in characters, and what stands in it for a customer. */
export interface SheetColumnWriter {
  readonly header: string;
  readonly width: number;
  cell(customer: Customer): Cell;
}

export interface ColumnContext {
  readonly language: SheetLanguage;
  readonly tagNames: ReadonlyMap<number, string>;
  /** In their order. */
  readonly customFields: readonly CustomField[];
}

type CellOf = (customer: Customer, context: ColumnContext) => Cell;

const label =
  (field: LabelledField): CellOf =>
  (customer, { language }) => {
    const words: Record<string, string> = valueLabels[language][field];
    return textCell(words[customer[field]] ?? '');
  };

const methodsOf = (methods: readonly ContactMethod[], type: ContactMethodType): string =>
  joinList(methods.filter((method) => method.type === type).map(({ value }) => value));

/** The list shows one number of a customer; so does its column. */
const firstContact = (customer: Customer): Contact | undefined => customer.contacts.find(({ left }) => !left);
const firstMethod = (customer: Customer, types: readonly ContactMethodType[]): string => {
  const methods = [...customer.methods, ...(firstContact(customer)?.methods ?? [])];
  return types.flatMap((type) => methods.find((method) => method.type === type)?.value ?? [])[0] ?? '';
};

/** 农历 and birthdays without a year as people write them; an import reads both. */
const birthdayCell = (birthday: string): Cell => {
  const yearless = /^--(\d{2})-(\d{2})$/u.exec(birthday);
  if (yearless) return textCell(`${Number(yearless[1])}月${Number(yearless[2])}日`);
  if (birthday.startsWith('lunar:')) return textCell(birthday.replace('lunar:', '农历'));
  return dateCell(birthday);
};

const contactLine = ({ name, title, methods }: Contact): string =>
  [title === '' ? name : `${name}（${title}）`, ...methods.map(({ value }) => value)]
    .filter((part) => part !== '')
    .join(' ');

const cells: Record<ExportColumn, CellOf> = {
  code: ({ code }) => codeCell(code),
  name: ({ name }) => textCell(name),
  shortName: ({ shortName }) => textCell(shortName),
  aliases: ({ aliases }) => textCell(joinList(aliases)),
  kind: label('kind'),
  contactName: (customer) => textCell(firstContact(customer)?.name ?? ''),
  mobile: (customer) => codeCell(firstMethod(customer, ['mobile', 'phone'])),
  email: (customer) => textCell(firstMethod(customer, ['email'])),
  contacts: ({ contacts }) => textCell(contacts.map(contactLine).join('\n')),
  contactMethods: ({ methods, contacts }) =>
    codeCell(
      [...methods, ...contacts.flatMap((contact) => contact.methods)].map(({ value }) => value).join('；'),
    ),
  tags: ({ tagIds }, { tagNames }) => textCell(joinList(tagIds.flatMap((id) => tagNames.get(id) ?? []))),
  stage: label('stage'),
  level: label('level'),
  industry: ({ industry }) => textCell(industry),
  size: ({ size }) => textCell(size),
  region: (customer) => textCell(regionText(customer)),
  address: ({ address }) => textCell(address),
  postcode: ({ postcode }) => codeCell(postcode),
  source: ({ source }) => textCell(source),
  owner: ({ owner }) => textCell(owner),
  gender: label('gender'),
  birthday: ({ birthday }) => birthdayCell(birthday),
  identityNumber: ({ identityNumber }) => codeCell(identityNumber),
  creditCode: ({ creditCode }) => codeCell(creditCode),
  legalRepresentative: ({ legalRepresentative }) => textCell(legalRepresentative),
  registeredCapital: ({ registeredCapital }) => moneyCell(registeredCapital),
  foundedOn: ({ foundedOn }) => dateCell(foundedOn),
  website: ({ website }) => textCell(website),
  taxId: ({ taxId }) => codeCell(taxId),
  bankName: ({ bankName }) => textCell(bankName),
  bankAccount: ({ bankAccount }) => codeCell(bankAccount),
  registeredAddress: ({ registeredAddress }) => textCell(registeredAddress),
  registeredPhone: ({ registeredPhone }) => codeCell(registeredPhone),
  notes: ({ notes }) => textCell(notes),
  doubts: ({ doubts }, { language }) =>
    textCell(doubts.map(({ reason }) => doubtLabels[language][reason]).join('；')),
  createdAt: ({ createdAt }) => timeCell(createdAt),
  updatedAt: ({ updatedAt }) => timeCell(updatedAt),
};

/** Excel's units: about one per digit, two per Chinese character. */
const widths: Partial<Record<SheetColumn, number>> = {
  name: 30,
  address: 36,
  registeredAddress: 36,
  notes: 40,
  contacts: 36,
  contactMethods: 30,
  creditCode: 22,
  identityNumber: 22,
  bankAccount: 24,
  email: 24,
  stage: 8,
  level: 8,
  gender: 8,
  kind: 8,
};
const usualWidth = 16;

const column = (name: SheetColumn, context: ColumnContext, cellOf: CellOf): SheetColumnWriter => ({
  header: columnLabels[context.language][name],
  width: widths[name] ?? usualWidth,
  cell: (customer) => cellOf(customer, context),
});

/** A custom field as its type writes itself; a choice and 是/否 in words. */
const customColumn = ({ id, name, type }: CustomField, { language }: ColumnContext): SheetColumnWriter => ({
  header: name,
  width: type === 'text' ? 24 : usualWidth,
  cell: ({ custom }) => {
    const value = custom.find(({ fieldId }) => fieldId === id)?.value ?? '';
    if (value === '') return textCell('');
    // A name such as 年采购额（万元） says what its numbers are; an import reads them so.
    if (type === 'money') return moneyCell(Number(value) / headerUnit(name));
    if (type === 'number') return { type: 'number', value: Number(value) };
    return type === 'date' ? dateCell(value) : textCell(customValueText(type, value, language));
  },
});

const builtInColumns = (names: readonly ExportColumn[], context: ColumnContext): SheetColumnWriter[] =>
  names.map((name) => column(name, context, cells[name]));

/** The columns the user chose, in that order; a custom field that is gone has none. */
export const chosenColumns = (
  names: readonly (ExportColumn | CustomKey)[],
  context: ColumnContext,
): SheetColumnWriter[] =>
  names.flatMap((name) => {
    const fieldId = customFieldId(name);
    if (fieldId === null) return column(name as ExportColumn, context, cells[name as ExportColumn]);
    const field = context.customFields.find(({ id }) => id === fieldId);
    return field ? customColumn(field, context) : [];
  });

/** What a selection makes use of, beyond the fields that every customer has. */
export interface UsedColumns {
  readonly methods: ReadonlySet<ContactMethodType>;
  /** Parts in use of each contact, the first first. */
  readonly contacts: readonly ReadonlySet<ContactPart>[];
  readonly customFields: ReadonlySet<number>;
}

const beforeMethods = ['code', 'name', 'shortName', 'aliases', 'kind'] as const;
const afterMethods = ['tags', 'stage', 'level', 'industry', 'size'] as const;
const afterRegion = [
  'address',
  'postcode',
  'source',
  'owner',
  'gender',
  'birthday',
  'identityNumber',
  'creditCode',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'website',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
  'notes',
] as const;

/** Every column that an import can bring back: one row a customer, its contacts side by side. */
export const allColumns = (used: UsedColumns, context: ColumnContext): SheetColumnWriter[] => [
  ...builtInColumns(beforeMethods, context),
  ...contactMethodTypes
    .filter((type) => used.methods.has(type))
    .map((type) => column(type, context, (customer) => methodCell(customer.methods, type))),
  ...builtInColumns(afterMethods, context),
  ...(['province', 'city', 'district'] as const).map((part) =>
    column(part, context, (customer) => textCell(customer[part])),
  ),
  ...builtInColumns(afterRegion, context),
  ...context.customFields
    .filter(({ id }) => used.customFields.has(id))
    .map((field) => customColumn(field, context)),
  ...used.contacts.flatMap((parts, index) =>
    contactParts.filter((part) => parts.has(part)).map((part) => contactColumn(index, part, context)),
  ),
];

const methodCell = (methods: readonly ContactMethod[], type: ContactMethodType): Cell =>
  codeCell(methodsOf(methods, type));

const contactColumn = (index: number, part: ContactPart, { language }: ColumnContext): SheetColumnWriter => ({
  header: contactLabel(language, index, part),
  width: usualWidth,
  cell: ({ contacts }) => {
    const contact = contacts[index];
    if (!contact) return textCell('');
    if (part === 'name' || part === 'title' || part === 'department') return textCell(contact[part]);
    return methodCell(contact.methods, part);
  },
});
