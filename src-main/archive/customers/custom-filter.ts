import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { CustomCondition } from '../../../src-shared/custom-conditions.ts';
import { customFieldId, type CustomField } from '../../../src-shared/custom-fields.ts';
import type { CustomerSort } from '../../../src-shared/customers.ts';
import type { ReadonlyKysely } from '../database/tables.ts';

const holders = (fieldId: number) =>
  sql`(select customerId from customFieldValues where fieldId = ${fieldId})`;

/**
 * Customers with a value that fits; everybody where the field is gone. The condition stays one set that the planner can
 * begin with: an `or` around it made it look at every customer.
 */
const fitting = (fieldId: number, ...narrowed: RawBuilder<SqlBool>[]) =>
  sql<SqlBool>`customers.id in (select customerId from customFieldValues where ${sql.join(
    [sql<SqlBool>`fieldId = ${fieldId}`, ...narrowed],
    sql` and `,
  )} union all select id from customers where not exists (select 1 from customFields where id = ${fieldId}))`;

/** A bound as `sort` holds it: amounts as numbers, days as text. */
const bound = (limit: string): string | number =>
  /^\d{4}-\d{2}-\d{2}$/u.test(limit) ? limit : Number(limit);

/**
 * One condition on a custom field, answered from the index of its values. On a field that is gone it narrows
 * nothing: a saved view or an address outlives its fields.
 */
export function customCondition(condition: CustomCondition): Expression<SqlBool> {
  const { fieldId, filled, contains, from, to, is = [] } = condition;
  const narrowed: RawBuilder<SqlBool>[] = [];
  if (contains) narrowed.push(sql<SqlBool>`instr(lower(value), lower(${contains})) > 0`);
  if (from) narrowed.push(sql<SqlBool>`sort >= ${bound(from)}`);
  if (to) narrowed.push(sql<SqlBool>`sort <= ${bound(to)}`);
  const parts: RawBuilder<SqlBool>[] = [];
  // Of a field that is gone nobody has a value, so this lets everybody through as it should.
  const lacks = sql<SqlBool>`customers.id not in ${holders(fieldId)}`;
  if (filled === 'lacks') parts.push(lacks);
  if (filled === 'has' || narrowed.length > 0) parts.push(fitting(fieldId, ...narrowed));
  if (is.length > 0) {
    const values = is.filter((value) => value !== '');
    const any = [
      ...(values.length > 0 ? [fitting(fieldId, sql<SqlBool>`value in (${sql.join(values)})`)] : []),
      ...(values.length < is.length ? [lacks] : []),
    ];
    parts.push(any.length === 1 && any[0] ? any[0] : sql<SqlBool>`(${sql.join(any, sql` or `)})`);
  }
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** The custom field that a list is sorted by; null when it is sorted by something else or the field is gone. */
export async function sortedField(
  db: ReadonlyKysely,
  sort: CustomerSort | null,
): Promise<Pick<CustomField, 'id' | 'type' | 'options'> | null> {
  const id = sort === null ? null : customFieldId(sort.column);
  if (id === null) return null;
  const field = await db
    .selectFrom('customFields')
    .select(['id', 'type', 'options'])
    .where('id', '=', id)
    .executeTakeFirst();
  return field ? { ...field, options: JSON.parse(field.options) as string[] } : null;
}

/** What a custom field orders customers by: the place of an option in its list, else the value. */
export function customOrder({
  id,
  type,
  options,
}: Pick<CustomField, 'id' | 'type' | 'options'>): RawBuilder<unknown> {
  const value = sql`(select sort from customFieldValues where customerId = customers.id and fieldId = ${id})`;
  if (type !== 'choice' || options.length === 0) return value;
  const places = options.map((option, place) => sql`when ${option} then ${place}`);
  // An option that was taken off the list comes after those on it; no value stays null.
  return sql`(select case sort ${sql.join(places, sql` `)} else ${options.length} end
    from customFieldValues where customerId = customers.id and fieldId = ${id})`;
}
