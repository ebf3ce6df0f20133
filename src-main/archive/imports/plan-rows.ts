import type { PlanRow, RowStatus } from '../../../src-shared/imports.ts';
import { loadCustomersSync } from '../customers/load.ts';
import type { Session } from '../session.ts';
import type { CustomerRef } from './match-index.ts';
import { normaliseRow } from './normalise.ts';
import type { Plan, PlannedMatch } from './plan.ts';
import { draftOf, foldRows, tagNamesOf } from './settle.ts';

export interface PlanPage {
  readonly status?: RowStatus | undefined;
  readonly doubtful?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** No page works through more rows of one customer than these to show what its last row adds. */
const mostEarlierRows = 200;

/** A page of the plan's rows, with how many the filter leaves. */
export function planRows(session: Session, plan: Plan, page: PlanPage): { rows: PlanRow[]; total: number } {
  const indices: number[] = [];
  let total = 0;
  for (let index = 0; index < plan.length; index++) {
    if (page.status !== undefined && plan.statusOf(index) !== page.status) continue;
    if (page.doubtful !== undefined && plan.isDoubtful(index) !== page.doubtful) continue;
    if (total >= page.offset && indices.length < page.limit) indices.push(index);
    total++;
  }
  const shown = showRows(session, plan, indices);
  return { rows: shown, total };
}

function showRows(session: Session, plan: Plan, indices: readonly number[]): PlanRow[] {
  const refs = new Set<CustomerRef>();
  for (const index of indices) {
    refs.add(plan.refOf(index)).add(plan.matchOf(index)?.ref ?? 0);
  }
  const customers = loadCustomersSync(
    session.sqlite,
    [...refs].filter((ref) => ref > 0),
  );
  const nameOf = (ref: CustomerRef): string =>
    ref > 0 ? (customers.get(ref)?.name ?? '') : (draftOf(plan, plan.makerOf(ref))?.name ?? '');
  const tagNames = tagNamesOf(session);
  const groups = plan.groups();

  return indices.map((index): PlanRow => {
    const cells = plan.cells(index);
    const normalised = normaliseRow(cells, plan.context);
    const status = plan.statusOf(index);
    const match = plan.matchOf(index);
    const ref = plan.refOf(index);
    const joins = (status === 'update' || status === 'create') && (ref > 0 || plan.makerOf(ref) !== index);
    return {
      row: plan.rowNumber(index),
      status,
      decided: plan.isDecided(index),
      name: normalised?.draft.name ?? '',
      values: normalised?.values() ?? [],
      doubts: normalised ? [...normalised.doubts] : [],
      match: match ? shownMatch(plan, match, nameOf) : null,
      changes: joins ? changesOf(index) : [],
    };
  });

  function changesOf(index: number): PlanRow['changes'] {
    const ref = plan.refOf(index);
    const rows = groups.get(ref) ?? [];
    const at = rows.indexOf(index);
    const upToHere = [...rows.slice(0, Math.min(at, mostEarlierRows)), index];
    return foldRows(plan, upToHere, customers.get(ref), tagNames).at(-1)?.changes ?? [];
  }
}

function shownMatch(plan: Plan, match: PlannedMatch, nameOf: (ref: CustomerRef) => string): PlanRow['match'] {
  const { ref, key, detail } = match;
  return {
    customerId: ref > 0 ? ref : null,
    row: ref > 0 ? null : plan.rowNumber(plan.makerOf(ref)),
    name: nameOf(ref),
    key,
    detail,
  };
}
