import { z } from 'zod';
import {
  customerColumnSchema,
  customerFilterSchema,
  customerSortSchema,
  type CustomerColumn,
  type CustomerFilter,
  type CustomerSort,
} from '../../src-shared/customers.ts';
import { isRealDate } from '../../src-shared/dates.ts';

/** What the address of a list says: `#/customers?stage=active&sort=-updatedAt&view=3`. */
export interface ListAddress {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort | null;
  /** The saved view that was opened; the rest of the address may have moved on from it. */
  readonly view: number | null;
  /** Columns of the opened view; without one they are a preference of this PC. */
  readonly columns: readonly CustomerColumn[] | null;
}

export type FilterKey = keyof CustomerFilter;

/** The parts of a filter in the order in which they are shown. */
export const filterKeys = Object.keys(customerFilterSchema.shape) as FilterKey[];

const numberLists: ReadonlySet<string> = new Set(['tagsAny', 'tagsAll', 'tagsNone']);
const textLists: ReadonlySet<string> = new Set([
  'kind',
  'stage',
  'level',
  'industry',
  'source',
  'owner',
  'region',
  'custom',
]);
const days: ReadonlySet<string> = new Set(['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo']);
const flags: ReadonlySet<string> = new Set(['doubtful', 'trashed']);

/** What one parameter means by its schema; undefined where it means nothing, so that the rest still counts. */
function readPart(key: FilterKey, values: readonly string[]): unknown {
  const schema: z.ZodType = customerFilterSchema.shape[key];
  if (numberLists.has(key) || textLists.has(key)) {
    const items: readonly unknown[] = numberLists.has(key) ? values.map(Number) : values;
    const good = [...new Set(items)].filter((item) => schema.safeParse([item]).success).slice(0, 200);
    return good.length === 0 ? undefined : good;
  }
  const [value] = values;
  if (flags.has(key)) return value === '1' ? true : undefined;
  if (days.has(key) && !isRealDate(value ?? '')) return undefined;
  const read = schema.safeParse(key === 'changeId' ? Number(value) : value);
  return read.success ? read.data : undefined;
}

function readFilter(parameters: URLSearchParams): CustomerFilter {
  const parts = filterKeys.flatMap((key) => {
    const values = parameters.getAll(key);
    const part = values.length === 0 ? undefined : readPart(key, values);
    return part === undefined || part === '' ? [] : [[key, part] as const];
  });
  const filter = customerFilterSchema.safeParse(Object.fromEntries(parts));
  return filter.success ? filter.data : {};
}

const readSort = (text: string | null): CustomerSort | null => {
  if (text === null) return null;
  const sort = customerSortSchema.safeParse({
    column: text.replace(/^-/u, ''),
    direction: text.startsWith('-') ? 'desc' : 'asc',
  });
  return sort.success ? sort.data : null;
};

const viewSchema = z.coerce.number().int().positive();

/** Reads the search of an address. What it does not understand it leaves out; it never throws. */
export const readAddress = (search: string): ListAddress => {
  const parameters = new URLSearchParams(search);
  const view = viewSchema.safeParse(parameters.get('view'));
  const columns = (parameters.get('columns') ?? '')
    .split(',')
    .filter((column): column is CustomerColumn => customerColumnSchema.safeParse(column).success);
  return {
    filter: readFilter(parameters),
    sort: readSort(parameters.get('sort')),
    view: view.success ? view.data : null,
    columns: columns.length === 0 ? null : [...new Set(columns)],
  };
};

/** A filter without the parts that exclude nothing, in a fixed order, so that equal filters look equal. */
export const tidyFilter = (filter: CustomerFilter): CustomerFilter =>
  Object.fromEntries(
    filterKeys.flatMap((key) => {
      const part = filter[key];
      const empty =
        part === undefined ||
        part === false ||
        (Array.isArray(part) && part.length === 0) ||
        (typeof part === 'string' && part.trim() === '');
      return empty ? [] : [[key, part]];
    }),
  );

/** Writes an address as {@link readAddress} reads it; lists as repeated parameters, '' when there is nothing to say. */
export const writeAddress = ({ filter, sort, view, columns }: Partial<ListAddress>): string => {
  const parameters = new URLSearchParams();
  for (const [key, part] of Object.entries(tidyFilter(filter ?? {}))) {
    if (Array.isArray(part)) for (const item of part) parameters.append(key, String(item));
    else parameters.append(key, part === true ? '1' : String(part));
  }
  if (sort) parameters.append('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.column}`);
  if (view) parameters.append('view', String(view));
  if (columns) parameters.append('columns', columns.join(','));
  return parameters.toString();
};

const comparable = (filter: CustomerFilter): string =>
  JSON.stringify(tidyFilter(filter), (_, value: unknown) =>
    Array.isArray(value) ? [...(value as (string | number)[])].sort() : value,
  );

/** Whether two filters let the same customers through, whatever the order in which they were written. */
export const sameFilter = (one: CustomerFilter, other: CustomerFilter): boolean =>
  comparable(one) === comparable(other);
