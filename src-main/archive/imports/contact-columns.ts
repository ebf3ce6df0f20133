import { shareOf } from './column-evidence.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import type { Naming } from './name-columns.ts';

/** Meanings that belong to a contact where there is one, and to the customer itself otherwise. */
const personal = new Set([
  'mobile',
  'phone',
  'email',
  'wechat',
  'qq',
  'other',
  'contactTitle',
  'contactDepartment',
]);

/**
 * To which contact of the row each column belongs: 0 for the first, null for the customer itself. Columns that
 * can only belong to the customer are missing.
 */
export function assignContacts(
  columns: readonly ColumnMeaning[],
  headers: readonly (readonly string[])[],
  { kind, fields }: Naming,
): Map<number, number | null> {
  const assigned = new Map<number, number | null>();
  const naming = columns.filter(({ column }) => fields.get(column) === 'contactName');
  // 名 beside 姓 names the same person.
  const isSecondHalf = ({ meaning }: ColumnMeaning): boolean =>
    meaning === 'givenName' && naming.some((other) => other.meaning === 'familyName');
  const named = naming.filter((column) => !isSecondHalf(column));
  const indices = contactIndices(named);
  for (const [column, index] of indices) assigned.set(column, index);
  const family = named.find(({ meaning }) => meaning === 'familyName');
  for (const half of naming.filter(isSecondHalf))
    assigned.set(half.column, (family && indices.get(family.column)) ?? 0);

  for (const column of columns) {
    const { meaning, scope } = column;
    if (!personal.has(meaning ?? '')) continue;
    const isDescription = meaning === 'contactTitle' || meaning === 'contactDepartment';
    if (named.length === 0) {
      // 联系人/手机 without a column for the name still speaks of a contact.
      const ofContact = isDescription || (kind === 'company' && scope === 'contact');
      assigned.set(column.column, ofContact ? 0 : null);
      continue;
    }
    const header = (headers[column.column] ?? []).join('');
    const ofContact = isDescription || isOfContact(column, header);
    assigned.set(column.column, ofContact ? nearest(column, named, indices) : null);
  }
  return assigned;
}

function contactIndices(named: readonly ColumnMeaning[]): Map<number, number> {
  const indices = new Map<number, number>();
  for (const { column } of named) indices.set(column, Math.min(indices.size, 9));
  return indices;
}

/** 公司电话 is the customer's, 联系人电话 the contact's; a plain 电话 the contact's when there are mobiles in it. */
function isOfContact({ meaning, scope, evidence }: ColumnMeaning, header: string): boolean {
  if (scope === 'contact' || /联系|对接|contact|个人/iu.test(header)) return true;
  if (scope === 'customer' || /公司|单位|企业|办公|总机|热线|客户|office|company|business/iu.test(header))
    return false;
  return meaning !== 'phone' || shareOf(evidence, 'mobile') > shareOf(evidence, 'phone');
}

/** With several contacts: the one of the same number, else the last one to the left, else the first. */
function nearest(
  { column, number }: ColumnMeaning,
  named: readonly ColumnMeaning[],
  indices: ReadonlyMap<number, number>,
): number {
  if (named.length < 2) return 0;
  const sameNumber = number === null ? undefined : named.find((contact) => contact.number === number);
  const before = named.filter((contact) => contact.column < column).at(-1);
  const chosen = sameNumber ?? before ?? named[0];
  return (chosen && indices.get(chosen.column)) ?? 0;
}
