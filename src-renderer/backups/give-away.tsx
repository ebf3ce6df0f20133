import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconGift } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../src-shared/backups.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { useLongWork } from '../app/long-work.ts';
import { deliver } from '../app/save-target.ts';
import { formatFileStamp } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { isReady, NewPasswordFields, noPassword } from '../protection/new-password.tsx';

const GiveAwayDialog = ({ onMade, onClose }: { onMade: (backup: Backup) => void; onClose: () => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellFailure = useFailureToast();
  const [chosen, setChosen] = useState(noPassword);
  const making = useLongWork(client.archive.backups.giveAway);
  const make = async (): Promise<void> => {
    const name = t('protection.giveAway.fileName', { stamp: formatFileStamp(new Date()) });
    const target = await client.host.pickTarget({ purpose: 'backup', name });
    if (target === null) return;
    const backup = await making.start({ target: target.token, password: chosen.password });
    if (backup === null) return;
    deliver(target);
    onMade(backup);
    onClose();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isReady(chosen)) make().catch(tellFailure);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('protection.giveAway.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        {making.running ? (
          <ProgressPanel label={t('backups.making')} work={making} />
        ) : (
          <form onSubmit={submit}>
            <Stack gap="md">
              <Text size="sm">{t('protection.giveAway.lead')}</Text>
              <Alert color="orange" icon={<IconAlertTriangle size={20} />}>
                {t('protection.giveAway.warning')}
              </Alert>
              <NewPasswordFields
                label={t('protection.giveAway.password')}
                value={chosen}
                onChange={setChosen}
                autoFocus
              />
              {making.failure !== null && <FailureNote failure={making.failure} />}
              <Group justify="flex-end" gap="xs">
                <Button variant="default" onClick={onClose}>
                  {t('common.action.cancel')}
                </Button>
                <Button type="submit" disabled={!isReady(chosen)}>
                  {t('protection.giveAway.submit')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </KeyLayer>
    </Modal>
  );
};

/** Makes a backup that somebody else can open, with a password of its own. */
export const GiveAwayButton = ({ onMade }: { onMade: (backup: Backup) => void }) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconGift size={14} />}
        onClick={() => setOpened(true)}
      >
        {t('protection.giveAway.action')}
      </Button>
      {opened && <GiveAwayDialog onMade={onMade} onClose={() => setOpened(false)} />}
    </>
  );
};
