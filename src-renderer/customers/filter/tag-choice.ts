import type { CustomerFilter } from '../../../src-shared/customers.ts';

/** How a tag narrows the list: its customers are wanted, unwanted, or it does not matter. */
export type TagChoice = 'wanted' | 'unwanted' | 'free';
/** Whether one of the wanted tags is enough, or all are needed. */
export type TagMode = 'any' | 'all';

export const tagModeOf = (filter: CustomerFilter): TagMode => (filter.tagsAll?.length ? 'all' : 'any');

export const wantedTags = (filter: CustomerFilter): number[] => [
  ...new Set([...(filter.tagsAny ?? []), ...(filter.tagsAll ?? [])]),
];

export const tagChoice = (filter: CustomerFilter, tagId: number): TagChoice => {
  if (wantedTags(filter).includes(tagId)) return 'wanted';
  return filter.tagsNone?.includes(tagId) ? 'unwanted' : 'free';
};

const withWanted = (filter: CustomerFilter, wanted: readonly number[], mode: TagMode): CustomerFilter => {
  const list = wanted.length === 0 ? undefined : [...wanted];
  return {
    ...filter,
    tagsAny: mode === 'any' ? list : undefined,
    tagsAll: mode === 'all' ? list : undefined,
  };
};

/** The filter with another choice for one tag; the mode of the wanted ones stays. */
export const chooseTag = (filter: CustomerFilter, tagId: number, choice: TagChoice): CustomerFilter => {
  const wanted = wantedTags(filter).filter((id) => id !== tagId);
  const unwanted = (filter.tagsNone ?? []).filter((id) => id !== tagId);
  if (choice === 'wanted') wanted.push(tagId);
  if (choice === 'unwanted') unwanted.push(tagId);
  return {
    ...withWanted(filter, wanted, tagModeOf(filter)),
    tagsNone: unwanted.length === 0 ? undefined : unwanted,
  };
};

export const chooseTagMode = (filter: CustomerFilter, mode: TagMode): CustomerFilter =>
  withWanted(filter, wantedTags(filter), mode);
