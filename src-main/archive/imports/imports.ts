import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { FailureError } from '../../../src-shared/failures.ts';
import type {
  AcceptedRows,
  DecidedRows,
  Decision,
  Edited,
  EditInput,
  Plan as PlanAnswer,
  PlanCounts,
  PlanInput,
  PlanRow,
} from '../../../src-shared/import-plan.ts';
import type {
  ColumnWord,
  ImportResult,
  mergedCellSchema,
  Reading,
  SheetRow,
  WordField,
  Understanding,
} from '../../../src-shared/imports.ts';
import type { Written } from '../../../src-shared/changes.ts';
import type { SchemeDraft } from '../../../src-shared/import-schemes.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { columnWords } from './column-words.ts';
import { commitPlan } from './commit.ts';
import { acceptRows, decideRows } from './decide.ts';
import { editCells } from './edit-cells.ts';
import { heldPlan, heldReading, holdPlan, holdReading, releaseReading, understood } from './held-imports.ts';
import { makePlan } from './make-plan.ts';
import { markOf, recall, recalledHeader, withMapping } from './memory.ts';
import { matchRows } from './match-rows.ts';
import type { Plan } from './plan.ts';
import { planRows, type PlanPage } from './plan-rows.ts';
import type { Encoding } from './readers/messages.ts';
import { readFile } from './readers/read-file.ts';
import { isInRanges } from './readers/sheet-facts.ts';
import { settle } from './settle.ts';
import type { SheetChoice } from './understand.ts';
import { saveScheme, withScheme } from './schemes.ts';
import { describeSheets } from './sheet-infos.ts';

/** Makes the backup that every import begins with. */
export type BackUp = (report: Report, signal: AbortSignal | undefined) => Promise<void>;

/** Reads a file in a worker and says what is in it. Throws as {@link readFile} does, and `notFound file`. */
export async function readImport(
  session: Session,
  input: { token: string; encoding?: Encoding | undefined; delimiter?: string | undefined },
  report: Report,
  signal?: AbortSignal,
): Promise<Reading> {
  const path = session.files.readPath(input.token);
  const fileName = basename(path);
  const file = await readFile(path, fileName, {
    encoding: input.encoding,
    delimiter: input.delimiter,
    report,
    signal,
  });
  const reading = holdReading(session, fileName, file);
  const { format, encoding, delimiter, sha256 } = file;
  return {
    readingId: reading.id,
    fileName,
    format,
    encoding,
    delimiter,
    ...describeSheets(file.sheets, delimiter),
    importedBefore: importedBefore(session, sha256),
  };
}

/** The latest import of a file with the same content that is still in effect. */
function importedBefore(session: Session, sha256: string): Reading['importedBefore'] {
  const found = prepared(
    session.sqlite,
    `select c.at, c.id as changeId from importFiles f join changes c on c.id = f.changeId
     where f.sha256 = ? order by c.id desc limit 1`,
  ).get(sha256) as { at: string; changeId: number } | undefined;
  return found ?? null;
}

/**
 * How a sheet is understood; with a header or a table given, how it would be with that. One whose headers were seen
 * before is mapped as it was then.
 */
export async function understandImport(
  session: Session,
  {
    readingId,
    sheet,
    schemeId,
    ...choice
  }: { readingId: string; sheet: number; schemeId?: number | undefined } & SheetChoice,
): Promise<Understanding> {
  const reading = heldReading(session, readingId);
  const { understanding } = await understood(session, reading, sheet, choice);
  if (schemeId !== undefined) return withScheme(session, understanding, schemeId);
  if (choice.header !== undefined) return understanding;
  const mark = markOf(understanding);
  if (mark) reading.marks.set(sheet, mark);
  else reading.marks.delete(sheet);
  const mapping = mark && recall(session.sqlite, mark);
  if (!mapping) return understanding;
  const header = recalledHeader(mapping, mark);
  const anew = header === undefined ? null : await understood(session, reading, sheet, { ...choice, header });
  return withMapping(session.sqlite, anew?.understanding ?? understanding, mapping, 'remembered');
}

/** Saves how a sheet is mapped under a name. */
export async function saveImportScheme(session: Session, draft: SchemeDraft): Promise<Written> {
  const { readingId, sheet, header } = draft.sheet;
  const reading = heldReading(session, readingId);
  const known = await understood(session, reading, sheet, { header });
  return saveScheme(session, draft, known.understanding);
}

/** The words of a column of the sheet as it is understood now. */
export async function importWords(
  session: Session,
  input: { readingId: string; sheet: number; column: number; field: WordField },
): Promise<ColumnWord[]> {
  const sheet = await understood(session, heldReading(session, input.readingId), input.sheet);
  return columnWords(sheet, input.column, input.field);
}

type MergedCell = z.infer<typeof mergedCellSchema>;

/** No page shows more merged ranges than these. */
const mostMerged = 2_000;

/** Rows of a sheet as they are, blank ones included, with those that are left out marked. */
export async function importRows(
  session: Session,
  input: { readingId: string; sheet: number; offset: number; limit: number },
): Promise<{ rows: SheetRow[]; total: number; merged: MergedCell[] }> {
  const reading = heldReading(session, input.readingId);
  const {
    whole: sheet,
    cells: table,
    rows: sorted,
    understanding,
  } = await understood(session, reading, input.sheet);
  const headings = understanding.layout?.column ?? null;
  const reasonOf = (row: number): SheetRow['leftOut'] => {
    if (sheet.cellsOfRow(row).length === 0) return 'blank';
    return table.cellsOfRow(row).length === 0 ? 'otherTable' : null;
  };
  const end = Math.min(input.offset + input.limit, sheet.rowCount);
  const rows: SheetRow[] = [];
  for (let row = input.offset; row < end; row++) {
    const cells = Array.from({ length: understanding.columns.length }, () => '');
    for (const { column, text } of sheet.cellsOfRow(row)) cells[column] = text;
    const isRead = !sorted.leftOut.has(row) || sorted.leftOut.get(row) === 'header';
    if (headings !== null && isRead)
      cells[headings] = table.cellsOfRow(row).find(({ column }) => column === headings)?.text ?? '';
    rows.push({
      row,
      cells,
      leftOut: sorted.leftOut.get(row) ?? reasonOf(row),
      hidden: isInRanges(sheet.facts.hiddenRows, row),
    });
  }
  const merged = sheet.facts.merged
    .filter(([top, , bottom]) => bottom >= input.offset && top < end)
    .slice(0, mostMerged)
    .map(([top, left, bottom, right]) => ({ top, left, bottom, right }));
  return { rows, total: sheet.rowCount, merged };
}

/** Works out what an import would do; the plans before it on the same readings are dropped then. */
export async function planImport(
  session: Session,
  input: PlanInput,
  report: Report,
  signal?: AbortSignal,
): Promise<PlanAnswer> {
  const plan = await makePlan(session, input, report, signal);
  return { planId: holdPlan(session, plan), counts: plan.counts() };
}

/** A page of a plan's rows. */
export function importPlanRows(
  session: Session,
  { planId, ...page }: { planId: string } & PlanPage,
): Promise<{ rows: PlanRow[]; total: number }> {
  return planRows(session, heldPlan(session, planId).plan, page);
}

/** The counts of a plan as they are now. */
export const importPlanCounts = (session: Session, { planId }: { planId: string }): PlanCounts =>
  heldPlan(session, planId).plan.counts();

/** Decides rows of a plan and answers its new counts. */
export function decideImport(
  session: Session,
  { planId, rows, decision }: { planId: string; rows: DecidedRows; decision: Decision },
): Promise<PlanCounts> {
  const held = heldPlan(session, planId);
  return held.queue.run(async () => {
    const touched = decideRows(held.plan, rows, decision);
    await settle(session, held.plan, () => {}, undefined, touched);
    return held.plan.counts();
  });
}

/** Takes doubtful rows of a plan as they are, and answers its new counts. */
export function acceptImport(
  session: Session,
  { planId, rows }: { planId: string; rows: AcceptedRows },
): Promise<PlanCounts> {
  const held = heldPlan(session, planId);
  return held.queue.run(async () => {
    acceptRows(held.plan, rows);
    return held.plan.counts();
  });
}

/** Corrects cells of a plan. */
export function editImport(
  session: Session,
  { planId, ...input }: EditInput,
  report: Report,
  signal?: AbortSignal,
): Promise<Edited> {
  const held = heldPlan(session, planId);
  return held.queue.run(async () => {
    const { plan, rows, alike } = await editCells(session, held.plan, input, report, signal);
    held.plan = plan;
    return { counts: plan.counts(), rows, alike };
  });
}

/**
 * Backs up, writes a plan as one change, and releases it with its readings.
 *
 * @throws FailureError `planOutdated` when customers have changed since and other rows are new or known now; the
 * plan is matched anew then.
 */
export async function commitImport(
  session: Session,
  input: { planId: string },
  backUp: BackUp,
  report: Report,
  signal?: AbortSignal,
): Promise<ImportResult> {
  const held = heldPlan(session, input.planId);
  // A second click finds no plan; after a failure or a cancel it is there again.
  held.writing = true;
  try {
    return await held.queue.run(async () => {
      await backUp(report, signal);
      const result = await commitCurrent(session, held, report, signal);
      for (const { readingId } of held.plan.sources) releaseReading(session, readingId);
      return result;
    });
  } finally {
    held.writing = false;
  }
}

/** Writes a plan. When customers have changed meanwhile its rows are matched anew, and written if that changes nothing. */
async function commitCurrent(
  session: Session,
  held: { plan: Plan },
  report: Report,
  signal: AbortSignal | undefined,
): Promise<ImportResult> {
  for (;;) {
    try {
      return await commitPlan(session, held.plan, report, signal);
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'planOutdated') throw error;
      const before = held.plan.counts();
      const again = held.plan.again();
      await matchRows(session, again, report, signal);
      await settle(session, again, report, signal);
      held.plan = again;
      if (!isDeepStrictEqual(before, again.counts())) throw error;
    }
  }
}

/** Releases what was read; a reading that is gone already is fine. */
export function discardImport(session: Session, input: { readingId: string }): void {
  releaseReading(session, input.readingId);
}
