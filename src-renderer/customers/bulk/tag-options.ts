import type { Tag } from '../../../src-shared/tags.ts';

export type TagOption =
  { readonly type: 'tag'; readonly tag: Tag } | { readonly type: 'new'; readonly name: string };

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Tags that fit what was typed, those that begin with it first; a new one last when no tag has that very name. */
export const tagOptions = (tags: readonly Tag[], typed: string, withNew: boolean): TagOption[] => {
  const find = folded(typed);
  const fitting = tags.filter(({ name }) => folded(name).includes(find));
  const options: TagOption[] = fitting
    .toSorted((a, b) => Number(folded(b.name).startsWith(find)) - Number(folded(a.name).startsWith(find)))
    .map((tag) => ({ type: 'tag', tag }));
  const exists = tags.some(({ name }) => folded(name) === find);
  return withNew && find !== '' && !exists ? [...options, { type: 'new', name: typed.trim() }] : options;
};

/** The colour for a new tag: the one that fewest tags have, so that neighbours differ. */
export const leastUsedColour = (tags: readonly Tag[], colours: number): number => {
  const uses = Array.from(
    { length: colours },
    (_, colour) => tags.filter((tag) => tag.colour === colour).length,
  );
  return uses.indexOf(Math.min(...uses));
};
