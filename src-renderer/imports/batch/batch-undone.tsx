import { Alert, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportDetails } from '../../../src-shared/import-batches.ts';
import { KeptList } from '../../app/kept-list.tsx';
import { DateText } from '../../kit/date-text.tsx';

/** That an import was undone, by whom and when, and what stayed because it had been changed since. */
export const BatchUndone = ({ undo }: { undo: NonNullable<ImportDetails['undo']> }) => {
  const { t } = useTranslation();
  const { at, actor, kept, keptCount } = undo;
  return (
    <Alert color="gray" icon={<IconArrowBackUp size={18} />} title={t('imports.done.undoneTitle')}>
      <Stack gap="xs">
        <Text size="sm">
          {t('batches.undoneBy', { actor })} <DateText at={at} />
        </Text>
        <Text size="sm">
          {keptCount === 0 ? t('batches.undoneWhole') : t('batches.undoneKept', { count: keptCount })}
        </Text>
        {keptCount > 0 && <KeptList kept={kept} count={keptCount} label={t('batches.undo.keptLabel')} />}
      </Stack>
    </Alert>
  );
};
