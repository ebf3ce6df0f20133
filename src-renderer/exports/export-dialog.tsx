import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn, CustomerSort, Selection } from '../../src-shared/customers.ts';
import type { TargetRef } from '../../src-shared/files.ts';
import { useApi } from '../app/api.ts';
import { FailureNote, FailurePanel } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { deliver } from '../app/save-target.ts';
import { formatBytes, formatFileStamp } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { ExportForm, type ExportChoice } from './export-form.tsx';

const Done = ({
  rows,
  sizeBytes,
  target,
  onClose,
}: {
  rows: number;
  sizeBytes: number;
  target: TargetRef;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellFailure = useFailureToast();
  const downloads = target.download !== null;
  return (
    <Stack gap="md">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconCircleCheck size={22} style={{ flex: 'none', color: 'var(--sign-good)' }} aria-hidden />
        <div role="status">
          <Text fw={600}>{t('exports.done', { count: rows })}</Text>
          <Text size="sm">{t('exports.file', { name: target.name, size: formatBytes(sizeBytes) })}</Text>
          {downloads && (
            <Text size="sm" c="dimmed">
              {t('exports.downloaded')}
            </Text>
          )}
        </div>
      </Group>
      <Group justify="flex-end" gap="xs">
        {downloads ? (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => deliver(target)}>
            {t('exports.downloadAgain')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={16} />}
            onClick={() => client.host.reveal({ token: target.token }).catch(tellFailure)}
          >
            {t('exports.reveal')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('exports.ok')}
        </Button>
      </Group>
    </Stack>
  );
};

interface ExportDialogProps {
  readonly selection: Selection;
  /** Those of the list, in order. */
  readonly columns: readonly CustomerColumn[];
  readonly sort: CustomerSort | null;
  /** How many customers the selection means, where that is known already. */
  readonly count?: number;
  readonly onClose: () => void;
}

/** Writes customers to a file: what, as what, where; then progress, and where it is. */
export const ExportDialog = ({ selection, columns, sort, count, onClose }: ExportDialogProps) => {
  const { t, i18n } = useTranslation();
  const { archive, client } = useApi();
  const tellFailure = useFailureToast();
  const exporting = useLongWork(client.archive.exports.customers);
  const [target, setTarget] = useState<TargetRef | null>(null);
  const counted = useQuery(
    archive.customers.count.queryOptions({ input: count === undefined ? { selection } : skipToken }),
  );

  const run = async (choice: ExportChoice): Promise<void> => {
    const extension = choice.format;
    const name = t('exports.fileName', { stamp: formatFileStamp(new Date()), extension });
    const place = await client.host.pickTarget({ purpose: 'export', name });
    if (place === null) return;
    setTarget(place);
    const language = i18n.language === 'en' ? 'en' : 'zh-CN';
    const done = await exporting.start({ selection, sort, language, target: place.token, ...choice });
    if (done !== null) deliver(place);
  };

  const { running, result, failure } = exporting;
  const body = () => {
    if (result !== null && target !== null)
      return <Done rows={result.rows} sizeBytes={result.sizeBytes} target={target} onClose={onClose} />;
    return (
      <Stack gap="md">
        {running && <ProgressPanel takesFocus label={t('exports.running')} work={exporting} />}
        {failure !== null && <FailureNote failure={failure} />}
        {counted.error !== null && (
          <FailurePanel error={counted.error} onRetry={() => void counted.refetch()} />
        )}
        {/* Stays while it works: cancelled or failed, what was chosen is still there. */}
        <div hidden={running}>
          <ExportForm
            columns={columns}
            count={count ?? counted.data}
            onExport={(choice) => void run(choice).catch(tellFailure)}
            onClose={onClose}
          />
        </div>
      </Stack>
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!running}
      closeOnEscape={!running}
      withCloseButton={!running}
      title={t('exports.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{body()}</KeyLayer>
    </Modal>
  );
};
