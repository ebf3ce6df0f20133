import type { TFunction } from 'i18next';
import type { PlanRow } from '../../../src-shared/imports.ts';

export type PlanMatch = NonNullable<PlanRow['match']>;

/** Why two are taken for one: 同手机或电话：13800138000. A name says itself. */
export const matchReason = (t: TFunction, { key, detail, name }: PlanMatch): string => {
  const reason = t(`imports.check.key.${key}`);
  return detail === '' || detail === name ? reason : t('imports.check.because', { reason, detail });
};

/** Why a row is skipped, for the column of matches. */
export const skipReason = (t: TFunction, row: PlanRow): string => {
  if (row.decided) return t('imports.decision.decided');
  return row.name === '' ? t('imports.check.noName') : t('imports.check.same');
};
