import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetRef } from '../../src-shared/files.ts';
import { useApi } from './api.ts';
import { useFailureToast } from './failures/use-failure-toast.tsx';
import { deliver } from './save-target.ts';

export interface SaveFile {
  /** Asks where to, lets `write` write it, hands it over and says so in a toast; nothing when the dialog was closed. */
  readonly save: (name: string, write: (target: TargetRef) => Promise<unknown>) => Promise<void>;
  readonly saving: boolean;
}

/** A small file that is written at once: a template, a list of rows. Large ones have a dialog of their own. */
export const useSaveFile = (): SaveFile => {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellFailure = useFailureToast();
  const [saving, setSaving] = useState(false);

  const tell = (target: TargetRef): void => {
    const downloaded = target.download !== null;
    const id = notifications.show({
      icon: <IconCircleCheck size={18} />,
      color: 'green',
      closeButtonProps: { 'aria-label': t('common.action.close') },
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">
            {t(downloaded ? 'common.saved.downloaded' : 'common.saved.written', { name: target.name })}
          </Text>
          {!downloaded && (
            <Button
              size="compact-sm"
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() => {
                notifications.hide(id);
                client.host.reveal({ token: target.token }).catch(tellFailure);
              }}
            >
              {t('common.saved.reveal')}
            </Button>
          )}
        </Group>
      ),
    });
  };

  const save: SaveFile['save'] = async (name, write) => {
    setSaving(true);
    try {
      const target = await client.host.pickTarget({ purpose: 'export', name });
      if (target === null) return;
      await write(target);
      deliver(target);
      tell(target);
    } catch (error) {
      tellFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return { save, saving };
};
