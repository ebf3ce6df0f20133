import type { Customer, Match, Range } from '../../../src-shared/customers.ts';

/** Where the query stands in a text, for highlighting. */
export function matchRanges(text: string, query: string): Range[] {
  const at = query === '' ? -1 : text.indexOf(query);
  return at < 0 ? [] : [[at, at + query.length]];
}

/** Where a query was found in a customer. */
export function findMatches(
  customer: Customer,
  _derived: { contactName: string; mobile: string; email: string },
  _tags: ReadonlyMap<number, string>,
  query: string,
): Match[] {
  const ranges = matchRanges(customer.name, query);
  return ranges.length === 0 ? [] : [{ field: 'name', value: customer.name, ranges }];
}
