import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconLock, IconLockOpen2, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BackupStatus } from '../backups/backup-status.tsx';
import { useApi } from './api.ts';
import { useConnected } from './connected.tsx';
import classes from './shell.module.css';

/** Always there: how many customers, the last good backup, how the archive is protected. */
export const StatusBar = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const connected = useConnected();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  if (state?.state !== 'open') return <footer className={classes.status} />;
  return (
    <footer className={classes.status} aria-label={t('common.status.label')}>
      <span className="numeric">{t('common.status.customers', { count: state.counts.customers })}</span>
      <BackupStatus className={classes.statusLink} />
      <span className={classes.spring} />
      {!connected && (
        <span className={classes.danger} role="status">
          <IconPlugConnectedX size={14} aria-hidden /> {t('common.status.reconnecting')}
        </span>
      )}
      {!state.writable && (
        <span className={classes.danger}>
          <IconAlertTriangle size={14} aria-hidden /> {t('common.status.readOnly')}
        </span>
      )}
      <Link href="/settings?section=protection" className={classes.statusLink}>
        {state.hasPassword ? <IconLock size={14} aria-hidden /> : <IconLockOpen2 size={14} aria-hidden />}{' '}
        {t(state.hasPassword ? 'common.status.protected' : 'common.status.unprotected')}
      </Link>
    </footer>
  );
};
