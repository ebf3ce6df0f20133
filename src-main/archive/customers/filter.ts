import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { customConditions } from '../../../src-shared/custom-conditions.ts';
import { customKey, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerFilter } from '../../../src-shared/customers.ts';
import type { Tables } from '../database/tables.ts';
import { customCondition } from './custom-filter.ts';
import { matchExpression } from '../search/full-text.ts';

type Builder = ExpressionBuilder<Tables, 'customers'>;
type Condition = Expression<SqlBool>;

/** Dimensions that the filter rail counts; each count leaves its own part of the filter out. */
export type Dimension =
  | 'tag'
  | 'kind'
  | 'stage'
  | 'level'
  | 'industry'
  | 'region'
  | 'source'
  | 'owner'
  | 'phone'
  | 'doubtful'
  | 'trashed'
  | CustomKey;

/** Start of a local calendar day as an ISO instant; `days` later when given. */
function dayStart(day: string, days = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + days).toISOString();
}

/** The columns with which the narrow index of the filter rail begins. */
const facets = ['stage', 'level', 'owner', 'source', 'industry', 'kind', 'region'] as const;

/**
 * Customers with any of these tags. Where other parts of the filter leave few customers, each of those is asked for its
 * tags; else all that have the tags are listed once.
 */
function withTag(tagIds: readonly number[], few: boolean): Condition {
  const among = sql`tagId in (select value from json_each(${JSON.stringify(tagIds)}))`;
  return few
    ? sql<SqlBool>`exists (select 1 from customerTags where customerId = customers.id and ${among})`
    : sql<SqlBool>`customers.id in (select customerId from customerTags where ${among})`;
}

/** What the full-text table is asked for the text of a filter; null when the text narrows nothing. */
export const textExpression = (filter: CustomerFilter): string | null =>
  filter.text === undefined ? null : matchExpression(filter.text, filter.trashed ?? false);

/** Whether a filter is nothing but text: then the full-text table alone answers it. */
export const isOnlyText = ({ text: _text, trashed: _trashed, ...rest }: CustomerFilter): boolean =>
  Object.values(rest).every((part) => part === undefined || (Array.isArray(part) && part.length === 0));

/**
 * The filter as conditions on `customers`. A part that is absent excludes nothing, except the trash, which is
 * shown only when asked for. `without` leaves one dimension out, for its own counts.
 *
 * @param fewByText where the text is known to leave so few that they are looked up one by one
 */
export function filterConditions(
  eb: Builder,
  filter: CustomerFilter,
  without?: Dimension,
  fewByText = false,
): Condition[] {
  const conditions: Condition[] = [];
  const given = <T>(values: readonly T[] | undefined): values is readonly T[] =>
    values !== undefined && values.length > 0;

  const narrowed = facets.some((facet) => without !== facet && given<unknown>(filter[facet]));
  // The plus keeps the planner on the narrow index: those of the dates would read every customer for the rest.
  const day = (name: 'createdAt' | 'updatedAt') =>
    narrowed ? sql<string>`+${sql.ref(`customers.${name}`)}` : eb.ref(`customers.${name}`);

  if (without !== 'trashed') {
    // The plus keeps the planner on the ids: an index that begins with trashedAt would be read to its end for them.
    const trashedAt = fewByText ? sql<string>`+customers.trashedAt` : eb.ref('customers.trashedAt');
    conditions.push(eb(trashedAt, filter.trashed ? 'is not' : 'is', null));
  }
  const expression = without === 'trashed' ? null : textExpression(filter);
  if (expression !== null) {
    conditions.push(
      sql<SqlBool>`customers.id in (select rowid from customerSearch where customerSearch match ${expression})`,
    );
  }
  if (without !== 'tag') {
    if (given(filter.tagsAny)) conditions.push(withTag(filter.tagsAny, narrowed));
    for (const tagId of filter.tagsAll ?? []) conditions.push(withTag([tagId], narrowed));
    if (given(filter.tagsNone)) conditions.push(eb.not(withTag(filter.tagsNone, narrowed)));
  }
  for (const dimension of ['kind', 'stage', 'level', 'industry', 'source', 'owner'] as const) {
    const values: readonly string[] | undefined = filter[dimension];
    if (without !== dimension && given(values))
      conditions.push(sql<SqlBool>`${eb.ref(`customers.${dimension}`)} in (${sql.join(values)})`);
  }
  if (without !== 'region' && given(filter.region))
    conditions.push(eb.or(filter.region.map((region) => inRegion(eb, region))));
  if (filter.createdFrom) conditions.push(eb(day('createdAt'), '>=', dayStart(filter.createdFrom)));
  if (filter.createdTo) conditions.push(eb(day('createdAt'), '<', dayStart(filter.createdTo, 1)));
  if (filter.updatedFrom) conditions.push(eb(day('updatedAt'), '>=', dayStart(filter.updatedFrom)));
  if (filter.updatedTo) conditions.push(eb(day('updatedAt'), '<', dayStart(filter.updatedTo, 1)));
  if (without !== 'phone' && filter.phone)
    conditions.push(eb('customers.hasPhone', '=', filter.phone === 'has' ? 1 : 0));
  if (without !== 'doubtful' && filter.doubtful) conditions.push(doubtful(eb));
  if (filter.changeId !== undefined) {
    conditions.push(
      sql<SqlBool>`customers.id in (select customerId from journal where changeId = ${filter.changeId})`,
    );
  }
  for (const condition of customConditions(filter.custom)) {
    if (without !== customKey(condition.fieldId)) conditions.push(customCondition(condition));
  }
  return conditions;
}

function inRegion(eb: Builder, region: string): Condition {
  const [province = '', city, district] = region.split('/');
  return eb.and([
    eb('customers.province', '=', province),
    ...(city === undefined ? [] : [eb('customers.city', '=', city)]),
    ...(district === undefined ? [] : [eb('customers.district', '=', district)]),
  ]);
}

/** Doubts of the record itself, or a 身份证 that another customer carries too. */
export const doubtful = (eb: Builder): Condition =>
  eb.or([
    eb('customers.doubtCount', '>', 0),
    // By id, so that the narrow index still answers; the plus keeps the planner on the index of 身份证.
    sql<SqlBool>`customers.id in (
      select id from customers where identityNumber <> '' and +trashedAt is null and identityNumber in (
        select identityNumber from customers where identityNumber <> '' and +trashedAt is null
        group by identityNumber having count(*) > 1))`,
  ]);
