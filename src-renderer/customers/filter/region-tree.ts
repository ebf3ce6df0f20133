import type { Facet } from '../../../src-shared/customers.ts';

/** A region in use with those inside it; `value` is its path, `浙江省/杭州市`. */
export interface RegionNode {
  readonly value: string;
  readonly name: string;
  readonly count: number | null;
  readonly children: readonly RegionNode[];
}

const parentOf = (path: string): string | null => {
  const at = path.lastIndexOf('/');
  return at === -1 ? null : path.slice(0, at);
};

/**
 * Counted paths as a tree, most frequent first as they come. Chosen regions are in it even when nobody lives
 * there now, so that they can be unticked. A city that is its own province (北京市/北京市) is one level, not two.
 */
export const regionNodes = (facet: Facet | undefined, chosen: readonly string[]): RegionNode[] => {
  const counts = new Map<string, number | null>((facet ?? []).map(({ value, count }) => [value, count]));
  for (const path of chosen) {
    for (let at: string | null = path; at !== null && at !== ''; at = parentOf(at)) {
      if (!counts.has(at)) counts.set(at, facet === undefined ? null : 0);
    }
  }
  const under = new Map<string | null, string[]>();
  for (const path of counts.keys()) {
    if (path === '') continue;
    const parent = parentOf(path);
    under.set(parent, [...(under.get(parent) ?? []), path]);
  }
  const build = (parent: string | null): RegionNode[] =>
    (under.get(parent) ?? []).flatMap((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const children = build(path);
      if (parent === name) return children;
      return [{ value: path, name, count: counts.get(path) ?? null, children }];
    });
  return build(null);
};

/** The chosen regions after a click on one: inside a chosen region, or around it, the click takes its place. */
export const chooseRegion = (chosen: readonly string[] | undefined, value: string): string[] | undefined => {
  const list = chosen ?? [];
  const next = list.includes(value)
    ? list.filter((path) => path !== value)
    : [...list.filter((path) => !path.startsWith(`${value}/`) && !value.startsWith(`${path}/`)), value];
  return next.length === 0 ? undefined : next;
};
