import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../src-shared/customers.ts';
import classes from './doubt-text.module.css';

/** Why a value is doubtful, with the sign of doubts; nothing when it is not. */
export const DoubtText = ({ doubts }: { doubts: readonly Doubt[] }) => {
  const { t } = useTranslation();
  if (doubts.length === 0) return null;
  return (
    <span className={classes.doubt}>
      <IconAlertCircle size={14} aria-hidden className={classes.icon} />
      <span>
        {doubts.map(({ reason }) => t(`customer.doubt.${reason}`)).join(t('customer.doubtSeparator'))}
      </span>
    </span>
  );
};
