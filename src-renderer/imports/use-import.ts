import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../src-shared/failures.ts';
import type { FileRef } from '../../src-shared/files.ts';
import type { ImportResult, Reading } from '../../src-shared/imports.ts';
import { useApi } from '../app/api.ts';
import { toFailure } from '../app/failures/to-failure.ts';
import { useLongWork } from '../app/long-work.ts';
import { uploadFile } from '../app/upload.ts';
import { useWritten } from '../app/written.tsx';
import {
  addDecision,
  begin,
  freshSheet,
  planInput,
  sheetOf,
  withSheet,
  type DecidedRows,
  type Decision,
  type ImportWork,
} from './state.ts';
import { importStore } from './store.ts';

export type Encoding = NonNullable<Reading['encoding']>;

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
  const committing = useLongWork(client.archive.imports.commit, setFailure);

  const fail = useCallback((error: unknown) => {
    const found = toFailure(error);
    if (found.code !== 'cancelled') setFailure(found);
  }, []);

  const letGo = useCallback(
    (work: ImportWork | null) => {
      // What was committed is released already; what the archive has forgotten meanwhile is gone as well.
      if (work !== null && work.result === null)
        void client.archive.imports.discard({ readingId: work.reading.readingId }).catch(fail);
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

  /** Reads a file the user chose or dropped; the import before it is put away once this one is there. */
  const read = async (source: File | FileRef, encoding?: Encoding): Promise<void> => {
    setFailure(null);
    const file = source instanceof File ? await receive(source) : source;
    if (file === null) return;
    const found = await reading.start({ token: file.token, encoding });
    if (found === null) return;
    try {
      const input = { readingId: found.readingId, sheet: found.suggestedSheet };
      const understanding = await client.archive.imports.understand(input);
      letGo(importStore.read());
      importStore.set(begin(file, found, understanding));
    } catch (error) {
      fail(error);
    }
  };

  /** Asks the archive to understand a sheet (anew), and shows the rows as they are then. */
  const understand = async (sheet: number, header?: [number, number] | null): Promise<void> => {
    const work = importStore.read();
    if (work === null) return;
    setFailure(null);
    setBusy(true);
    try {
      const { readingId } = work.reading;
      const understanding = await client.archive.imports.understand({ readingId, sheet, header });
      importStore.update((now) => {
        const known = now.sheets.get(sheet) ?? freshSheet(understanding);
        const headerChosen = known.headerChosen || header !== undefined;
        const anew = { ...known, understanding, headerChosen, decisions: [] };
        return { ...now, sheet, sheets: new Map(now.sheets).set(sheet, anew) };
      });
      void queryClient.invalidateQueries({
        queryKey: archive.imports.rows.key({ input: { readingId, sheet } }),
      });
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };

  /** Opens another sheet of the file. */
  const openSheet = async (sheet: number): Promise<void> => {
    if (importStore.read()?.sheets.has(sheet) === true) importStore.update((work) => ({ ...work, sheet }));
    else await understand(sheet);
  };

  const refreshPlan = (planId: string): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: archive.imports.planRows.key({ input: { planId } }) });

  /** Goes on to the plan; one that is still right is kept, and what was decided is decided again. */
  const plan = async (): Promise<void> => {
    const work = importStore.read();
    if (work === null) return;
    setFailure(null);
    const input = planInput(work);
    const madeFrom = JSON.stringify(input);
    if (work.plan?.madeFrom === madeFrom) {
      importStore.set({ ...work, step: 'check' });
      return;
    }
    // The archive keeps one plan of a file: from here on the one before is gone, whatever comes of this.
    importStore.update((now) => ({ ...now, plan: null }));
    const made = await planning.start(input);
    if (made === null) return;
    try {
      let { counts } = made;
      for (const { rows, decision } of sheetOf(work).decisions)
        counts = await client.archive.imports.decide({
          planId: made.planId,
          rows: rows === 'allPossible' ? rows : [...rows],
          decision,
        });
      importStore.update((now) => ({ ...now, plan: { ...made, counts, madeFrom }, step: 'check' }));
    } catch (error) {
      fail(error);
    }
  };

  /** Decides rows by their number in the sheet, or all that are possibly there already. */
  const decide = async (rows: DecidedRows, decision: Decision): Promise<void> => {
    const work = importStore.read();
    if (work?.plan == null) return;
    const { planId } = work.plan;
    setFailure(null);
    try {
      const counts = await client.archive.imports.decide({
        planId,
        rows: rows === 'allPossible' ? rows : [...rows],
        decision,
      });
      importStore.update((now) => ({
        ...withSheet(now, { decisions: addDecision(sheetOf(now), rows, decision) }),
        plan: now.plan === null ? null : { ...now.plan, counts },
      }));
      await refreshPlan(planId);
    } catch (error) {
      fail(error);
    }
  };

  /** Writes the plan as one change. */
  const commit = async (): Promise<void> => {
    const work = importStore.read();
    if (work?.plan == null) return;
    setFailure(null);
    const result = await committing.start({ planId: work.plan.planId });
    if (result === null) return;
    importStore.update((now) => ({ ...now, step: 'done', result }));
    if (result.changeId > 0) announce({ changeId: result.changeId, action: actionOf(work, result) });
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
    cancelRead,
    reading: {
      running: uploading !== null || reading.running,
      progress: reading.progress,
      cancel: cancelRead,
    },
    understand,
    understanding: busy,
    openSheet,
    plan,
    planning,
    decide,
    commit,
    committing,
    back: () => importStore.update((work) => ({ ...work, step: 'columns' })),
  };
};

export type ImportActions = ReturnType<typeof useImport>;

const actionOf = ({ reading, sheet }: ImportWork, { created, updated, skipped }: ImportResult) =>
  ({
    type: 'import',
    file: reading.fileName,
    sheet: reading.sheets[sheet]?.name ?? '',
    created,
    updated,
    skipped,
  }) as const;
