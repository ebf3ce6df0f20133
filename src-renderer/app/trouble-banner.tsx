import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Banner } from '../kit/banner.tsx';
import { useSalvage } from '../salvage/salvaging.tsx';
import { useApi } from './api.ts';
import { failureMessage } from './failures/failure-message.ts';
import { navigate } from './location.ts';

/** What is the matter with the archive itself, above whatever room the user is in, until it is over. */
export const TroubleBanner = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const salvage = useSalvage();
  const { data: state } = useQuery(archive.archive.state.queryOptions());
  if (state?.state !== 'open') return null;
  const { trouble, writable, folder } = state;
  if (trouble === null && writable) return null;
  const { what, next } = failureMessage(t, trouble ?? { code: 'readOnly', path: folder });
  if (trouble?.code !== 'archiveDamaged')
    return (
      <Banner kind="danger">
        {what} {next} {t(trouble === null ? 'common.trouble.readOnly' : 'common.trouble.passing')}
      </Banner>
    );
  return (
    <Banner
      kind="danger"
      actions={
        <>
          <Button size="compact-sm" variant="default" onClick={() => navigate('/backups')}>
            {t('common.trouble.toBackups')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={salvage}>
            {t('salvage.action')}
          </Button>
        </>
      }
    >
      {what} {t('common.trouble.damaged')}
    </Banner>
  );
};
