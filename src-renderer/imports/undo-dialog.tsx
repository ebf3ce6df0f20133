import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoPreview } from '../../src-shared/changes.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { KeptList } from '../app/kept-list.tsx';
import { useWritten } from '../app/written.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';

/** What undoing is asked about. */
export interface UndoableImport {
  readonly changeId: number;
  readonly file: string;
}

const effects = ['removed', 'restored'] as const;

const Effects = ({ preview, onGo }: { preview: UndoPreview; onGo: () => void }) => {
  const { t } = useTranslation();
  const { kept, keptCount, keptCustomers } = preview;
  const lines = effects.filter((effect) => preview[effect] > 0);
  return (
    <Stack gap="xs">
      {lines.length === 0 && keptCustomers === 0 && <span>{t('batches.undo.nothing')}</span>}
      <List size="sm">
        {lines.map((effect) => (
          <List.Item key={effect}>{t(`batches.undo.${effect}`, { count: preview[effect] })}</List.Item>
        ))}
        {keptCustomers > 0 && <List.Item>{t('batches.undo.kept', { count: keptCustomers })}</List.Item>}
      </List>
      {keptCount > 0 && (
        <KeptList kept={kept} count={keptCount} label={t('batches.undo.keptLabel')} onGo={onGo} />
      )}
      <Text size="xs" c="dimmed">
        {t('batches.undo.again')}
      </Text>
    </Stack>
  );
};

/** Asks before an import is undone, and says what that will do: it is looked up when the dialog opens. */
export const UndoDialog = ({ batch, onClose }: { batch: UndoableImport | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { undo } = useWritten();
  const [undoing, setUndoing] = useState(false);
  const { data, error, refetch } = useQuery(
    archive.changes.previewUndo.queryOptions({
      input: { changeId: batch?.changeId ?? 0 },
      // Any change in between may have touched what was imported.
      gcTime: 0,
      enabled: batch !== null && !undoing,
    }),
  );
  return (
    <ConfirmModal
      opened={batch !== null}
      title={t('batches.undo.title', { file: batch?.file ?? '' })}
      action={t('batches.undo.confirm')}
      busy={undoing || (batch !== null && data === undefined && error === null)}
      onConfirm={() => {
        if (batch === null) return;
        setUndoing(true);
        void undo(batch.changeId).finally(() => {
          setUndoing(false);
          onClose();
        });
      }}
      onClose={onClose}
    >
      {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && t('batches.undo.looking')}
      {data !== undefined && <Effects preview={data} onGo={onClose} />}
    </ConfirmModal>
  );
};
