import { Alert, Text } from '@mantine/core';
import { IconCloudExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ArchivePlace } from '../../src-shared/archive-state.ts';

/** Says that the archive lies where somebody else writes too, and what to do about it. */
export const PlaceNote = ({ place }: { place: ArchivePlace | null }) => {
  const { t } = useTranslation();
  if (place === null) return null;
  return (
    <Alert color="yellow" icon={<IconCloudExclamation size={20} />} role="note">
      <Text size="sm">
        {place.kind === 'synced' ? t('common.place.synced', { by: place.by }) : t('common.place.network')}
      </Text>
      <Text size="sm">{t('common.place.advice')}</Text>
    </Alert>
  );
};
