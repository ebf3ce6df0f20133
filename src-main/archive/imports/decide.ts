import type { PlanCounts } from '../../../src-shared/imports.ts';
import type { Session } from '../session.ts';
import type { CustomerRef } from './match-index.ts';
import type { Decision, Plan } from './plan.ts';
import { settle } from './settle.ts';

/** Decides rows by their number in the sheet, or all that are still possible; answers the counts after it. */
export async function decideRows(
  session: Session,
  plan: Plan,
  rows: 'allPossible' | readonly number[],
  decision: Decision,
): Promise<PlanCounts> {
  const indices = rows === 'allPossible' ? possibleRows(plan) : rows.map((row) => plan.indexOf(row));
  const touched = new Set<CustomerRef>();
  for (const index of indices) {
    if (index < 0) continue;
    touched.add(plan.refOf(index));
    plan.decide(index, decision);
    touched.add(plan.refOf(index));
  }
  await settle(session, plan, () => {}, undefined, touched);
  return plan.counts();
}

function possibleRows(plan: Plan): number[] {
  const indices: number[] = [];
  for (let index = 0; index < plan.length; index++)
    if (plan.statusOf(index) === 'possible') indices.push(index);
  return indices;
}
