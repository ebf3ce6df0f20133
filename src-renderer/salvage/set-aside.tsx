import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { useChooseFolder } from '../app/choose-folder.tsx';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useLongWork } from '../app/long-work.ts';
import { formatBytes } from '../kit/format.ts';
import { Panel } from '../kit/panel.tsx';
import { ProgressDialog } from '../kit/progress-dialog.tsx';

/** Copies a damaged archive elsewhere, as it is, before anything is done about it. */
export const SetAside = () => {
  const { t } = useTranslation();
  const { client } = useApi();
  const work = useLongWork((token: string) => client.archive.archive.setAside({ token }));
  const { choose, dialog } = useChooseFolder({
    purpose: 'setAside',
    title: t('salvage.aside.title'),
    hint: t('salvage.aside.typeHint'),
    action: t('salvage.aside.use'),
    onChosen: async ({ token }) => void work.start(token),
  });
  const { result, failure } = work;
  return (
    <Panel title={t('salvage.aside.title')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('salvage.aside.hint')}</Text>
        {failure !== null && <FailureNote failure={failure} />}
        {result !== null && (
          <div role="status">
            <Group gap={6} wrap="nowrap">
              <IconCircleCheck size={18} aria-hidden color="var(--mantine-color-green-text)" />
              <Text size="sm">
                {t('salvage.aside.done')}{' '}
                {t('salvage.aside.where', { count: result.files.length, size: formatBytes(result.bytes) })}
              </Text>
            </Group>
            <Code style={{ overflowWrap: 'anywhere' }}>{result.folder}</Code>
          </div>
        )}
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={choose}>
          {t('salvage.aside.action')}
        </Button>
      </Stack>
      {dialog}
      <ProgressDialog label={t('salvage.aside.working')} work={work} />
    </Panel>
  );
};
