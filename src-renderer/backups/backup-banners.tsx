import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { failureMessage } from '../app/failures/failure-message.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { navigate } from '../app/location.ts';
import { Banner } from '../kit/banner.tsx';
import { formatWhen } from '../kit/format.ts';
import { useChoosePlace } from './choose-place.tsx';

/** What is wrong with the backups, above whatever room the user is in, until it is settled. */
export const BackupBanners = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const tellFailure = useFailureToast();
  const { choose, dialog } = useChoosePlace();
  const { data } = useQuery(archive.backups.state.queryOptions());
  const puttingOff = useMutation(archive.backups.putOff.mutationOptions({ onError: tellFailure }));
  if (data === undefined) return null;
  const { failed, damaged, reminder, second } = data;
  const toBackups = (
    <Button size="compact-sm" variant="default" onClick={() => navigate('/backups')}>
      {t('backups.banner.look')}
    </Button>
  );
  const why = failed && failureMessage(t, failed.failure);
  return (
    <>
      {failed !== null && why !== null && (
        <Banner
          kind="danger"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => navigate('/backups?make=1')}>
              {t('backups.makeNow')}
            </Button>
          }
        >
          {t('backups.failed.banner', {
            reason: t(`backups.reason.${failed.reason}`),
            at: formatWhen(failed.at),
            what: why.what,
          })}{' '}
          {why.next}
        </Banner>
      )}
      {damaged.length > 0 && (
        <Banner kind="danger" actions={toBackups}>
          {t('backups.damaged.banner', { count: damaged.length })}
        </Banner>
      )}
      {reminder === 'copyDue' && second !== null && (
        <Banner
          kind="doubt"
          actions={
            <>
              {toBackups}
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => puttingOff.mutate({ reminder: 'copyDue' })}
              >
                {t('backups.banner.tomorrow')}
              </Button>
            </>
          }
        >
          {second.lastCopy === null
            ? t('backups.banner.neverCopied', { path: second.path })
            : t('backups.banner.copyDue', { at: formatWhen(second.lastCopy.at), path: second.path })}
        </Banner>
      )}
      {reminder === 'noPlace' && (
        <Banner
          kind="hint"
          actions={
            <>
              <Button size="compact-sm" variant="default" onClick={choose}>
                {t('backups.second.choose')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => puttingOff.mutate({ reminder: 'noPlace' })}
              >
                {t('backups.banner.never')}
              </Button>
            </>
          }
        >
          {t('backups.banner.noPlace')}
        </Banner>
      )}
      {dialog}
    </>
  );
};
