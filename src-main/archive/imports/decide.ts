import type { AcceptedRows, DecidedRows, Decision, RowStatus } from '../../../src-shared/import-plan.ts';
import type { CustomerRef, MatchKey } from './match-index.ts';
import type { Plan } from './plan.ts';

/** Decides rows, and returns the customers whose rows are others now. */
export function decideRows(plan: Plan, rows: DecidedRows, decision: Decision): Set<CustomerRef> {
  const touched = new Set<CustomerRef>();
  for (const index of chosenRows(plan, rows)) {
    if (index < 0) continue;
    touched.add(plan.refOf(index));
    plan.decide(index, decision);
    touched.add(plan.refOf(index));
  }
  return touched;
}

/** Takes doubtful rows as they are. */
export function acceptRows(plan: Plan, rows: AcceptedRows): void {
  const indices = rows === 'allDoubtful' ? rowsOf(plan, 'doubtful') : rows.map((row) => plan.indexOf(row));
  for (const index of indices) if (index >= 0) plan.accept(index);
}

function chosenRows(plan: Plan, rows: DecidedRows): number[] {
  if (rows === 'allPossible') return rowsOf(plan, 'possible');
  return Array.isArray(rows)
    ? rows.map((row) => plan.indexOf(row))
    : rowsOf(plan, 'possible', rows.possibleBy);
}

function rowsOf(plan: Plan, status: RowStatus, key?: MatchKey): number[] {
  const indices: number[] = [];
  for (let index = 0; index < plan.length; index++) {
    if (plan.statusOf(index) !== status) continue;
    if (key === undefined || plan.matchOf(index)?.key === key) indices.push(index);
  }
  return indices;
}
