import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useLongWork } from '../app/long-work.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';

/** A new key for everything, right after the first password was set: that one holds whatever becomes of this. */
export const NewKeyStep = ({ password, onDone }: { password: string; onDone: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const changing = useLongWork(client.archive.protection.changeDataKey);
  const start = async (): Promise<void> => {
    if ((await changing.start({ current: password })) !== null) onDone();
  };
  const begin = useEffectEvent(() => void start());
  useEffect(() => begin(), []);
  if (changing.running || changing.result !== null)
    return (
      <Stack gap="md">
        <Text size="sm">{t('protection.newKey.running')}</Text>
        <ProgressPanel takesFocus work={changing} cancellable={changing.progress?.phase !== 'swapping'} />
      </Stack>
    );
  return (
    <Stack gap="md">
      {changing.failure !== null && <FailureNote failure={changing.failure} />}
      <Text size="sm" role="status">
        {t('protection.newKey.notDone')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => void start()}>
          {t('protection.newKey.again')}
        </Button>
        <Button autoFocus onClick={onDone}>
          {t('protection.newKey.goOn')}
        </Button>
      </Group>
    </Stack>
  );
};
