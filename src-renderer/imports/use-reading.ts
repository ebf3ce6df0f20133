import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileRef } from '../../src-shared/files.ts';
import type { Reading, Understanding } from '../../src-shared/imports.ts';
import { useApi } from '../app/api.ts';
import { leavesNothing, useLongWork } from '../app/long-work.ts';
import { uploadFile } from '../app/upload.ts';
import {
  begin,
  freshSheet,
  includeSheet,
  openSheet,
  putSheet,
  replaceFile,
  sheetKey,
  type ImportFile,
  type ImportWork,
  type SheetWork,
} from './state.ts';
import { releaseFiles } from './release-files.ts';
import { forgetSheet } from './said.ts';
import { importStore } from './store.ts';
import type { Failing } from './use-failing.ts';

export type Encoding = NonNullable<Reading['encoding']>;

/** How a text file is to be read; found by itself otherwise. */
export interface ReadAs {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** What somebody says about a sheet before it is understood anew. */
export interface SheetSaid {
  readonly header?: [number, number] | null;
  /** Another table of it. */
  readonly table?: number | null;
  /** Without, or with, what is found of its layout. */
  readonly asIs?: boolean;
  /** With its tables of one header put together, or not. */
  readonly joined?: boolean;
}

/** What was said before and still holds: of another table it is nothing. */
const saidBefore = (known: SheetWork | undefined, { table, joined }: SheetSaid): SheetSaid => {
  if (known === undefined || table !== undefined) return {};
  const { understanding, headerChosen } = known;
  const asIs = understanding.layout?.taken === false;
  // Other rows stand in other places.
  if (joined !== undefined) return { asIs };
  if (understanding.alike?.joined === true) return { asIs, joined: true };
  return {
    table: understanding.table,
    asIs,
    ...(headerChosen && { header: understanding.header }),
  };
};

const hasSameColumns = (one: Understanding, other: Understanding): boolean =>
  one.table === other.table &&
  one.layout?.taken === other.layout?.taken &&
  one.alike?.joined === other.alike?.joined;

/** Reading files and understanding their sheets. */
export const useReading = ({ fail, setFailure }: Failing) => {
  const { archive, client } = useApi();
  const queryClient = useQueryClient();
  const [uploading, setUploading] = useState<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const uploads = useRef<AbortController | null>(null);
  useEffect(() => () => uploads.current?.abort(), []);
  const reading = useLongWork(client.archive.imports.read, setFailure, leavesNothing);

  const letGo = useCallback(
    (work: ImportWork | null) => {
      // What was committed is released already; what the archive has forgotten meanwhile is gone as well.
      if (work === null || work.result !== null) return;
      for (const { reading: held } of work.files)
        void client.archive.imports.discard({ readingId: held.readingId }).catch(fail);
      releaseFiles(
        client,
        work.files.map(({ file }) => file),
      );
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

  const giveUp = (files: readonly ImportFile[]): void => {
    files.forEach(discard);
    releaseFiles(
      client,
      files.map(({ file }) => file),
    );
  };

  const readOne = async (source: File | FileRef, as: ReadAs = {}): Promise<ImportFile | null> => {
    const file = source instanceof File ? await receive(source) : source;
    const found = file === null ? null : await reading.start({ token: file.token, ...as });
    // What was chosen before is read in another way only, and stays when that fails.
    if (file !== null && found === null && source instanceof File) releaseFiles(client, [file]);
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
        if (file === null) return giveUp(files);
        files.push(file);
      }
      const sheets: SheetWork[] = [];
      for (const file of files) sheets.push(...(await suggested(file)));
      if (sheets.length === 0) return;
      letGo(importStore.read());
      importStore.set(begin(files, sheets));
    } catch (error) {
      giveUp(files);
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
  const understand = async (readingId: string, sheet: number, said: SheetSaid = {}): Promise<boolean> => {
    if (importStore.read() === null) return false;
    setFailure(null);
    setBusy(true);
    try {
      const known = importStore.read()?.sheets.get(sheetKey(readingId, sheet));
      const understanding = await client.archive.imports.understand({
        readingId,
        sheet,
        ...saidBefore(known, said),
        ...said,
      });
      importStore.update((now) => {
        const key = sheetKey(readingId, sheet);
        const before = now.sheets.get(key);
        // Another table has other columns: what was said about those of the one before is nothing to it.
        const kept = before && hasSameColumns(before.understanding, understanding) ? before : null;
        const headerChosen = (kept ?? before)?.headerChosen === true || said.header !== undefined;
        const anew = { ...(kept ?? freshSheet(readingId, understanding)), understanding, headerChosen };
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

  const cancelRead = (): void => {
    uploading?.abort();
    reading.cancel();
  };

  return {
    reset,
    read,
    readAs,
    cancelRead,
    reading: {
      running: uploading !== null || reading.running,
      cancelling: reading.cancelling,
      notCancelled: reading.notCancelled,
      progress: reading.progress,
      cancel: cancelRead,
    },
    understand,
    understanding: busy,
    openSheet: open,
    includeSheet: include,
  };
};
