import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../src-shared/failures.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { toFailure } from '../app/failures/to-failure.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { KeyLayer } from '../app/keys.tsx';

/** Where no native dialog can be opened the folder is typed, or one of the connected disks taken. */
const TypePlace = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { client, host } = useApi();
  const drives = useQuery(host.drives.queryOptions());
  const [path, setPath] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (): Promise<void> => {
    setBusy(true);
    try {
      const { token } = await client.host.nameFolder({ path });
      await client.archive.backups.choosePlace({ token });
      onClose();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('backups.second.typeHint')}</Text>
        {drives.data !== undefined && drives.data.length > 0 && (
          <Group gap="xs">
            {drives.data.map((drive) => (
              <Button
                key={drive.path}
                size="xs"
                variant="default"
                leftSection={<IconDeviceUsb size={14} />}
                title={drive.path}
                onClick={() => setPath(drive.path)}
              >
                {drive.name}
              </Button>
            ))}
          </Group>
        )}
        <TextInput
          label={t('backups.second.folder')}
          placeholder={t('backups.second.folderExample')}
          value={path}
          data-autofocus
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        {failure !== null && <FailureNote failure={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={path.trim() === ''}>
            {t('backups.second.use')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Chooses the second place: through the native dialog, or by its path. `dialog` belongs somewhere on the screen. */
export const useChoosePlace = () => {
  const { t } = useTranslation();
  const { client } = useApi();
  const info = useHostInfo();
  const tellFailure = useFailureToast();
  const [typing, setTyping] = useState(false);
  const close = (): void => setTyping(false);
  const pick = async (): Promise<void> => {
    const folder = await client.host.pickFolder();
    if (folder !== null) await client.archive.backups.choosePlace({ token: folder.token });
  };
  return {
    choose: () => {
      if (info?.kind === 'electron') pick().catch(tellFailure);
      else setTyping(true);
    },
    dialog: (
      <Modal
        opened={typing}
        onClose={close}
        title={t('backups.second.choose')}
        closeButtonProps={{ 'aria-label': t('common.action.close') }}
      >
        <KeyLayer>
          <TypePlace onClose={close} />
        </KeyLayer>
      </Modal>
    ),
  };
};
