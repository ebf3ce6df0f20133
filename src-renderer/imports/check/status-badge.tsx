import { useTranslation } from 'react-i18next';
import type { RowStatus } from '../../../src-shared/import-plan.ts';
import classes from './check.module.css';
import { statusIcons } from './status-looks.ts';

/** What becomes of a row: icon, word and colour. */
export const StatusBadge = ({ status }: { status: RowStatus }) => {
  const { t } = useTranslation();
  const Icon = statusIcons[status];
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={13} aria-hidden />
      {t(`imports.check.${status}`)}
    </span>
  );
};
