import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import type { MergeChange, MergedContact, MergedCustomer, MergedMethod } from './merge.ts';
import type { MergePolicies } from './merge-policies.ts';
import type { RowContact, RowMethod } from './row-draft.ts';

/** Adds the people of a row. People of one name at one customer are one person. */
export function mergeContacts(
  customer: MergedCustomer,
  contacts: readonly RowContact[],
  policies: MergePolicies,
  changes: MergeChange[],
): void {
  const policy = policies.of('contactName');
  const takesNew = policy === 'append' || (policy === 'fill' && customer.contacts.length === 0);
  for (const contact of contacts) {
    const found = sameContact(customer.contacts, contact);
    if (found) mergeContact(customer, found, contact, policies, changes);
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
): void {
  for (const [field, target] of [
    ['title', 'contactTitle'],
    ['department', 'contactDepartment'],
  ] as const) {
    const [before, after] = [found[field], row[field]];
    const policy = policies.of(target);
    if (after === '' || after === before || policy === 'keep') continue;
    if (before !== '' && policy !== 'overwrite') continue;
    found[field] = after;
    changes.push({ field: `contacts.${field}`, before, after });
  }
  mergeMethods(found.methods, row.methods, [...found.methods, ...customer.methods], policies, changes);
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
  return same.find(sharesNumber) ?? same.find(sharesTitle) ?? same[0];
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
  const gone = list.filter((method) => method.type === type && !has(wanted, method));
  const added = wanted.filter((method) => !has(list, method));
  if (gone.length === 0 && added.length === 0) return;
  for (const method of gone) list.splice(list.indexOf(method), 1);
  list.push(...added);
  const text = (methods: readonly MergedMethod[]): string => methods.map(({ value }) => value).join('、');
  changes.push({ field: 'methods', before: text(gone), after: text(added.length > 0 ? added : wanted) });
}

/** Whether one of the methods is this one, however it is written. */
export const has = (methods: readonly MergedMethod[], method: MergedMethod): boolean =>
  methods.some((other) => methodKey(other) === methodKey(method));

/** A number is the same whether it was called mobile or phone, and however it is spaced. */
function methodKey({ type, value, normal }: MergedMethod): string {
  const isPhone = type === 'mobile' || type === 'phone';
  const text = normal || (isPhone ? squeeze(value) : '') || value;
  return `${isPhone ? 'phone' : type}:${text.replace(/\s+/gu, ' ')}`;
}
