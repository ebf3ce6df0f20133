import { namingFields } from '../../../src-shared/imports.ts';
import type { PlanInput } from '../../../src-shared/import-plan.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { acceptRows, decideRows } from './decide.ts';
import { heldReading, plannedSheet } from './held-imports.ts';
import { ownFieldOf, refuseTakenNames } from './own-fields.ts';
import { matchRows } from './match-rows.ts';
import { Plan } from './plan.ts';
import { planSource, type PlanSource } from './plan-source.ts';
import { settle } from './settle.ts';

/**
 * Works out what an import will do. Nothing is written.
 *
 * @throws FailureError `nameColumnMissing` when a sheet has no column that names the customers, `nameTaken` for
 * the name of a new field, `notFound reading`,
 * `cancelled`
 */
export async function makePlan(
  session: Session,
  input: PlanInput,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  // What was offered and not taken makes no field, and no trouble either.
  const targets = new Set(input.sheets.flatMap(({ columns }) => columns.map(({ target }) => target.field)));
  refuseTakenNames(
    session.sqlite,
    input.newFields.filter((_, index) => targets.has(`new:${index}`)),
  );
  const ownOf = ownFieldOf(session.sqlite, input.newFields);
  const today = localDay(session.clock());
  const sources: PlanSource[] = [];
  let start = 0;
  for (const sheetInput of input.sheets) {
    if (!sheetInput.columns.some(({ target }) => namingFields.includes(target.field))) {
      throw new FailureError({ code: 'nameColumnMissing' });
    }
    const reading = heldReading(session, sheetInput.readingId);
    const source = await planSource(reading, plannedSheet(reading, sheetInput), sheetInput, {
      start,
      today,
      ownOf,
    });
    sources.push(source);
    start += source.positions.length;
    await breathe();
    throwIfCancelled(signal);
  }
  const plan = new Plan(input, sources);
  await matchRows(session, plan, report, signal);
  for (const { rows, decision } of input.decisions) decideRows(plan, rows, decision);
  for (const rows of input.accepted) acceptRows(plan, rows);
  await settle(session, plan, report, signal);
  return plan;
}

const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
