import { sql } from 'kysely';
import { customKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerFilter, Facet, Facets } from '../../../src-shared/customers.ts';
import type { ReadonlyKysely } from '../database/tables.ts';
import { breathe, throwIfCancelled } from '../long-work.ts';
import { doubtful, filterConditions, type Dimension } from './filter.ts';

const mostValues = 200;

const among = (db: ReadonlyKysely, filter: CustomerFilter, without: Dimension) =>
  db.selectFrom('customers').where((eb) => eb.and(filterConditions(eb, filter, without)));

async function plainFacet(
  db: ReadonlyKysely,
  filter: CustomerFilter,
  dimension: 'kind' | 'stage' | 'level' | 'industry' | 'source' | 'owner',
): Promise<Facet> {
  return among(db, filter, dimension)
    .select([`customers.${dimension} as value`, (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(`customers.${dimension}`)
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(mostValues)
    .execute();
}

async function tagFacet(db: ReadonlyKysely, filter: CustomerFilter): Promise<Facet> {
  const rows = await among(db, filter, 'tag')
    .innerJoin('customerTags', 'customerTags.customerId', 'customers.id')
    .select(['customerTags.tagId as value', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('customerTags.tagId')
    .orderBy('count', 'desc')
    .orderBy('customerTags.tagId')
    .execute();
  return rows.map(({ value, count }) => ({ value: String(value), count }));
}

/** Provinces, cities and districts with their counts, as paths `省`, `省/市`, `省/市/区`. */
async function regionFacet(db: ReadonlyKysely, filter: CustomerFilter): Promise<Facet> {
  const rows = await among(db, filter, 'region')
    .where('customers.province', '<>', '')
    .select(['province', 'city', 'district', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(['province', 'city', 'district'])
    .execute();
  const counts = new Map<string, number>();
  for (const { province, city, district, count } of rows) {
    const path = [province, city, district];
    for (let depth = 1; depth <= 3; depth += 1) {
      if (path[depth - 1] === '') break;
      const value = path.slice(0, depth).join('/');
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** Options of a choice, or 是 and 否, with their counts; '' for customers without a value. */
async function customFacet(db: ReadonlyKysely, filter: CustomerFilter, fieldId: number): Promise<Facet> {
  const value = sql<string>`coalesce(customFieldValues.value, '')`;
  return among(db, filter, customKey(fieldId))
    .leftJoin('customFieldValues', (join) =>
      join
        .onRef('customFieldValues.customerId', '=', 'customers.id')
        .on('customFieldValues.fieldId', '=', fieldId),
    )
    .select([value.as('value'), (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(value)
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(mostValues)
    .execute();
}

async function countOf(
  db: ReadonlyKysely,
  filter: CustomerFilter,
  without: Dimension,
  condition: 'phone' | 'doubtful' | 'trashed',
): Promise<number> {
  const { count } = await among(db, filter, without)
    .where((eb) =>
      condition === 'phone'
        ? eb('customers.hasPhone', '=', 1)
        : condition === 'doubtful'
          ? doubtful(eb)
          : eb('customers.trashedAt', 'is not', null),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Counts for the filter rail: each dimension under all other parts of the filter. The event loop gets a turn
 * between the dimensions, so that a keystroke's search never waits for all of them; one that was typed over stops counting there.
 */
export async function customerFacets(
  db: ReadonlyKysely,
  filter: CustomerFilter,
  signal?: AbortSignal,
): Promise<Facets> {
  const { count: total } = await db
    .selectFrom('customers')
    .where((eb) => eb.and(filterConditions(eb, filter)))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  const turn = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    await breathe();
    throwIfCancelled(signal);
    return result;
  };
  const custom: Facets['custom'] = [];
  const counted = await db
    .selectFrom('customFields')
    .select('id')
    .where('type', 'in', ['choice', 'boolean'])
    .orderBy('position')
    .execute();
  for (const { id } of counted) {
    custom.push({ fieldId: id, values: await turn(customFacet(db, filter, id)) });
  }
  return {
    total,
    custom,
    tag: await turn(tagFacet(db, filter)),
    kind: await turn(plainFacet(db, filter, 'kind')),
    stage: await turn(plainFacet(db, filter, 'stage')),
    level: await turn(plainFacet(db, filter, 'level')),
    industry: await turn(plainFacet(db, filter, 'industry')),
    region: await turn(regionFacet(db, filter)),
    source: await turn(plainFacet(db, filter, 'source')),
    owner: await turn(plainFacet(db, filter, 'owner')),
    doubtful: await turn(countOf(db, filter, 'doubtful', 'doubtful')),
    withPhone: await turn(countOf(db, filter, 'phone', 'phone')),
    trashed: await turn(countOf(db, filter, 'trashed', 'trashed')),
  };
}

/** Values in use for a free field, most frequent first, those that contain `text`; at most 50. */
export async function fieldValues(
  db: ReadonlyKysely,
  field: 'industry' | 'size' | 'source' | 'owner',
  text: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('customers')
    .select([`customers.${field} as value`, (eb) => eb.fn.countAll<number>().as('count')])
    .where('trashedAt', 'is', null)
    .where(field, '<>', '')
    .where(sql<boolean>`instr(lower(${sql.ref(field)}), lower(${text})) > 0`)
    .groupBy(field)
    .orderBy('count', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ value }) => value);
}
