import type { CustomerFilter } from '../../../src-shared/customers.ts';
import { tidyFilter, type FilterKey } from '../list-address.ts';

/** What can be taken out of a filter at once; each is one chip. Days from and to stand together. */
export const filterParts = [
  'text',
  'tagsAny',
  'tagsAll',
  'tagsNone',
  'kind',
  'stage',
  'level',
  'industry',
  'region',
  'source',
  'owner',
  'created',
  'updated',
  'phone',
  'doubtful',
  'trashed',
  'changeId',
] as const;
export type FilterPart = (typeof filterParts)[number];

const keysOf = (part: FilterPart): readonly FilterKey[] =>
  part === 'created'
    ? ['createdFrom', 'createdTo']
    : part === 'updated'
      ? ['updatedFrom', 'updatedTo']
      : [part];

/** The parts that exclude something now, in the order in which they are shown. */
export const activeParts = (filter: CustomerFilter): FilterPart[] => {
  const tidy = tidyFilter(filter);
  return filterParts.filter((part) => keysOf(part).some((key) => tidy[key] !== undefined));
};

/** The filter as it was before these parts were added. */
export const withoutParts = (filter: CustomerFilter, parts: readonly FilterPart[]): CustomerFilter => {
  const dropped = new Set<string>(parts.flatMap(keysOf));
  return Object.fromEntries(Object.entries(tidyFilter(filter)).filter(([key]) => !dropped.has(key)));
};

/** A list with the value put in, or taken out when it is there; undefined when nothing is left. */
export const toggled = <T>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const rest = (list ?? []).filter((item) => item !== value);
  if (rest.length === (list?.length ?? 0)) return [...rest, value];
  return rest.length === 0 ? undefined : rest;
};
