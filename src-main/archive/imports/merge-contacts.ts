import { isAddress } from '../../../src-shared/company-names.ts';
import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import { readPhone } from '../../../src-shared/phones.ts';
import { leadingSurname } from '../../../src-shared/surnames.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import type { MergeChange, MergedContact, MergedCustomer, MergedMethod } from './merge.ts';
import type { MergePolicies } from './merge-policies.ts';
import type { RowContact, RowMethod } from './row-draft.ts';

/**
 * Adds the people of a row. People of one name at one customer are one person, and so are 王经理 and 王强 with one mobile.
 *
 * @param left as {@link mergeRow} takes it
 */
export function mergeContacts(
  customer: MergedCustomer,
  contacts: readonly RowContact[],
  policies: MergePolicies,
  changes: MergeChange[],
  left?: MergeChange[],
): void {
  const policy = policies.of('contactName');
  const takesNew = policy === 'append' || (policy === 'fill' && customer.contacts.length === 0);
  for (const contact of contacts) {
    const found = sameContact(customer.contacts, contact);
    if (found) mergeContact(customer, found, contact, policies, changes, left);
    else if (takesNew) addContact(customer, contact, changes);
  }
}

function addContact(customer: MergedCustomer, row: RowContact, changes: MergeChange[]): void {
  customer.contacts.push({ ...row, methods: [...row.methods] });
  const numbers = row.methods.map(({ value }) => value).join('、');
  changes.push({
    field: 'contacts',
    before: '',
    after: [row.name || row.title || row.department, numbers].filter(Boolean).join(' '),
  });
}

function mergeContact(
  customer: MergedCustomer,
  found: MergedContact,
  row: RowContact,
  policies: MergePolicies,
  changes: MergeChange[],
  left: MergeChange[] | undefined,
): void {
  mergeContactName(found, row.name, policies.of('contactName'), changes, left);
  for (const [field, target] of [
    ['title', 'contactTitle'],
    ['department', 'contactDepartment'],
  ] as const) {
    const [before, after] = [found[field], row[field]];
    const policy = policies.of(target);
    if (after === '' || after === before) continue;
    if (policy === 'keep' || (before !== '' && policy !== 'overwrite')) {
      if (before !== '') left?.push({ field: `contacts.${field}`, before, after });
      continue;
    }
    found[field] = after;
    changes.push({ field: `contacts.${field}`, before, after });
  }
  mergeMethods(found.methods, row.methods, [...found.methods, ...customer.methods], policies, changes);
}

/** A name is put where there was none, or only how people call somebody; that is kept in the notes of the contact. */
function mergeContactName(
  found: MergedContact,
  after: string,
  policy: ColumnPolicy,
  changes: MergeChange[],
  left: MergeChange[] | undefined,
): void {
  const before = found.name;
  if (after === '' || nameOf(found) === nameOf({ name: after })) return;
  if (policy === 'keep' || (before !== '' && isAddress(after))) {
    if (before !== '') left?.push({ field: 'contacts.name', before, after });
    return;
  }
  found.name = after;
  found.notes = [found.notes, before].filter((text) => text !== '').join('\n');
  changes.push({ field: 'contacts.name', before, after });
}

/** Somebody without a name is known by number or title. */
function sameContact(contacts: readonly MergedContact[], row: RowContact): MergedContact | undefined {
  const sharesNumber = (contact: MergedContact): boolean =>
    row.methods.some((method) => has(contact.methods, method));
  const sharesTitle = (contact: MergedContact): boolean => row.title !== '' && contact.title === row.title;
  const isNameless = (contact: MergedContact): boolean =>
    contact.name === '' && contact.department === row.department;
  if (row.name === '')
    return contacts.find(sharesNumber) ?? contacts.find(sharesTitle) ?? contacts.find(isNameless);
  const same = contacts.filter((contact) => nameOf(contact) === nameOf(row));
  const named = same.find(sharesNumber) ?? same.find(sharesTitle) ?? same[0];
  if (named) return named;
  const own = row.methods.filter(({ type }) => isOwn.has(type));
  if (own.length === 0) return undefined;
  return contacts.find(
    (contact) =>
      (contact.name === '' || calls(contact.name, row.name) || calls(row.name, contact.name)) &&
      own.some((method) => has(contact.methods, method)),
  );
}

/** What nobody shares with a colleague, as people do a switchboard. */
const isOwn: ReadonlySet<string> = new Set(['mobile', 'wechat', 'qq']);

/** Whether one is how people call the other: 王经理 or 老王 for 王强. */
function calls(address: string, name: string): boolean {
  if (!isAddress(address) || isAddress(name)) return false;
  const surname = leadingSurname(name);
  return surname !== '' && (address.startsWith(surname) || address.slice(1) === surname);
}

/** Letters and digits of a text, whatever their width and case. */
export const squeeze = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const nameOf = ({ name }: { readonly name: string }): string => squeeze(name) || name;

/**
 * Adds numbers and addresses to those of one holder.
 *
 * @param known those that need not be added: also of others, who have them already.
 */
export function mergeMethods(
  list: MergedMethod[],
  more: readonly RowMethod[],
  known: readonly MergedMethod[],
  policies: MergePolicies,
  changes: MergeChange[],
): void {
  const filled = new Set(list.map(({ type }) => type));
  for (const type of new Set(more.map((method) => method.type))) {
    if (policies.of(type) === 'overwrite') replaceMethods(list, more, type, changes);
  }
  for (const method of more) {
    const policy: ColumnPolicy = policies.of(method.type);
    if (policy !== 'append' && (policy !== 'fill' || filled.has(method.type))) continue;
    if (has(known, method) || has(list, method)) continue;
    list.push(method);
    changes.push({ field: 'methods', before: '', after: method.value });
  }
}

/** Puts what a row has of one type in the place of what is there; those that are the same stay as they are. */
function replaceMethods(
  list: MergedMethod[],
  row: readonly RowMethod[],
  type: MergedMethod['type'],
  changes: MergeChange[],
): void {
  const wanted = row.filter((method) => method.type === type);
  const gone = list.filter((method) => method.type === type && !hasJust(wanted, method));
  const added = wanted.filter((method) => !hasJust(list, method));
  if (gone.length === 0 && added.length === 0) return;
  for (const method of gone) list.splice(list.indexOf(method), 1);
  list.push(...added);
  const text = (methods: readonly MergedMethod[]): string => methods.map(({ value }) => value).join('、');
  changes.push({ field: 'methods', before: text(gone), after: text(added.length > 0 ? added : wanted) });
}

/** Whether one of the methods is this one, however it is written. A number is also there with an extension behind it. */
export const has = (methods: readonly MergedMethod[], method: MergedMethod): boolean =>
  methods.some(
    (other) => isSame(other, method) && (sameExtension(other, method) || extensionOf(method) === ''),
  );

const hasJust = (methods: readonly MergedMethod[], method: MergedMethod): boolean =>
  methods.some((other) => isSame(other, method) && sameExtension(other, method));

const isSame = (one: MergedMethod, other: MergedMethod): boolean => methodKey(one) === methodKey(other);

/** Extensions of one switchboard are different people. */
const sameExtension = (one: MergedMethod, other: MergedMethod): boolean =>
  one.value === other.value || extensionOf(one) === extensionOf(other);

const extensionOf = ({ type, value }: MergedMethod): string =>
  type === 'phone' || type === 'fax' || type === 'mobile' ? readPhone(value).extension : '';

/** A number is the same whether it was called mobile or phone, and however it is spaced. */
function methodKey({ type, value, normal }: MergedMethod): string {
  const isPhone = type === 'mobile' || type === 'phone';
  const text = normal || (isPhone ? squeeze(value) : '') || value;
  const key = `${isPhone ? 'phone' : type}:${text.replace(/\s+/gu, ' ')}`;
  // WeChat does not tell WangQ from wangq.
  return type === 'wechat' ? key.toLowerCase() : key;
}
