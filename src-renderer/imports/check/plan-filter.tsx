import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rowStatuses, type PlanCounts, type RowStatus } from '../../../src-shared/import-plan.ts';
import { formatNumber } from '../../kit/format.ts';
import classes from './check.module.css';
import { statusIcons } from './status-looks.ts';

export type PlanFilterValue = 'all' | RowStatus;

const values: readonly PlanFilterValue[] = ['all', ...rowStatuses];

const countOf = (counts: PlanCounts, value: PlanFilterValue): number =>
  value === 'all' ? counts.rows : counts[value];

/** How many rows of each kind, each a filter. */
export const PlanFilter = ({
  counts,
  value,
  onChange,
}: {
  counts: PlanCounts;
  value: PlanFilterValue;
  onChange: (value: PlanFilterValue) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={classes.filters} role="group" aria-label={t('imports.check.filter')}>
      {values.map((one) => {
        const Icon = one === 'all' ? null : statusIcons[one];
        const count = countOf(counts, one);
        return (
          <UnstyledButton
            key={one}
            className={classes.filter}
            data-status={one}
            aria-pressed={one === value}
            disabled={count === 0 && one !== value && one !== 'all'}
            onClick={() => onChange(one)}
          >
            {Icon !== null && <Icon size={14} aria-hidden />}
            {t(`imports.check.${one}`)} <span className="numeric">{formatNumber(count)}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
};
