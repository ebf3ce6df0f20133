import type { PlanRow, RowStatus } from '../../../src-shared/import-plan.ts';
import { loadCustomersSync } from '../customers/load.ts';
import type { Session } from '../session.ts';
import type { CustomerRef } from './match-index.ts';
import type { Plan, PlannedMatch } from './plan.ts';
import { filteredRows } from './plan-filter.ts';
import { readRow } from './plan-source.ts';
import { draftOf, foldRows, tagNamesOf, type FoldStep } from './settle.ts';

export interface PlanPage {
  readonly status?: RowStatus | undefined;
  readonly text?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** No page works through more rows of one customer than these to show what its last row adds. */
const mostEarlierRows = 200;

/** A page of the plan's rows, with how many the filter leaves. */
export async function planRows(
  session: Session,
  plan: Plan,
  page: PlanPage,
): Promise<{ rows: PlanRow[]; total: number }> {
  const found = await filteredRows(plan, page);
  const end = page.offset + page.limit;
  const indices =
    found?.subarray(page.offset, end) ??
    Array.from(
      { length: Math.max(0, Math.min(end, plan.length) - page.offset) },
      (_, at) => page.offset + at,
    );
  return { rows: showRows(session, plan, [...indices]), total: found?.length ?? plan.length };
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
    const source = plan.sourceOf(index);
    const normalised = readRow(source, plan.cells(index));
    const status = plan.statusOf(index);
    const match = plan.matchOf(index);
    const ref = plan.refOf(index);
    const belongs = ref !== 0 && status !== 'possible' && (ref > 0 || plan.makerOf(ref) !== index);
    // A row that adds nothing may still say something else than what is there.
    const step = belongs && (status !== 'skip' || plan.addsNothing(index)) ? stepOf(index) : undefined;
    return {
      index,
      ...plan.placeOf(index),
      status,
      decided: plan.isDecided(index),
      accepted: plan.isAccepted(index),
      name: normalised?.draft.name ?? '',
      values: normalised?.values() ?? [],
      edited: editedCells(plan, index),
      doubts: normalised ? [...normalised.doubts()] : [],
      match: match ? shownMatch(plan, match, nameOf) : null,
      changes: status === 'skip' ? [] : (step?.changes ?? []),
      left: step?.left ?? [],
    };
  });

  function stepOf(index: number): FoldStep | undefined {
    const ref = plan.refOf(index);
    const rows = groups.get(ref) ?? [];
    const at = rows.indexOf(index);
    const upToHere = [...rows.slice(0, Math.min(at, mostEarlierRows)), index];
    return foldRows(plan, upToHere, customers.get(ref), tagNames).at(-1);
  }
}

function shownMatch(plan: Plan, match: PlannedMatch, nameOf: (ref: CustomerRef) => string): PlanRow['match'] {
  const { ref, key, detail } = match;
  const maker = ref > 0 ? null : plan.makerOf(ref);
  const place = maker === null ? { sheet: null, row: null } : plan.placeOf(maker);
  return {
    customerId: ref > 0 ? ref : null,
    index: maker,
    ...place,
    name: nameOf(ref),
    key,
    detail,
  };
}

/** The cells of a row that were corrected, with what the file says. */
function editedCells(plan: Plan, index: number): PlanRow['edited'] {
  const { edits, context } = plan.sourceOf(index);
  const { row } = plan.placeOf(index);
  const originals = new Map(plan.originalCells(index).map(({ column, text }) => [column, text]));
  const columns = new Set(context.columns.map(({ column }) => column));
  return [...columns].flatMap((column) => {
    const original = originals.get(column) ?? '';
    return edits.textOf(row, column, original) === undefined ? [] : [{ column, original }];
  });
}
