import type { ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { Doubt } from '../../../src-shared/customers.ts';
import { has } from './merge-contacts.ts';
import type { MergeChange, MergedCustomer, MergedMethod } from './merge.ts';
import type { RowDraft, RowMethod } from './row-draft.ts';

/**
 * Puts what a corrected row says in the place of what is doubtful in its customer: a field by its name, a number or
 * address by its kind. What is not doubtful is left to the merge, which replaces nothing.
 */
export function correctDoubts(
  customer: MergedCustomer,
  doubts: readonly Doubt[],
  row: RowDraft,
): MergeChange[] {
  const changes: MergeChange[] = [];
  const given = new Map<string, unknown>(Object.entries({ ...row.fields, name: row.name }));
  const current = new Map<string, unknown>(Object.entries({ ...customer.fields, name: customer.name }));
  for (const { field, value: doubtful } of doubts) {
    const value = given.get(field);
    if (typeof value !== 'string' || value === '' || current.get(field) !== doubtful || value === doubtful)
      continue;
    if (field === 'name') customer.name = value;
    else Object.assign(customer.fields, { [field]: value });
    current.set(field, value);
    changes.push({ field, before: doubtful, after: value });
  }
  return [...changes, ...correctMethods(customer, doubts, row)];
}

/** New numbers of the row take the places of doubtful ones of their kind, in order. */
function correctMethods(customer: MergedCustomer, doubts: readonly Doubt[], row: RowDraft): MergeChange[] {
  const wrong = new Set(doubts.map(({ field }) => Number(/(?:^|\.)methods\.(\d+)$/u.exec(field)?.[1])));
  const lists = [customer.methods, ...customer.contacts.map(({ methods }) => methods)];
  const known = lists.flat();
  const fresh = [...row.methods, ...row.contacts.flatMap(({ methods }) => methods)].filter(
    (method) => !has(known, method),
  );
  const changes: MergeChange[] = [];
  for (const list of lists) {
    for (const [place, old] of list.entries()) {
      if (old.id === undefined || !wrong.has(old.id) || isInRow(row, old)) continue;
      const at = fresh.findIndex(({ type }) => classOf(type) === classOf(old.type));
      const [method] = at === -1 ? [] : fresh.splice(at, 1);
      if (!method) continue;
      list[place] = corrected(old, method);
      changes.push({ field: 'methods', before: old.value, after: method.value });
    }
  }
  return changes;
}

/** A doubtful number that the row still says was not corrected. */
const isInRow = (row: RowDraft, method: MergedMethod): boolean =>
  has([...row.methods, ...row.contacts.flatMap(({ methods }) => methods)], method);

const corrected = (old: MergedMethod, { type, value, normal, label }: RowMethod): MergedMethod => ({
  ...(old.id === undefined ? {} : { id: old.id }),
  type,
  value,
  normal,
  label: label || old.label,
});

const classOf = (type: ContactMethodType): string => (type === 'mobile' ? 'phone' : type);
