import { sql, type RawBuilder } from 'kysely';
import type { Database } from 'better-sqlite3';
import { customFieldId, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type {
  Customer,
  CustomerFilter,
  CustomerRow,
  CustomerSort,
  Doubt,
  Selection,
} from '../../../src-shared/customers.ts';
import type { ReadonlyKysely } from '../database/tables.ts';
import { findMatches } from '../search/matches.ts';
import { countFullText, matchExpression } from '../search/full-text.ts';
import { searchWords } from '../search/search-words.ts';
import type { Session } from '../session.ts';
import { customOrder, sortedField } from './custom-filter.ts';
import { filterConditions, isOnlyText, textExpression } from './filter.ts';
import { prepared } from '../statements.ts';
import { loadCustomersSync } from './load.ts';
import { orderedIds } from './ordered-ids.ts';

const sortColumn = {
  code: 'code',
  name: 'nameSort',
  shortName: 'shortName',
  kind: 'kind',
  contactName: 'contactName',
  mobile: 'mobile',
  level: 'level',
  industry: 'industry',
  size: 'size',
  address: 'address',
  source: 'source',
  owner: 'owner',
  gender: 'gender',
  birthday: 'birthday',
  creditCode: 'creditCode',
  identityNumber: 'identityNumber',
  legalRepresentative: 'legalRepresentative',
  registeredCapital: 'registeredCapital',
  foundedOn: 'foundedOn',
  email: 'email',
  notes: 'notes',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
} as const;

const stageOrder = sql`case customers.stage when 'lead' then 1 when 'prospect' then 2 when 'active' then 3
  when 'dormant' then 4 when 'lost' then 5 else 6 end`;

const indexedOrders: readonly CustomerSort['column'][] = ['name', 'code', 'createdAt', 'updatedAt'];

/** Whether an index gives the order, so that a page needs no scan. */
const hasIndexedOrder = (sort: CustomerSort | null): boolean =>
  sort === null || indexedOrders.includes(sort.column);

type SortedField = NonNullable<Awaited<ReturnType<typeof sortedField>>>;
type BuiltInSort = Exclude<CustomerSort['column'], CustomKey>;

const newestFirst = { column: 'updatedAt', direction: 'desc' } as const;

const isBuiltIn = (column: CustomerSort['column']): column is BuiltInSort => customFieldId(column) === null;

/** Empty values come last in either direction; equal ones newest first, so that the order is always the same. */
function orderTerms(sort: CustomerSort | null, field: SortedField | null): RawBuilder<unknown> {
  const { column, direction } = sort ?? newestFirst;
  const way = sql.raw(direction);
  if (field) {
    const value = customOrder(field);
    return sql`${value} is null, ${value} ${way}, customers.id desc`;
  }
  // A field that is gone orders nothing.
  if (!isBuiltIn(column)) return orderTerms(null, null);
  if (column === 'stage') return sql`${stageOrder} ${way}, customers.id desc`;
  if (column === 'region') {
    return sql`customers.province = '', customers.province ${way}, customers.city ${way}, customers.district ${way}, customers.id desc`;
  }
  const name = sql.ref(`customers.${sortColumn[column]}`);
  // These are never empty, and without the extra term their index gives the order.
  if (hasIndexedOrder({ column, direction })) {
    return sql`${name} ${way}, customers.id ${way}`;
  }
  return sql`${name} is null or ${name} = '', ${name} ${way}, customers.id desc`;
}

const selectedCustomers = (db: ReadonlyKysely, filter: CustomerFilter, fewByText = false) =>
  db.selectFrom('customers').where((eb) => eb.and(filterConditions(eb, filter, undefined, fewByText)));

export interface ListInput {
  filter: CustomerFilter;
  sort: CustomerSort | null;
  offset: number;
  limit: number;
}

// Above this many hits nobody looks for the best one, and sorting them all would make typing wait.
const mostRanked = 2_000;

/** One page of the list and how many there are in all. */
export async function listCustomers(
  session: Session,
  input: ListInput,
): Promise<{ rows: CustomerRow[]; total: number }> {
  const { total, ids } = await pageOfIds(session, input);
  return { rows: rowsOf(session.sqlite, ids, input.filter.text ?? ''), total };
}

interface PageOfIds {
  total: number;
  ids: readonly number[];
}

async function pageOfIds(session: Session, input: ListInput): Promise<PageOfIds> {
  const { filter, sort, offset, limit } = input;
  const expression = textExpression(filter);
  let fewByText = false;
  if (expression !== null && isOnlyText(filter)) {
    const total = countFullText(session.sqlite, expression);
    fewByText = total <= mostRanked;
    if (!fewByText && sort === null)
      return { total, ids: newestByText(session.sqlite, expression, offset, limit) };
  }
  if (isOnlyText(filter) && expression === null && hasIndexedOrder(sort)) {
    const total = await countByFilter(session, filter);
    const page = await inOrder(session.reader, filter, orderTerms(sort, null))
      .limit(limit)
      .offset(offset)
      .execute();
    return { total, ids: page.map(({ id }) => id) };
  }
  const field = await sortedField(session.reader, sort);
  const order = expression !== null && sort === null ? bestFirst(filter.text ?? '') : orderTerms(sort, field);
  const ids = orderedIds(session, inOrder(session.reader, filter, order, fewByText).compile());
  return { total: ids.length, ids: ids.slice(offset, offset + limit) };
}

const inOrder = (db: ReadonlyKysely, filter: CustomerFilter, order: RawBuilder<unknown>, fewByText = false) =>
  selectedCustomers(db, filter, fewByText).select('customers.id').orderBy(order);

const newestByText = (sqlite: Database, expression: string, offset: number, limit: number): number[] =>
  prepared(
    sqlite,
    'select rowid from customerSearch where customerSearch match ? order by rowid desc limit ? offset ?',
  )
    .pluck()
    .all(expression, limit, offset) as number[];

/** Without a sort of the user's, who is called exactly so comes first, then whose name begins so, then the newest. */
function bestFirst(text: string): RawBuilder<unknown> {
  const wanted = text.trim();
  return sql`case
      when ${wanted} in (customers.name, customers.shortName, customers.code, customers.contactName) then 0
      when substr(customers.name, 1, ${wanted.length}) = ${wanted} then 1
      when substr(customers.shortName, 1, ${wanted.length}) = ${wanted} then 2
      when instr(customers.name, ${wanted}) > 0 then 3
      else 4 end, customers.updatedAt desc, customers.id desc`;
}

export async function countByFilter({ reader, sqlite }: Session, filter: CustomerFilter): Promise<number> {
  const expression = textExpression(filter);
  if (expression !== null && isOnlyText(filter)) return countFullText(sqlite, expression);
  const { count } = await selectedCustomers(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many customers a selection means. */
export async function countSelected(session: Session, selection: Selection): Promise<number> {
  if ('filter' in selection && selection.except.length === 0) return countByFilter(session, selection.filter);
  return (await selectedCustomerIds(session.reader, selection)).length;
}

/** Ids of a selection: those ticked (as far as they exist), or all that the filter finds but for the exceptions. */
export async function selectedCustomerIds(
  db: ReadonlyKysely,
  selection: Selection,
  sort: CustomerSort | null = null,
): Promise<number[]> {
  const order = orderTerms(sort, await sortedField(db, sort));
  if ('ids' in selection) {
    const rows = await db
      .selectFrom('customers')
      .select('id')
      .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(selection.ids)}))`)
      .orderBy(order)
      .execute();
    return rows.map(({ id }) => id);
  }
  const except = new Set(selection.except);
  const rows = await selectedCustomers(db, selection.filter).select('customers.id').orderBy(order).execute();
  return rows.flatMap(({ id }) => (except.has(id) ? [] : id));
}

const derivedAmong =
  'select id, contactName, mobile, email from customers where id in (select value from json_each(?))';

function rowsOf(sqlite: Database, ids: readonly number[], text: string): CustomerRow[] {
  const customers = loadCustomersSync(sqlite, ids);
  const derived = new Map(
    (
      prepared(sqlite, derivedAmong).all(JSON.stringify(ids)) as {
        id: number;
        contactName: string;
        mobile: string;
        email: string;
      }[]
    ).map((row) => [row.id, row]),
  );
  const shared = sharedIdentityNumbers(sqlite, [...customers.values()]);
  const words = searchWords(sqlite);
  const highlight = matchExpression(text) !== null;
  return ids.flatMap((id) => {
    const customer = customers.get(id);
    const extra = derived.get(id);
    if (!customer || !extra) return [];
    return {
      id,
      kind: customer.kind,
      code: customer.code,
      name: customer.name,
      shortName: customer.shortName,
      stage: customer.stage,
      level: customer.level,
      industry: customer.industry,
      size: customer.size,
      province: customer.province,
      city: customer.city,
      district: customer.district,
      address: customer.address,
      source: customer.source,
      owner: customer.owner,
      gender: customer.gender,
      birthday: customer.birthday,
      creditCode: customer.creditCode,
      identityNumber: customer.identityNumber,
      legalRepresentative: customer.legalRepresentative,
      registeredCapital: customer.registeredCapital,
      foundedOn: customer.foundedOn,
      contactName: extra.contactName,
      mobile: extra.mobile,
      email: extra.email,
      notes: customer.notes.slice(0, 200),
      tagIds: customer.tagIds,
      custom: customer.custom,
      doubts: shared.has(customer.identityNumber)
        ? [...customer.doubts, usedTwice(customer.identityNumber)]
        : customer.doubts,
      createdAt: customer.createdAt,
      updatedAt: customer.updatedAt,
      trashedAt: customer.trashedAt,
      matches: highlight ? findMatches(customer, extra, words, text) : [],
    };
  });
}

const usedTwice = (value: string): Doubt => ({
  field: 'identityNumber',
  reason: 'identityNumberUsedTwice',
  value,
});

// That none is empty has to be said: only then may the index be used that holds no empty ones. The plus keeps the planner
// from one that begins with trashedAt.
const sharedAmong = `select identityNumber from customers
  where identityNumber <> '' and +trashedAt is null and identityNumber in (select value from json_each(?))
  group by identityNumber having count(*) > 1`;

function sharedIdentityNumbers(sqlite: Database, customers: readonly Customer[]): Set<string> {
  const numbers = [...new Set(customers.map(({ identityNumber }) => identityNumber).filter(Boolean))];
  if (numbers.length === 0) return new Set();
  const shared = prepared(sqlite, sharedAmong).pluck().all(JSON.stringify(numbers)) as string[];
  return new Set(shared);
}
