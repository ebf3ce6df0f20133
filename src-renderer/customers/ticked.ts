import type { CustomerFilter, Selection } from '../../src-shared/customers.ts';

/** Which customers are ticked: some, or all that the filter finds but for some. */
export type Ticked =
  | { readonly all: false; readonly ids: ReadonlySet<number> }
  | { readonly all: true; readonly except: ReadonlySet<number> };

export const nothingTicked: Ticked = { all: false, ids: new Set() };
export const allTicked: Ticked = { all: true, except: new Set() };

export const isTicked = (ticked: Ticked, id: number): boolean =>
  ticked.all ? !ticked.except.has(id) : ticked.ids.has(id);

/** Ticks or unticks these customers. */
export const tick = (ticked: Ticked, ids: Iterable<number>, on: boolean): Ticked => {
  const set = new Set(ticked.all ? ticked.except : ticked.ids);
  for (const id of ids) {
    if (on === ticked.all) set.delete(id);
    else set.add(id);
  }
  return ticked.all ? { all: true, except: set } : { all: false, ids: set };
};

/** How many are ticked of `total` that the filter finds. */
export const countTicked = (ticked: Ticked, total: number): number =>
  ticked.all ? Math.max(0, total - ticked.except.size) : ticked.ids.size;

/** The ticked customers as the contract names them; null when there are none. */
export const toSelection = (ticked: Ticked, filter: CustomerFilter): Selection | null => {
  if (ticked.all) return { filter, except: [...ticked.except] };
  return ticked.ids.size === 0 ? null : { ids: [...ticked.ids] };
};
