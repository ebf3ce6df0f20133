import { basename } from 'node:path';
import type { z } from 'zod';
import type {
  ImportBatch,
  ImportResult,
  mergedCellSchema,
  Plan as PlanAnswer,
  PlanCounts,
  PlanInput,
  PlanRow,
  Reading,
  SheetRow,
  Understanding,
} from '../../../src-shared/imports.ts';
import type { ChangeAction } from '../../../src-shared/changes.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { commitPlan } from './commit.ts';
import { decideRows } from './decide.ts';
import {
  heldPlan,
  heldReading,
  holdPlan,
  holdReading,
  releaseReading,
  sheetOf,
  understood,
} from './held-imports.ts';
import { makePlan } from './make-plan.ts';
import type { Decision } from './plan.ts';
import { planRows, type PlanPage } from './plan-rows.ts';
import type { Encoding } from './readers/messages.ts';
import { readFile } from './readers/read-file.ts';
import { describeSheets } from './sheet-infos.ts';

/** Makes the backup that every import begins with. */
export type BackUp = (report: Report, signal: AbortSignal | undefined) => Promise<void>;

/** Reads a file in a worker and says what is in it. Throws as {@link readFile} does, and `notFound file`. */
export async function readImport(
  session: Session,
  input: { token: string; encoding?: Encoding | undefined },
  report: Report,
  signal?: AbortSignal,
): Promise<Reading> {
  const path = session.files.readPath(input.token);
  const fileName = basename(path);
  const file = await readFile(path, fileName, { encoding: input.encoding, report, signal });
  const reading = holdReading(session, fileName, file);
  const { format, encoding, delimiter, sha256 } = file;
  return {
    readingId: reading.id,
    fileName,
    format,
    encoding,
    delimiter,
    ...describeSheets(file.sheets),
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

/** How a sheet is understood; with a header given, how it would be with that. */
export async function understandImport(
  session: Session,
  input: { readingId: string; sheet: number; header?: [number, number] | null | undefined },
): Promise<Understanding> {
  const reading = heldReading(session, input.readingId);
  return (await understood(reading, input.sheet, input.header)).understanding;
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
  const sheet = sheetOf(reading, input.sheet);
  const { leftOut } = (await understood(reading, input.sheet)).rows;
  const end = Math.min(input.offset + input.limit, sheet.rowCount);
  const rows: SheetRow[] = [];
  for (let row = input.offset; row < end; row++) {
    const cells = Array.from({ length: sheet.columnCount }, () => '');
    for (const { column, text } of sheet.cellsOfRow(row)) cells[column] = text;
    const isBlank = cells.every((text) => text === '');
    rows.push({ row, cells, leftOut: leftOut.get(row) ?? (isBlank ? 'blank' : null) });
  }
  const merged = sheet.facts.merged
    .filter(([top, , bottom]) => bottom >= input.offset && top < end)
    .slice(0, mostMerged)
    .map(([top, left, bottom, right]) => ({ top, left, bottom, right }));
  return { rows, total: sheet.rowCount, merged };
}

/** Works out what an import would do; the plan before it on the same reading is dropped. */
export async function planImport(
  session: Session,
  input: PlanInput,
  report: Report,
  signal?: AbortSignal,
): Promise<PlanAnswer> {
  const reading = heldReading(session, input.readingId);
  const sheet = sheetOf(reading, input.sheet);
  reading.plan = null;
  const plan = await makePlan(session, sheet, input, report, signal);
  return { planId: holdPlan(reading, plan), counts: plan.counts() };
}

/** A page of a plan's rows. */
export function importPlanRows(
  session: Session,
  { planId, ...page }: { planId: string } & PlanPage,
): { rows: PlanRow[]; total: number } {
  return planRows(session, heldPlan(session, planId).plan, page);
}

/** Decides rows of a plan and answers its new counts. */
export function decideImport(
  session: Session,
  input: { planId: string; rows: 'allPossible' | number[]; decision: Decision },
): Promise<PlanCounts> {
  return decideRows(session, heldPlan(session, input.planId).plan, input.rows, input.decision);
}

/** Backs up, writes a plan as one change, and releases it with its reading. */
export async function commitImport(
  session: Session,
  input: { planId: string },
  backUp: BackUp,
  report: Report,
  signal?: AbortSignal,
): Promise<ImportResult> {
  const { reading, plan } = heldPlan(session, input.planId);
  const held = reading.plan;
  // A second click finds no plan; after a failure or a cancel it is there again.
  reading.plan = null;
  try {
    await backUp(report, signal);
    const source = {
      name: reading.fileName,
      sheet: sheetOf(reading, plan.input.sheet).name,
      sha256: reading.file.sha256,
    };
    const result = await commitPlan(session, plan, source, report, signal);
    releaseReading(session, reading.id);
    return result;
  } catch (error) {
    reading.plan ??= held;
    throw error;
  }
}

/** Releases what was read; a reading that is gone already is fine. */
export function discardImport(session: Session, input: { readingId: string }): void {
  releaseReading(session, input.readingId);
}

/** The list shows as many imports. */
const mostListed = 1_000;

/** All imports, the newest first, those that were undone included. */
export function listImports(session: Session): ImportBatch[] {
  const rows = prepared(
    session.sqlite,
    `select id, at, actor, action, undoneBy from changes
     where kind = 'do' and json_extract(action, '$.type') = 'import' order by id desc limit ${mostListed}`,
  ).all() as { id: number; at: string; actor: string; action: string; undoneBy: number | null }[];
  return rows.flatMap(({ id, at, actor, action, undoneBy }) => {
    const read = JSON.parse(action) as ChangeAction;
    if (read.type !== 'import') return [];
    const { file, sheet, created, updated, skipped } = read;
    return [{ changeId: id, at, actor, file, sheet, created, updated, skipped, inEffect: undoneBy === null }];
  });
}
