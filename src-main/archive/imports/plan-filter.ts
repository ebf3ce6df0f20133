import { breathe } from '../long-work.ts';
import { toSimplified } from '../search/simplify.ts';
import type { Plan } from './plan.ts';
import type { PlanPage } from './plan-rows.ts';

interface Filtered {
  readonly key: string;
  readonly version: number;
  readonly indices: Uint32Array;
}

/** The newest filter of each plan: its pages come one after another. */
const newest = new WeakMap<Plan, Filtered>();

/** Rows between two turns of the event loop. */
const batch = 1_000;

/** The rows a filter leaves, by index; null for no filter. */
export async function filteredRows(
  plan: Plan,
  { status, text }: Pick<PlanPage, 'status' | 'text'>,
): Promise<Uint32Array | null> {
  const wanted = folded(text ?? '');
  if (status === undefined && wanted === '') return null;
  const key = `${status ?? ''} ${wanted}`;
  const known = newest.get(plan);
  if (known?.key === key && known.version === plan.version) return known.indices;
  const { version } = plan;
  const found = new Uint32Array(plan.length);
  let count = 0;
  for (let index = 0; index < plan.length; index++) {
    if (wanted !== '' && index % batch === 0) await breathe();
    if (status !== undefined && plan.statusOf(index) !== status) continue;
    if (wanted === '' || plan.cells(index).some((cell) => folded(cell.text).includes(wanted)))
      found[count++] = index;
  }
  const indices = found.slice(0, count);
  newest.set(plan, { key, version, indices });
  return indices;
}

const folded = (text: string): string =>
  toSimplified(text.normalize('NFKC').toLowerCase()).replace(/\s+/gu, '');
