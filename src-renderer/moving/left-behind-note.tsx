import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconFolderSymlink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftBehind } from '../../src-shared/left-behind.ts';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { formatBytes } from '../kit/format.ts';

/** After a move: what still lies in the folder of before, and what to do with it. */
export const LeftBehindNote = ({ left }: { left: readonly LeftBehind[] }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const tellFailure = useFailureToast();
  const [removing, setRemoving] = useState(false);
  const deciding = useMutation(
    archive.archive.leftBehind.mutationOptions({
      onError: tellFailure,
      onSettled: () => setRemoving(false),
    }),
  );
  if (left.length === 0) return null;
  const size = formatBytes(left.reduce((sum, { bytes }) => sum + bytes, 0));
  return (
    <Alert color="teal" icon={<IconFolderSymlink size={20} />} title={t('moving.left.title')} role="note">
      <Stack gap="xs">
        <Text size="sm">{t('moving.left.body', { size })}</Text>
        {left.map(({ folder }) => (
          <Code key={folder} style={{ overflowWrap: 'anywhere' }}>
            {folder}
          </Code>
        ))}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {t('moving.left.remove')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            loading={deciding.isPending && !removing}
            onClick={() => deciding.mutate({ decision: 'keep' })}
          >
            {t('moving.left.keep')}
          </Button>
        </Group>
      </Stack>
      <ConfirmModal
        opened={removing}
        title={t('moving.left.removeTitle')}
        action={t('moving.left.removeAction')}
        danger
        busy={deciding.isPending}
        onConfirm={() => deciding.mutate({ decision: 'remove' })}
        onClose={() => setRemoving(false)}
      >
        {t('moving.left.removeBody', { size, folder: left.map(({ folder }) => folder).join('”、“') })}
      </ConfirmModal>
    </Alert>
  );
};
