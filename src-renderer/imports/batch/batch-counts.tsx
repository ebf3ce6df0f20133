import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../kit/format.ts';
import classes from './batch.module.css';

const shown = ['created', 'updated', 'skipped', 'doubtful'] as const;

/** What an import did, in numbers. */
export const BatchCounts = ({ counts }: { counts: Record<(typeof shown)[number], number> }) => {
  const { t } = useTranslation();
  return (
    <dl className={classes.counts}>
      {shown.map((name) => (
        <Paper key={name} withBorder p="sm" className={classes.count} data-sign={name}>
          <dt>{t(`imports.done.${name}`)}</dt>
          <dd>{formatNumber(counts[name])}</dd>
        </Paper>
      ))}
    </dl>
  );
};
