import type { TFunction } from 'i18next';
import { fileOf, includedSheets, sheetInfo, type ImportWork } from './state.ts';

/** The files of an import in a few words: the first one, and how many there are. */
export const filesText = (t: TFunction, { files }: ImportWork): string => {
  const file = files[0]?.reading.fileName ?? '';
  return files.length < 2 ? file : t('imports.files', { file, count: files.length });
};

/** Where the rows come from: the sheets, the first three of them by name. */
export const sheetsText = (t: TFunction, work: ImportWork): string => {
  const sheets = includedSheets(work);
  const names = sheets
    .slice(0, 3)
    .map((sheet) =>
      work.files.length === 1
        ? (sheetInfo(work, sheet)?.name ?? '')
        : `${fileOf(work, sheet.readingId).reading.fileName} · ${sheetInfo(work, sheet)?.name ?? ''}`,
    );
  const listed = names.join(t('history.listSeparator'));
  return sheets.length > names.length
    ? t('imports.sheets', { sheets: listed, count: sheets.length })
    : listed;
};
