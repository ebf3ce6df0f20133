import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SalvageReport } from '../../src-shared/salvage.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { SalvageResult } from './salvage-result.tsx';

/** Making a new archive of what can be read in a damaged one: what it does, how far it is, what came of it. */
export const SalvageDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const work = useLongWork<undefined, SalvageReport>(client.archive.archive.salvage);

  const body = () => {
    if (work.result !== null) return <SalvageResult report={work.result} onClose={onClose} />;
    if (work.running)
      return (
        <ProgressPanel
          takesFocus
          label={t('salvage.working')}
          work={work}
          cancellable={work.progress?.phase !== 'swapping'}
        />
      );
    return (
      <Stack gap="md">
        {work.failure !== null && <FailureNote failure={work.failure} />}
        <Text size="sm">{t('salvage.lead')}</Text>
        <List size="sm" spacing={4}>
          {(['kept', 'partial', 'history', 'backupFirst'] as const).map((point) => (
            <List.Item key={point}>{t(`salvage.points.${point}`)}</List.Item>
          ))}
        </List>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.action.cancel')}
          </Button>
          <Button onClick={() => void work.start(undefined)}>{t('salvage.start')}</Button>
        </Group>
      </Stack>
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={!work.running}
      withCloseButton={!work.running}
      size="lg"
      title={t(work.result === null ? 'salvage.title' : 'salvage.done')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{body()}</KeyLayer>
    </Modal>
  );
};
