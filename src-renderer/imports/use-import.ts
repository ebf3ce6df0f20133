import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../src-shared/failures.ts';
import type { FileRef } from '../../src-shared/files.ts';
import type { Decision, PlanCounts, PlanRow } from '../../src-shared/import-plan.ts';
import type { ImportResult, Reading } from '../../src-shared/imports.ts';
import { useApi } from '../app/api.ts';
import { toFailure } from '../app/failures/to-failure.ts';
import { useLongWork } from '../app/long-work.ts';
import { uploadFile } from '../app/upload.ts';
import { useWritten } from '../app/written.tsx';
import { forgetSheet, isList, saidRow, say, type DecidedRows, type Said, type SaidRow } from './said.ts';
import {
  begin,
  fileOf,
  freshSheet,
  includedSheets,
  includeSheet,
  keyOf,
  openSheet,
  planInput,
  putSheet,
  replaceFile,
  sheetInfo,
  sheetKey,
  type ImportFile,
  type ImportWork,
  type SheetWork,
} from './state.ts';
import { importStore } from './store.ts';

export type Encoding = NonNullable<Reading['encoding']>;

/** A cell of a planned row, what it is to say, and what the file says. */
export interface CellEdit {
  readonly row: PlanRow;
  readonly column: number;
  readonly text: string;
  readonly original: string;
}

/** How a text file is to be read; found by itself otherwise. */
export interface ReadAs {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** All that can be done with the import under way, with what is being worked on and what went wrong. */
export const useImport = () => {
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const { announce } = useWritten();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [uploading, setUploading] = useState<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const uploads = useRef<AbortController | null>(null);
  useEffect(() => () => uploads.current?.abort(), []);

  const reading = useLongWork(client.archive.imports.read, setFailure);
  const planning = useLongWork(client.archive.imports.plan, setFailure);
  const editing = useLongWork(client.archive.imports.edit, setFailure);
  const committing = useLongWork(client.archive.imports.commit, setFailure);

  const fail = useCallback((error: unknown) => {
    const found = toFailure(error);
    if (found.code !== 'cancelled') setFailure(found);
  }, []);

  const letGo = useCallback(
    (work: ImportWork | null) => {
      // What was committed is released already; what the archive has forgotten meanwhile is gone as well.
      if (work === null || work.result !== null) return;
      for (const { reading: held } of work.files)
        void client.archive.imports.discard({ readingId: held.readingId }).catch(fail);
    },
    [client, fail],
  );

  /** Puts the import away and begins anew. */
  const reset = (): void => {
    letGo(importStore.read());
    setFailure(null);
    importStore.set(null);
  };

  const receive = async (file: File): Promise<FileRef | null> => {
    const controller = new AbortController();
    uploads.current?.abort();
    uploads.current = controller;
    setUploading(controller);
    try {
      return await uploadFile(file, controller.signal);
    } catch (error) {
      fail(error);
      return null;
    } finally {
      setUploading(null);
    }
  };

  const understood = async (readingId: string, sheet: number): Promise<SheetWork> =>
    freshSheet(readingId, await client.archive.imports.understand({ readingId, sheet }));

  const discard = ({ reading: { readingId } }: ImportFile): void =>
    void client.archive.imports.discard({ readingId }).catch(fail);

  const readOne = async (source: File | FileRef, as: ReadAs = {}): Promise<ImportFile | null> => {
    const file = source instanceof File ? await receive(source) : source;
    const found = file === null ? null : await reading.start({ token: file.token, ...as });
    return file === null || found === null ? null : { file, reading: found };
  };

  const suggested = async ({
    reading: { readingId, suggestedTogether },
  }: ImportFile): Promise<SheetWork[]> => {
    const sheets: SheetWork[] = [];
    for (const sheet of suggestedTogether) sheets.push(await understood(readingId, sheet));
    return sheets;
  };

  /** Reads files the user chose or dropped; the import before them is put away once these are there. */
  const read = async (sources: readonly (File | FileRef)[]): Promise<void> => {
    setFailure(null);
    const files: ImportFile[] = [];
    try {
      for (const source of sources) {
        const file = await readOne(source);
        if (file === null) return files.forEach(discard);
        files.push(file);
      }
      const sheets: SheetWork[] = [];
      for (const file of files) sheets.push(...(await suggested(file)));
      if (sheets.length === 0) return;
      letGo(importStore.read());
      importStore.set(begin(files, sheets));
    } catch (error) {
      files.forEach(discard);
      fail(error);
    }
  };

  /** Reads one of the files anew, as text of this encoding with this between its fields. */
  const readAs = async (file: ImportFile, as: ReadAs): Promise<void> => {
    setFailure(null);
    const found = await readOne(file.file, as);
    if (found === null) return;
    try {
      const sheets = await suggested(found);
      importStore.update((now) => replaceFile(now, file.reading.readingId, found, sheets));
      discard(file);
    } catch (error) {
      discard(found);
      fail(error);
    }
  };

  /** Asks the archive to understand a sheet (anew), and shows the rows as they are then. */
  const understand = async (
    readingId: string,
    sheet: number,
    header?: [number, number] | null,
    table: number | null | undefined = importStore.read()?.sheets.get(sheetKey(readingId, sheet))
      ?.understanding.table,
  ): Promise<boolean> => {
    if (importStore.read() === null) return false;
    setFailure(null);
    setBusy(true);
    try {
      const understanding = await client.archive.imports.understand({ readingId, sheet, header, table });
      importStore.update((now) => {
        const key = sheetKey(readingId, sheet);
        const before = now.sheets.get(key);
        // Another table has other columns: what was said about those of the one before is nothing to it.
        const isSame = before?.understanding.table === understanding.table;
        const known = before && isSame ? before : freshSheet(readingId, understanding);
        const headerChosen = known.headerChosen || header !== undefined;
        const anew = { ...known, understanding, headerChosen };
        return { ...putSheet(now, anew), said: forgetSheet(now.said, key) };
      });
      void queryClient.invalidateQueries({
        queryKey: archive.imports.rows.key({ input: { readingId, sheet } }),
      });
      return true;
    } catch (error) {
      fail(error);
      return false;
    } finally {
      setBusy(false);
    }
  };

  const known = async (readingId: string, sheet: number): Promise<boolean> =>
    importStore.read()?.sheets.has(sheetKey(readingId, sheet)) === true ||
    (await understand(readingId, sheet));

  /** Opens another sheet of a file. */
  const open = async (readingId: string, sheet: number): Promise<void> => {
    if (await known(readingId, sheet))
      importStore.update((now) => openSheet(now, sheetKey(readingId, sheet)));
  };

  /** Takes a sheet in with the others, or leaves it out. */
  const include = async (readingId: string, sheet: number, wanted: boolean): Promise<void> => {
    if (await known(readingId, sheet))
      importStore.update((now) => includeSheet(now, sheetKey(readingId, sheet), wanted));
  };

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

  const cancelRead = (): void => {
    uploading?.abort();
    reading.cancel();
  };

  return {
    failure,
    clearFailure: () => setFailure(null),
    fail,
    reset,
    read,
    readAs,
    cancelRead,
    reading: {
      running: uploading !== null || reading.running,
      progress: reading.progress,
      cancel: cancelRead,
    },
    understand,
    understanding: busy,
    openSheet: open,
    includeSheet: include,
    plan,
    planning,
    planAs,
    decide,
    accept,
    edit,
    editing,
    commit,
    committing,
    back: () => importStore.update((work) => ({ ...work, step: 'columns' })),
  };
};

export type ImportActions = ReturnType<typeof useImport>;

const actionOf = (work: ImportWork, { created, updated, skipped }: ImportResult) => {
  const sheets = includedSheets(work).map((sheet) => ({
    file: fileOf(work, sheet.readingId).reading.fileName,
    sheet: sheetInfo(work, sheet)?.name ?? '',
  }));
  const [first = { file: '', sheet: '' }] = sheets;
  const counts = { created, updated, skipped };
  return { type: 'import', ...first, ...(sheets.length > 1 ? { sheets } : {}), ...counts } as const;
};
