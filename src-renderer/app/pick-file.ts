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

/** The browser's own file dialog; null when it was closed. */
const browse = (accept: string): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const done = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => done(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => done(null));
    document.body.append(input);
    input.click();
  });

/** Asks for a file, through the native dialog or by an upload; null when the user closed the dialog. */
export const usePickFile = (): ((purpose: FilePurpose) => Promise<FileRef | null>) => {
  const { host, client } = useApi();
  const queryClient = useQueryClient();
  return useCallback(
    async (purpose) => {
      const { kind } = await queryClient.ensureQueryData(host.info.queryOptions());
      if (kind === 'electron') return client.host.pickFile({ purpose });
      const file = await browse(accepted[purpose]);
      return file === null ? null : uploadFile(file);
    },
    [host, client, queryClient],
  );
};
