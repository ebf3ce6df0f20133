import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { FileRef } from '../../src-shared/files.ts';
import { useApi } from './api.ts';
import { uploadFile } from './upload.ts';

export type FilePurpose = 'import' | 'restore';

const accepted: Record<FilePurpose, string> = {
  import: '.xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv,.tsv,.txt,.xml,.htm,.html',
  restore: '.kedang',
};

/** The browser's own file dialog; none when it was closed. */
const browse = (accept: string, multiple: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    const done = (files: readonly File[]): void => {
      input.remove();
      resolve([...files]);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    document.body.append(input);
    input.click();
  });

/**
 * Asks for files, through the native dialog or the browser's: several to import, one to restore; none when the user closed
 * the dialog. Those of the browser are still to be uploaded.
 */
export const usePickFiles = (): ((purpose: FilePurpose) => Promise<(FileRef | File)[]>) => {
  const { host, client } = useApi();
  const queryClient = useQueryClient();
  return useCallback(
    async (purpose) => {
      const { kind } = await queryClient.ensureQueryData(host.info.queryOptions());
      if (kind === 'electron') return client.host.pickFiles({ purpose });
      return browse(accepted[purpose], purpose === 'import');
    },
    [host, client, queryClient],
  );
};

/** Asks for one file and has it where the archive can read it; null when the user closed the dialog. */
export const usePickFile = (): ((purpose: FilePurpose) => Promise<FileRef | null>) => {
  const pickFiles = usePickFiles();
  return useCallback(
    async (purpose) => {
      const [file] = await pickFiles(purpose);
      if (file === undefined) return null;
      return file instanceof File ? uploadFile(file) : file;
    },
    [pickFiles],
  );
};
