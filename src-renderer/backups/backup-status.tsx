import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApi } from '../app/api.ts';
import { DateText } from '../kit/date-text.tsx';
import { noneOf } from './backup-state-card.tsx';
import classes from './backups.module.css';
import { SecondSign } from './second-sign.tsx';

/** In the status bar, once it is known: the last good backup and where it is, how the second place is; leads to the backups. */
export const BackupStatus = ({ className }: { className: string | undefined }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data } = useQuery(archive.backups.state.queryOptions());
  if (data === undefined) return null;
  const { lastGood, failed, second, folder } = data;
  return (
    <Link href="/backups" className={className}>
      {lastGood === null ? (
        <span className={classes.doubt}>
          <IconAlertTriangle size={14} aria-hidden />{' '}
          {t(noneOf(data) === 'rotten' ? 'backups.state.rottenShort' : 'common.status.noBackup')}
        </span>
      ) : (
        <span className={classes.good}>
          {t('common.status.lastBackup')} <DateText at={lastGood.madeAt} />{' '}
          <IconCircleCheck size={14} aria-hidden /> {folder}
        </span>
      )}
      {failed !== null && (
        <>
          {' · '}
          <span className={classes.danger}>
            <IconAlertTriangle size={14} aria-hidden /> {t('backups.failed.short')}
          </span>
        </>
      )}
      {second !== null && (
        <>
          {' · '}
          {t('backups.second.short')} <SecondSign second={second} />
        </>
      )}
    </Link>
  );
};
