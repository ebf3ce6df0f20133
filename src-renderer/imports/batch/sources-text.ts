import type { TFunction } from 'i18next';
import type { ImportBatch } from '../../../src-shared/imports.ts';

const joined = (t: TFunction, names: readonly string[]): string =>
  [...new Set(names)].join(t('history.listSeparator'));

/** The files of an import, each once. */
export const batchFiles = (t: TFunction, { sheets }: Pick<ImportBatch, 'sheets'>): string =>
  joined(
    t,
    sheets.map(({ file }) => file),
  );

/** Its sheets; names that several files share are told once. */
export const batchSheets = (t: TFunction, { sheets }: Pick<ImportBatch, 'sheets'>): string =>
  joined(
    t,
    sheets.map(({ sheet }) => sheet),
  );
