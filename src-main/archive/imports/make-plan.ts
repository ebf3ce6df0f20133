import type { PlanInput } from '../../../src-shared/imports.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { findMatch } from './find-match.ts';
import { sortRows } from './left-out.ts';
import { loadIndex } from './load-index.ts';
import { keysOf } from './match-index.ts';
import { normaliseContext, normaliseRow } from './normalise.ts';
import { Plan } from './plan.ts';
import type { Sheet } from './readers/sheet.ts';
import { rowColumns } from './row-columns.ts';
import { settle } from './settle.ts';
import { clampedHeader, headersOf } from './understand.ts';
import { readHeader } from './dictionary.ts';

/** Rows between two turns of the event loop: some ms of work. */
const batch = 200;

/**
 * Works out what an import will do. Nothing is written.
 *
 * @throws FailureError `nameColumnMissing` when no column names the customers, `cancelled`
 */
export async function makePlan(
  session: Session,
  sheet: Sheet,
  input: PlanInput,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<Plan> {
  const naming = ['name', 'contactName', 'mobile', 'phone', 'email'];
  if (!input.columns.some(({ target }) => naming.includes(target.field))) {
    throw new FailureError({ code: 'nameColumnMissing' });
  }
  const header = clampedHeader(sheet, input.header);
  const headers = headersOf(sheet, header);
  const columns = rowColumns(input.columns, headers, sheet.facts.epoch1904 ? 1904 : 1900);
  const context = normaliseContext(columns, {
    kind: input.kind,
    today: localDay(session.clock()),
  });
  const meanings = headers.map((rows, column) => {
    const mapped = columns.find((one) => one.column === column);
    return mapped?.field === 'name' ? 'customerName' : (readHeader(rows)?.meaning ?? null);
  });
  const { data } = await sortRows(sheet, { header, meanings });
  const plan = new Plan({ ...input, header: header && [...header] }, sheet, data, context);
  const index = await loadIndex(session.sqlite, () => throwIfCancelled(signal));
  for (let row = 0; row < plan.length; row++) {
    if (row % batch === 0) {
      report({ phase: 'planning', done: row, total: plan.length });
      await breathe();
      throwIfCancelled(signal);
    }
    const normalised = normaliseRow(plan.cells(row), context);
    if (!normalised) {
      plan.setNameless(row);
      continue;
    }
    if (normalised.doubts.length > 0) plan.setDoubtful(row);
    const keys = keysOf(normalised.draft, normalised.writtenName);
    const match = findMatch(keys, index);
    if (match) plan.setMatch(row, match);
    index.add(match?.certain ? match.ref : plan.makeOwn(row), keys);
  }
  await settle(session, plan, report, signal);
  return plan;
}

const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
