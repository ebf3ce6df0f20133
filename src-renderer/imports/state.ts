import type { z } from 'zod';
import type { Kind } from '../../src-shared/customers.ts';
import type { FileRef } from '../../src-shared/files.ts';
import {
  namingFields,
  type decisionSchema,
  type ImportResult,
  type ImportTarget,
  type Plan,
  type PlanInput,
  type Reading,
  type Understanding,
} from '../../src-shared/imports.ts';
import { isExclusive, sameTarget } from './targets.ts';

export type Decision = z.infer<typeof decisionSchema>;
export type DecidedRows = 'allPossible' | readonly number[];
export const steps = ['start', 'columns', 'check', 'done'] as const;
export type Step = (typeof steps)[number];

/** What the user said about one sheet, beside what was understood of it. */
export interface SheetWork {
  readonly understanding: Understanding;
  /** Columns whose meaning the user chose, by index. */
  readonly chosen: ReadonlyMap<number, ImportTarget>;
  readonly kind: Kind | null;
  readonly headerChosen: boolean;
  /** In the order in which they were made; made again when the sheet is planned anew. */
  readonly decisions: readonly { readonly rows: DecidedRows; readonly decision: Decision }[];
}

/** An import under way, from the file that was read to what came of it. */
export interface ImportWork {
  readonly file: FileRef;
  readonly reading: Reading;
  readonly step: Exclude<Step, 'start'>;
  readonly sheet: number;
  /** What was looked at so far, by sheet. */
  readonly sheets: ReadonlyMap<number, SheetWork>;
  readonly tagIds: readonly number[];
  /** With what it was made from, so that going back and on again keeps it. */
  readonly plan: (Plan & { readonly madeFrom: string }) | null;
  readonly result: ImportResult | null;
}

/** A sheet as it was understood, with nothing said about it yet. */
export const freshSheet = (understanding: Understanding): SheetWork => ({
  understanding,
  chosen: new Map(),
  kind: null,
  headerChosen: false,
  decisions: [],
});

/** An import that begins with the sheet the reading suggests. */
export const begin = (file: FileRef, reading: Reading, understanding: Understanding): ImportWork => ({
  file,
  reading,
  step: 'columns',
  sheet: understanding.sheet,
  sheets: new Map([[understanding.sheet, freshSheet(understanding)]]),
  tagIds: [],
  plan: null,
  result: null,
});

/** The sheet that is open. */
export const sheetOf = (work: ImportWork): SheetWork => {
  const sheet = work.sheets.get(work.sheet);
  if (sheet === undefined) throw new Error('A sheet was opened before it was understood');
  return sheet;
};

/** The work with something about its open sheet said anew. */
export const withSheet = (work: ImportWork, part: Partial<SheetWork>): ImportWork => ({
  ...work,
  sheets: new Map(work.sheets).set(work.sheet, { ...sheetOf(work), ...part }),
});

/** What each column means now, chosen or guessed. */
export const targetOf = (sheet: SheetWork, index: number): ImportTarget =>
  sheet.chosen.get(index) ??
  sheet.understanding.columns.find((column) => column.index === index)?.target ?? {
    field: 'ignore',
    contact: null,
  };

/** Gives a column a meaning. Another column with the same one loses it where only one column can have it. */
export const chooseTarget = (sheet: SheetWork, index: number, target: ImportTarget): SheetWork => {
  const chosen = new Map(sheet.chosen).set(index, target);
  if (isExclusive(target)) {
    for (const other of sheet.understanding.columns) {
      if (other.index !== index && sameTarget(targetOf(sheet, other.index), target))
        chosen.set(other.index, { field: 'ignore', contact: null });
    }
  }
  return { ...sheet, chosen };
};

/** What the plan is made from. */
export const planInput = (work: ImportWork): PlanInput => {
  const sheet = sheetOf(work);
  const { understanding } = sheet;
  return {
    readingId: work.reading.readingId,
    sheet: work.sheet,
    header: understanding.header,
    columns: understanding.columns.map(({ index }) => ({ index, target: targetOf(sheet, index) })),
    kind: sheet.kind ?? understanding.kind,
    tagIds: [...work.tagIds],
  };
};

/** Whether something names the customers: without that there is nothing to import. */
export const hasName = (sheet: SheetWork): boolean =>
  sheet.understanding.columns.some(({ index }) => namingFields.includes(targetOf(sheet, index).field));

/** So many rows are decided in one call. */
const mostDecided = 10_000;

/** Adds a decision; rows decided the same way one after another are one call. */
export const addDecision = (
  sheet: SheetWork,
  rows: DecidedRows,
  decision: Decision,
): SheetWork['decisions'] => {
  const last = sheet.decisions.at(-1);
  const joined =
    last === undefined || last.decision !== decision || last.rows === 'allPossible' || rows === 'allPossible'
      ? null
      : [...last.rows, ...rows];
  if (joined === null || joined.length > mostDecided) return [...sheet.decisions, { rows, decision }];
  return [...sheet.decisions.slice(0, -1), { rows: joined, decision }];
};

/** Whether the user did something that would have to be done again. */
export const isTouched = (work: ImportWork | null): boolean =>
  work !== null &&
  work.step !== 'done' &&
  (work.tagIds.length > 0 ||
    [...work.sheets.values()].some(
      ({ chosen, kind, headerChosen, decisions }) =>
        chosen.size > 0 || kind !== null || headerChosen || decisions.length > 0,
    ));
