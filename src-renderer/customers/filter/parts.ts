import { customConditions } from '../../../src-shared/custom-conditions.ts';
import { customFieldId, customKey, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerFilter } from '../../../src-shared/customers.ts';
import { tidyFilter, type FilterKey } from '../list-address.ts';

const builtInParts = [
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
type BuiltInPart = (typeof builtInParts)[number];

/** What can be taken out of a filter at once; each is one chip. Days from and to stand together. */
export type FilterPart = BuiltInPart | CustomKey;

const isBuiltIn = (part: FilterPart): part is BuiltInPart => customFieldId(part) === null;

const keysOf = (part: BuiltInPart): readonly FilterKey[] =>
  part === 'created'
    ? ['createdFrom', 'createdTo']
    : part === 'updated'
      ? ['updatedFrom', 'updatedTo']
      : [part];

/** The parts that exclude something now, in the order in which they are shown. */
export const activeParts = (filter: CustomerFilter): FilterPart[] => {
  const tidy = tidyFilter(filter);
  return [
    ...builtInParts.filter((part) => keysOf(part).some((key) => tidy[key] !== undefined)),
    ...customConditions(tidy.custom).map(({ fieldId }) => customKey(fieldId)),
  ];
};

/** The filter as it was before these parts were added. */
export const withoutParts = (filter: CustomerFilter, parts: readonly FilterPart[]): CustomerFilter => {
  const dropped = new Set<string>(parts.filter(isBuiltIn).flatMap(keysOf));
  const fields = parts.flatMap((part) => customFieldId(part) ?? []);
  const custom = filter.custom?.filter((one) => !fields.some((id) => one.startsWith(`${id}.`)));
  return Object.fromEntries(
    Object.entries(tidyFilter({ ...filter, custom })).filter(([key]) => !dropped.has(key)),
  );
};

/** A list with the value put in, or taken out when it is there; undefined when nothing is left. */
export const toggled = <T>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const rest = (list ?? []).filter((item) => item !== value);
  if (rest.length === (list?.length ?? 0)) return [...rest, value];
  return rest.length === 0 ? undefined : rest;
};
