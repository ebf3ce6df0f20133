import type { EditInput } from '../../../src-shared/import-plan.ts';
import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import type { CellEdits } from './cell-edits.ts';
import type { CustomerRef } from './match-index.ts';
import { keysOf, type MatchKeys } from './match-keys.ts';
import { matchRows } from './match-rows.ts';
import type { Plan } from './plan.ts';
import { readRow, type PlanSource } from './plan-source.ts';
import type { NormalisedRow } from './row-draft.ts';
import { settle } from './settle.ts';

export interface EditedPlan {
  /** The same plan, or another in its place where rows had to be matched anew. */
  readonly plan: Plan;
  /** Rows that were corrected. */
  readonly rows: number;
  /** Other rows that still say what the first of the cells said. */
  readonly alike: number;
}

/** Rows between two turns of the event loop. */
const batch = 1_000;

interface Wanted {
  readonly index: number;
  readonly column: number;
  readonly text: string;
  /** What the file says there. */
  readonly original: string;
}

/**
 * Corrects cells of a plan. Rows that are still recognised by the same things are only read again; otherwise all rows
 * are matched anew, since later ones may belong to others now. When it is cancelled the plan stays as it was.
 *
 * @throws FailureError `cancelled`
 */
export async function editCells(
  session: Session,
  plan: Plan,
  { edits, alike }: Pick<EditInput, 'edits' | 'alike'>,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<EditedPlan> {
  const wanted = edits
    .filter(({ index }) => index < plan.length)
    .map((edit): Wanted => ({ ...edit, original: originalOf(plan, edit.index, edit.column) }));
  const corrected = new Map<PlanSource, CellEdits>();
  for (const { index, column, text, original } of wanted) {
    const source = plan.sourceOf(index);
    const own = corrected.get(source) ?? source.edits.copy();
    corrected.set(source, own);
    own.setCell(plan.placeOf(index).row, column, text);
    if (alike && original !== '') own.setText(column, original, text);
  }
  const [first] = wanted;
  const others = first ? await rowsAlike(plan, first, signal) : [];
  const further = alike ? await Promise.all(wanted.slice(1).map((one) => rowsAlike(plan, one, signal))) : [];
  const rows = new Set([
    ...wanted.map(({ index }) => index),
    ...(alike ? [...others, ...further.flat()] : []),
  ]);

  const isSame = await staysRecognised(plan, corrected, wanted, rows, signal);
  const result = { rows: rows.size, alike: alike ? 0 : others.length };
  if (!isSame) {
    const sources = plan.sources.map((source) => ({
      ...source,
      edits: corrected.get(source) ?? source.edits,
    }));
    const again = plan.again(sources);
    for (const index of rows) again.accept(index, false);
    await matchRows(session, again, report, signal);
    await settle(session, again, report, signal);
    return { plan: again, ...result };
  }
  for (const [source, own] of corrected) source.edits = own;
  const refs = new Set<CustomerRef>();
  let read = 0;
  for (const index of rows) {
    if (read++ % batch === 0) await breathe();
    plan.accept(index, false);
    const doubts = readRow(plan.sourceOf(index), plan.cells(index))?.doubts() ?? [];
    plan.setDoubtful(index, doubts.length > 0);
    refs.add(plan.refOf(index));
  }
  await settle(session, plan, report, undefined, refs);
  return { plan, ...result };
}

/** Fields that say nothing about who a customer is. */
const plainFields: ReadonlySet<string> = new Set([
  'stage',
  'level',
  'gender',
  'tags',
  'notes',
  'industry',
  'size',
  'source',
  'owner',
  'postcode',
  'website',
  'foundedOn',
  'registeredCapital',
  'legalRepresentative',
  'bankName',
  'bankAccount',
  'registeredAddress',
]);

/** Whether rows with their cells corrected are recognised by the same things as before. */
async function staysRecognised(
  plan: Plan,
  corrected: ReadonlyMap<PlanSource, CellEdits>,
  wanted: readonly Wanted[],
  rows: ReadonlySet<number>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const saysNothing = wanted.every(({ index, column }) => {
    const { columns } = plan.sourceOf(index).context;
    return columns.every((one) => one.column !== column || plainFields.has(one.field));
  });
  if (saysNothing) return true;
  const apart = plan.input.people === 'apart';
  let compared = 0;
  for (const index of rows) {
    if (compared++ % batch === 0) {
      await breathe();
      throwIfCancelled(signal);
    }
    const source = plan.sourceOf(index);
    const own = corrected.get(source);
    if (!own) continue;
    const position = plan.positionOf(index);
    const cells = own.apply(source.sheet.rowAt(position), source.cellsAt(position));
    if (!sameKeys(readRow(source, plan.cells(index)), readRow(source, cells), apart)) return false;
  }
  return true;
}

const originalOf = (plan: Plan, index: number, column: number): string =>
  plan.originalCells(index).find((cell) => cell.column === column)?.text ?? '';

/** Other rows of the sheet with the same text in that column, which nobody corrected by themselves. */
async function rowsAlike(
  plan: Plan,
  { index, column, original }: Wanted,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  if (original === '') return [];
  const source = plan.sourceOf(index);
  const rows: number[] = [];
  for (const [at, position] of source.positions.entries()) {
    if (at % batch === 0) {
      await breathe();
      throwIfCancelled(signal);
    }
    const other = source.start + at;
    if (other === index) continue;
    const row = source.sheet.rowAt(position);
    const cell = source.cellsAt(position).find((one) => one.column === column);
    if (cell?.text === original && source.edits.textOf(row, column, original) === undefined) rows.push(other);
  }
  return rows;
}

/** Whether two readings of a row are recognised by the same things; the person counts where people are kept apart. */
function sameKeys(one: NormalisedRow | null, other: NormalisedRow | null, apart: boolean): boolean {
  if (!one || !other) return one === other;
  const [a, b] = [one, other].map(({ draft, writtenName }) => {
    const keys: MatchKeys = keysOf(draft, writtenName);
    return JSON.stringify(apart ? keys : { ...keys, person: '' });
  });
  return a === b;
}
