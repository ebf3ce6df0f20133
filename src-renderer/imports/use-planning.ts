import { useQueryClient } from '@tanstack/react-query';
import type { Decision, PlanCounts, PlanRow } from '../../src-shared/import-plan.ts';
import type { ImportResult } from '../../src-shared/imports.ts';
import { useApi } from '../app/api.ts';
import { leavesNothing, useLongWork } from '../app/long-work.ts';
import { useWritten } from '../app/written.tsx';
import { releaseFiles } from './release-files.ts';
import { isList, saidRow, say, type DecidedRows, type Said, type SaidRow } from './said.ts';
import { fileOf, includedSheets, keyOf, planInput, sheetInfo, type ImportWork } from './state.ts';
import { importStore } from './store.ts';
import type { Failing } from './use-failing.ts';

/** A cell of a planned row, what it is to say, and what the file says. */
export interface CellEdit {
  readonly row: PlanRow;
  readonly column: number;
  readonly text: string;
  readonly original: string;
}

/** Planning the import, saying what is to become of its rows, and writing it. */
export const usePlanning = ({ fail, setFailure }: Failing) => {
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const { announce } = useWritten();
  const planning = useLongWork(client.archive.imports.plan, setFailure, leavesNothing);
  const editing = useLongWork(client.archive.imports.edit, setFailure, leavesNothing);
  const committing = useLongWork(client.archive.imports.commit, setFailure, () =>
    importStore.update((now) => ({ ...now, cancelledTooLate: true })),
  );

  const refreshPlan = (planId: string): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: archive.imports.planRows.key({ input: { planId } }) });

  /** Makes the plan (anew) from the work as it would be; a plan that is cancelled leaves all as it was. */
  const planAs = async (changed: (work: ImportWork) => ImportWork): Promise<boolean> => {
    const work = importStore.read();
    if (work === null) return false;
    setFailure(null);
    const next = changed(work);
    const input = planInput(next);
    const madeFrom = JSON.stringify(input);
    const before = work.plan?.planId;
    const made = await planning.start({ ...input, ...(before === undefined ? {} : { planId: before }) });
    if (made === null) return false;
    const keys = includedSheets(next).map(keyOf);
    importStore.update((now) => ({ ...changed(now), plan: { ...made, madeFrom, keys } }));
    if (made.planId === before) await refreshPlan(made.planId);
    return true;
  };

  /** Goes on to the plan; one that is still right is kept, and what was said about its rows is said again. */
  const plan = async (): Promise<void> => {
    const work = importStore.read();
    if (work === null) return;
    const same = work.plan?.madeFrom === JSON.stringify(planInput(work));
    if (same || (await planAs((now) => now))) importStore.update((now) => ({ ...now, step: 'check' }));
  };

  /** Says something about rows of the plan and shows what comes of it; it is said again when the plan is made anew. */
  const sayOf = async (
    next: (plan: NonNullable<ImportWork['plan']>) => Promise<{ said: Said; counts: PlanCounts } | null>,
  ): Promise<void> => {
    const work = importStore.read();
    if (work?.plan == null) return;
    setFailure(null);
    try {
      const done = await next(work.plan);
      if (done === null) return;
      importStore.update((now) => {
        const after = { ...now, said: say(now.said, done.said) };
        if (now.plan === null) return after;
        const madeFrom = JSON.stringify(planInput(after));
        return { ...after, plan: { ...now.plan, counts: done.counts, madeFrom } };
      });
      await refreshPlan(work.plan.planId);
    } catch (error) {
      fail(error);
    }
  };

  /** Decides rows, all that are possibly there already, or those that are so for one reason. */
  const decide = (rows: DecidedRows, decision: Decision): Promise<void> =>
    sayOf(async ({ planId, keys }) => {
      const named = isList(rows) ? rows.map(({ key, row }) => ({ sheet: keys.indexOf(key), row })) : rows;
      const counts = await client.archive.imports.decide({ planId, rows: named, decision });
      return { said: { type: 'decide', rows, decision }, counts };
    });

  /** Takes doubtful rows as they are. */
  const accept = (rows: readonly SaidRow[] | 'allDoubtful'): Promise<void> =>
    sayOf(async ({ planId, keys }) => {
      const named = isList(rows) ? rows.map(({ key, row }) => ({ sheet: keys.indexOf(key), row })) : rows;
      const counts = await client.archive.imports.accept({ planId, rows: named });
      return { said: { type: 'accept', rows }, counts };
    });

  /** Corrects a cell, and with `alike` all others of its column that read the same; says how many those are. */
  const edit = async (cell: CellEdit, alike: boolean): Promise<number> => {
    let others = 0;
    await sayOf(async ({ planId, keys }) => {
      const { row, column, text, original } = cell;
      const edits = [{ index: row.index, column, text }];
      const done = await editing.start({ planId, edits, alike });
      if (done === null) return null;
      others = done.alike;
      const { key, row: number } = saidRow(keys, row);
      const said: Said =
        alike && original !== ''
          ? { type: 'columnEdit', key, column, from: original, text }
          : { type: 'edit', cells: [{ key, row: number, column, text }] };
      return { said, counts: done.counts };
    });
    return others;
  };

  /** Writes the plan as one change. */
  const commit = async (): Promise<void> => {
    const work = importStore.read();
    if (work?.plan == null) return;
    setFailure(null);
    const { planId } = work.plan;
    const result = await committing.start({ planId });
    if (result === null) {
      // Rows may have been matched anew before it failed.
      await recount(planId);
      return;
    }
    releaseFiles(
      client,
      work.files.map(({ file }) => file),
    );
    importStore.update((now) => ({ ...now, step: 'done', result }));
    if (result.changeId > 0) announce({ changeId: result.changeId, action: actionOf(work, result) });
  };

  const recount = async (planId: string): Promise<void> => {
    try {
      const counts = await client.archive.imports.planCounts({ planId });
      importStore.update((now) =>
        now.plan?.planId === planId ? { ...now, plan: { ...now.plan, counts } } : now,
      );
      await refreshPlan(planId);
    } catch (error) {
      fail(error);
    }
  };

  return { plan, planning, planAs, decide, accept, edit, editing, commit, committing };
};

const actionOf = (work: ImportWork, { created, updated, skipped }: ImportResult) => {
  const sheets = includedSheets(work).map((sheet) => ({
    file: fileOf(work, sheet.readingId).reading.fileName,
    sheet: sheetInfo(work, sheet)?.name ?? '',
  }));
  const [first = { file: '', sheet: '' }] = sheets;
  const counts = { created, updated, skipped };
  return { type: 'import', ...first, ...(sheets.length > 1 ? { sheets } : {}), ...counts } as const;
};
