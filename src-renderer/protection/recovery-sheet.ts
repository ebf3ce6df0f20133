import type { TFunction } from 'i18next';
import { formatDay, formatFull } from '../kit/format.ts';

/** What the sheet with a recovery key says besides the key. */
export interface SheetFacts {
  readonly recoveryKey: string;
  /** ISO instant. */
  readonly made: string;
  readonly folder: string;
  /** Empty where the owner gave none. */
  readonly businessName: string;
}

/**
 * The sheet as a text file: the same as on paper, and the key once more in one line, for pasting. With a byte order mark
 * and the line ends of Windows, whose older editors read it otherwise as something else.
 */
export const recoverySheetText = (
  t: TFunction,
  { recoveryKey, made, folder, businessName }: SheetFacts,
): string => {
  const groups = recoveryKey.split('-').map((group, index) => `${index + 1}.  ${group}`);
  const lines = [
    t('protection.key.sheetTitle'),
    '',
    t('protection.key.sheetWhat'),
    '',
    ...groups,
    '',
    recoveryKey,
    '',
    ...(businessName === '' ? [] : [t('protection.key.sheetBusiness', { name: businessName })]),
    t('protection.key.sheetMade', { when: formatFull(made), folder }),
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
};

/** What the file is called: `客档恢复密钥 2026-11-22.txt`. */
export const recoverySheetName = (t: TFunction, { made }: Pick<SheetFacts, 'made'>): string =>
  t('protection.key.fileName', { day: formatDay(new Date(made)) });
