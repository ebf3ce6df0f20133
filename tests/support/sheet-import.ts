import type { z } from 'zod';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  commitImport,
  planImport,
  readImport,
  understandImport,
} from '../../src-main/archive/imports/imports.ts';
import { loadCustomersSync } from '../../src-main/archive/customers/load.ts';
import type { Session } from '../../src-main/archive/session.ts';
import type { Customer } from '../../src-shared/customers.ts';
import {
  planInputSchema,
  type Plan,
  type PlanInput,
  type sheetPlanSchema,
} from '../../src-shared/import-plan.ts';
import type { ImportResult, Reading, Understanding } from '../../src-shared/imports.ts';
import { buildWorkbook, type TestCell, type TestSheet } from './build-workbook.ts';
import { openTestArchive, temporaryFolder } from './open-test-archive.ts';

const quiet = (): void => {};

/** A file in a temporary folder, removed after the test. */
export function temporaryFile(name: string, content: Uint8Array | string): string {
  const path = temporaryFolder(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** An .xlsx file of one sheet. */
export const workbookFile = (
  rows: readonly (readonly TestCell[])[],
  sheet: Partial<TestSheet> = {},
): string => temporaryFile('客户.xlsx', buildWorkbook({ sheets: [{ name: '客户', ...sheet, rows }] }));

export interface Understood {
  readonly reading: Reading;
  readonly understanding: Understanding;
}

/** Reads a file and understands its suggested, or the given, sheet. */
export async function understandFile(session: Session, path: string, sheet?: number): Promise<Understood> {
  const reading = await readImport(session, { token: path }, quiet);
  const understanding = await understandImport(session, {
    readingId: reading.readingId,
    sheet: sheet ?? reading.suggestedSheet,
  });
  return { reading, understanding };
}

/** The input for a plan of what was understood, without touching a guess. */
export const planInputOf = (
  understood: readonly Understood[],
  changed: Partial<z.input<typeof sheetPlanSchema>> = {},
  whole: Partial<z.input<typeof planInputSchema>> = {},
): PlanInput =>
  planInputSchema.parse({
    sheets: understood.map(({ reading, understanding }) => {
      const { sheet, header, kind } = understanding;
      const columns = understanding.columns.map(({ index, target }) => ({ index, target }));
      return { readingId: reading.readingId, sheet, header, columns, kind, ...changed };
    }),
    ...whole,
  });

/** Plans what was understood, without touching a guess. */
export function planUnderstood(
  session: Session,
  understood: Understood | readonly Understood[],
  changed: Partial<z.input<typeof sheetPlanSchema>> = {},
  whole: Partial<z.input<typeof planInputSchema>> = {},
): Promise<Plan> {
  const all = 'reading' in understood ? [understood] : understood;
  return planImport(session, planInputOf(all, changed, whole), quiet);
}

/** Brings a file in as it is understood, but for what is changed. */
export async function importFile(
  session: Session,
  path: string,
  sheet?: number,
  changed: Partial<z.input<typeof sheetPlanSchema>> = {},
): Promise<{ plan: Plan; result: ImportResult }> {
  const plan = await planUnderstood(session, await understandFile(session, path, sheet), changed);
  const result = await commitImport(session, { planId: plan.planId }, async () => {}, quiet);
  return { plan, result };
}

/** All customers of an archive in the order in which they were made. */
export function allCustomers(session: Session): Customer[] {
  const ids = session.sqlite.prepare('select id from customers order by id').pluck().all() as number[];
  return [...loadCustomersSync(session.sqlite, ids).values()];
}

/** The customers that come out of a sheet in an empty archive. */
export async function customersOf(
  rows: readonly (readonly TestCell[])[],
  sheet: Partial<TestSheet> = {},
): Promise<Customer[]> {
  const { session } = await openTestArchive();
  await importFile(session, workbookFile(rows, sheet));
  return allCustomers(session);
}
