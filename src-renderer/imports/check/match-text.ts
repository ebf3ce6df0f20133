import type { TFunction } from 'i18next';
import type { PlanRow } from '../../../src-shared/import-plan.ts';

export type PlanMatch = NonNullable<PlanRow['match']>;

/** Why two are taken for one, with what agrees: 同手机：13800138000. A name says itself. */
export const matchReason = (t: TFunction, { key, detail, name }: PlanMatch): string => {
  const reason = t(`imports.check.key.${key}`);
  if (detail === '' || detail === name) return reason;
  return t('imports.check.because', { reason, detail: detail.replace(/^\+86/u, '') });
};

/** Which row of the file it is, and of which sheet where there are several. */
export const sameFile = (t: TFunction, { row, sheet }: PlanMatch, names: readonly string[]): string => {
  const number = (row ?? 0) + 1;
  return names.length < 2
    ? t('imports.check.sameFile', { row: number })
    : t('imports.check.sameSheet', { row: number, sheet: names[sheet ?? 0] ?? '' });
};

/** The remarks on a row as one text, for hovering. */
export const remarks = (t: TFunction, row: PlanRow): string => {
  const { match } = row;
  const whom =
    match === null || match.customerId !== null
      ? match?.name
      : t('imports.check.sameFile', { row: (match.row ?? 0) + 1 });
  return [
    match === null ? '' : [whom, matchReason(t, match)].join(' '),
    ...row.doubts.map(({ reason, value }) =>
      t('imports.check.because', { reason: t(`customer.doubt.${reason}`), detail: value }),
    ),
    row.status === 'skip' ? skipReason(t, row) : '',
  ]
    .filter(Boolean)
    .join('\n');
};

/** Why a row is skipped, for the column of matches. */
export const skipReason = (t: TFunction, row: PlanRow): string => {
  if (row.decided) return t('imports.decision.decided');
  return row.name === '' ? t('imports.check.noName') : t('imports.check.same');
};
