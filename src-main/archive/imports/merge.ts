import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import { looksLikeCompany } from '../../../src-shared/company-names.ts';
import type { Customer, Kind } from '../../../src-shared/customers.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import type { RowContact, RowDraft, RowFields, RowMethod } from './row-draft.ts';

export interface MergedMethod {
  readonly id?: number;
  readonly type: ContactMethodType;
  readonly value: string;
  readonly normal: string;
  readonly label: string;
}

export interface MergedContact {
  readonly id?: number;
  name: string;
  title: string;
  department: string;
  notes: string;
  readonly methods: MergedMethod[];
}

/** A customer while rows are added to it: of the archive, or made from the first of its rows. */
export interface MergedCustomer {
  /** Null for a customer that the file makes new. */
  readonly id: number | null;
  kind: Kind;
  name: string;
  readonly fields: RowFields;
  readonly aliases: string[];
  readonly tags: string[];
  readonly methods: MergedMethod[];
  readonly contacts: MergedContact[];
}

/** What one row adds to a customer. Lists are `aliases`, `tags`, `methods` and `contacts`. */
export interface MergeChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A customer of the archive, ready to be added to. */
export function mergedOf(customer: Customer, tagNames: ReadonlyMap<number, string>): MergedCustomer {
  const { id, kind, name, aliases, tagIds, methods, contacts } = customer;
  return {
    id,
    kind,
    name,
    fields: { ...customer },
    aliases: [...aliases],
    tags: tagIds.flatMap((tagId) => tagNames.get(tagId) ?? []),
    methods: [...methods],
    contacts: contacts.map((contact) => ({ ...contact, methods: [...contact.methods] })),
  };
}

/** A new customer from its first row. */
export function mergedFrom(row: RowDraft): MergedCustomer {
  return {
    id: null,
    kind: row.kind,
    name: row.name,
    fields: { ...row.fields },
    aliases: [...row.aliases],
    tags: [...row.tags],
    methods: [...row.methods],
    contacts: row.contacts.map((contact) => ({ ...contact, methods: [...contact.methods] })),
  };
}

/**
 * Adds a row to a customer and says what that changes: gaps are filled, lists and notes are added to, nothing that
 * is there is replaced, and an empty cell erases nothing. Adding the same row again changes nothing.
 */
export function mergeRow(customer: MergedCustomer, row: RowDraft): MergeChange[] {
  const changes: MergeChange[] = [];
  mergeName(customer, row, changes);
  mergePlace(customer.fields, row.fields, changes);
  mergeFields(customer.fields, row.fields, changes);
  mergeNotes(customer.fields, row.fields.notes ?? '', changes);
  mergeList(customer.aliases, row.aliases, 'aliases', [customer.name], changes);
  mergeList(customer.tags, row.tags, 'tags', [], changes);
  for (const contact of row.contacts) mergeContact(customer, contact, changes);
  const known = [customer.methods, ...customer.contacts.map((contact) => contact.methods)].flat();
  addMethods(customer.methods, row.methods, known, changes);
  return changes;
}

const squeeze = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Another spelling is kept as short name or alias; a new customer takes the fuller of its names. */
function mergeName(customer: MergedCustomer, row: RowDraft, changes: MergeChange[]): void {
  let [kept, other] = [customer.name, row.name];
  if (squeeze(kept) === squeeze(other) || other === '') return;
  if (customer.id === null && other.includes(kept) && looksLikeCompany(other)) {
    changes.push({ field: 'name', before: kept, after: other });
    [kept, other] = [other, kept];
    customer.name = kept;
  }
  if (customer.fields.shortName === other || customer.aliases.includes(other)) return;
  if (!customer.fields.shortName && kept.includes(other)) {
    customer.fields.shortName = other;
    changes.push({ field: 'shortName', before: '', after: other });
    return;
  }
  customer.aliases.push(other);
  changes.push({ field: 'aliases', before: '', after: other });
}

const placeLevels = ['province', 'city', 'district'] as const;

/** Region and address belong together: they are filled only where the row speaks of the same place. */
function mergePlace(fields: RowFields, row: RowFields, changes: MergeChange[]): void {
  const differs = placeLevels.some((level) => fields[level] && row[level] && fields[level] !== row[level]);
  const hasOtherAddress = fields.address && row.address && fields.address !== row.address;
  if (differs || hasOtherAddress) return;
  for (const level of [...placeLevels, 'address'] as const) {
    const value = row[level];
    if (fields[level] || !value) continue;
    fields[level] = value;
    changes.push({ field: level, before: '', after: value });
  }
}

const apart: ReadonlySet<string> = new Set([...placeLevels, 'address', 'notes']);

function mergeFields(fields: RowFields, row: RowFields, changes: MergeChange[]): void {
  const current = new Map<string, unknown>(Object.entries(fields));
  for (const [field, value] of Object.entries(row)) {
    if (apart.has(field) || value === '' || value === null || value === undefined) continue;
    const before = current.get(field);
    if (before !== '' && before !== null && before !== undefined) continue;
    Object.assign(fields, { [field]: value });
    changes.push({ field, before: '', after: String(value) });
  }
}

function mergeNotes(fields: RowFields, notes: string, changes: MergeChange[]): void {
  const before = fields.notes ?? '';
  if (notes === '' || before.includes(notes)) return;
  const lines =
    before === '' ? [notes] : notes.split('\n').filter((line) => !before.split('\n').includes(line));
  if (lines.length === 0) return;
  const after = [before, ...lines]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 50_000);
  fields.notes = after;
  changes.push({ field: 'notes', before, after });
}

function mergeList(
  list: string[],
  more: readonly string[],
  field: string,
  known: readonly string[],
  changes: MergeChange[],
): void {
  for (const value of more) {
    if (list.includes(value) || known.includes(value)) continue;
    list.push(value);
    changes.push({ field, before: '', after: value });
  }
}

/** People of one name at one customer are one person; somebody without a name is known by title or number. */
function sameContact(contacts: readonly MergedContact[], row: RowContact): MergedContact | undefined {
  const sharesNumber = (contact: MergedContact): boolean =>
    row.methods.some((method) => has(contact.methods, method));
  const sharesTitle = (contact: MergedContact): boolean => row.title !== '' && contact.title === row.title;
  const isNameless = (contact: MergedContact): boolean =>
    contact.name === '' && contact.department === row.department;
  if (row.name === '')
    return contacts.find(sharesNumber) ?? contacts.find(sharesTitle) ?? contacts.find(isNameless);
  const same = contacts.filter((contact) => nameOf(contact) === nameOf(row));
  return same.find(sharesNumber) ?? same.find(sharesTitle) ?? same[0];
}

const nameOf = ({ name }: { readonly name: string }): string => squeeze(name) || name;

function mergeContact(customer: MergedCustomer, row: RowContact, changes: MergeChange[]): void {
  const found = sameContact(customer.contacts, row);
  if (!found) {
    customer.contacts.push({ ...row, methods: [...row.methods] });
    const numbers = row.methods.map(({ value }) => value).join('、');
    changes.push({
      field: 'contacts',
      before: '',
      after: [row.name || row.title || row.department, numbers].filter(Boolean).join(' '),
    });
    return;
  }
  for (const field of ['title', 'department'] as const) {
    if (found[field] !== '' || row[field] === '') continue;
    found[field] = row[field];
    changes.push({ field: `contacts.${field}`, before: '', after: row[field] });
  }
  addMethods(found.methods, row.methods, [...found.methods, ...customer.methods], changes);
}

function addMethods(
  list: MergedMethod[],
  more: readonly RowMethod[],
  known: readonly MergedMethod[],
  changes: MergeChange[],
): void {
  for (const method of more) {
    if (has(known, method) || has(list, method)) continue;
    list.push(method);
    changes.push({ field: 'methods', before: '', after: method.value });
  }
}

const has = (methods: readonly MergedMethod[], method: MergedMethod): boolean =>
  methods.some((other) => methodKey(other) === methodKey(method));

/** A number is the same whether it was called mobile or phone, and however it is spaced. */
function methodKey({ type, value, normal }: MergedMethod): string {
  const isPhone = type === 'mobile' || type === 'phone';
  const text = normal || (isPhone ? squeeze(value) : '') || value;
  return `${isPhone ? 'phone' : type}:${text.replace(/\s+/gu, ' ')}`;
}
