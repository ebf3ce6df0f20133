import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../src-shared/failures.ts';
import type { FolderRef } from '../../src-shared/files.ts';
import type { FolderPurpose } from '../../src-shared/host.ts';
import { useApi } from './api.ts';
import { FailureNote } from './failures/failure-panel.tsx';
import { toFailure } from './failures/to-failure.ts';
import { useFailureToast } from './failures/use-failure-toast.tsx';
import { useHostInfo } from './host-info.ts';
import { KeyLayer } from './keys.tsx';

interface Wanted {
  readonly purpose: FolderPurpose;
  /** What the dialog is called where the path is typed; native dialogs have their own words. */
  readonly title: string;
  /** What will be done with the folder. */
  readonly hint: string;
  /** The text of the button that takes it. */
  readonly action: string;
  /** Whatever it throws is said where the folder was chosen. */
  readonly onChosen: (folder: FolderRef) => Promise<void>;
}

/** Where no native dialog can be opened the folder is typed, or one of the connected disks taken. */
const TypeFolder = ({ wanted, onClose }: { wanted: Wanted; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client, host } = useApi();
  const drives = useQuery(host.drives.queryOptions());
  const [path, setPath] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async (): Promise<void> => {
    setBusy(true);
    try {
      await wanted.onChosen(await client.host.nameFolder({ path }));
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
        <div>
          <Text size="sm">{t('common.folder.typeHint')}</Text>
          <Text size="sm">{wanted.hint}</Text>
        </div>
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
          label={t('common.folder.label')}
          placeholder={t('common.folder.example')}
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
            {wanted.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Chooses a folder to write to: through the native dialog, or by its path. `dialog` belongs somewhere on the screen. */
export const useChooseFolder = (wanted: Wanted): { choose: () => void; dialog: ReactNode } => {
  const { t } = useTranslation();
  const { client } = useApi();
  const info = useHostInfo();
  const tellFailure = useFailureToast();
  const [typing, setTyping] = useState(false);
  const close = (): void => setTyping(false);
  const pick = async (): Promise<void> => {
    const folder = await client.host.pickFolder({ purpose: wanted.purpose });
    if (folder !== null) await wanted.onChosen(folder);
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
        title={wanted.title}
        closeButtonProps={{ 'aria-label': t('common.action.close') }}
      >
        <KeyLayer>
          <TypeFolder wanted={wanted} onClose={close} />
        </KeyLayer>
      </Modal>
    ),
  };
};
