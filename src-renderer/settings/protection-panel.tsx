import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { preferencesSchema } from '../../src-shared/settings.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { usePreferences, useUpdatePreferences } from '../app/preferences.ts';
import { formatWhen } from '../kit/format.ts';
import { Panel, Section } from '../kit/panel.tsx';
import {
  ChangePasswordDialog,
  EncryptAnewDialog,
  OpenBackupsDialog,
  RecoveryKeyDialog,
  RemovePasswordDialog,
} from '../protection/dialogs.tsx';
import { useLock } from '../protection/locking.ts';
import { SetPasswordDialog } from '../protection/set-password.tsx';
import { useOpenBackups } from '../protection/use-open-backups.ts';

const dialogs = {
  set: SetPasswordDialog,
  change: ChangePasswordDialog,
  remove: RemovePasswordDialog,
  recovery: RecoveryKeyDialog,
  anew: EncryptAnewDialog,
  open: OpenBackupsDialog,
} satisfies Record<string, ComponentType<{ onClose: () => void }>>;

const minutes = [0, 5, 15, 30, 60] as const;

/** Password, recovery key, when the archive locks itself, and a new key for everything. */
export const ProtectionPanel = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const lock = useLock();
  const { lockAfterMinutes } = usePreferences();
  const update = useUpdatePreferences();
  const [opened, setOpened] = useState<keyof typeof dialogs | null>(null);
  const openBackups = useOpenBackups()?.length ?? 0;
  const state = useQuery(archive.protection.state.queryOptions());
  if (state.error !== null) return <FailurePanel error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return null;
  const { encrypted, passwordSetAt, recoveryKeyMadeAt } = state.data;
  const Dialog = opened === null ? null : dialogs[opened];

  const choose = (value: string): void => {
    const chosen = preferencesSchema.shape.lockAfterMinutes.safeParse(Number(value));
    if (chosen.success) update({ lockAfterMinutes: chosen.data });
  };

  return (
    <Panel title={t('protection.panel.title')}>
      <Stack gap="lg">
        {!encrypted && <Alert color="orange">{t('protection.panel.notEncrypted')}</Alert>}
        <Group wrap="nowrap" align="flex-start" gap="sm">
          {passwordSetAt === null ? (
            <IconLockOpen2 size={22} aria-hidden />
          ) : (
            <IconLock size={22} aria-hidden />
          )}
          <div>
            <Text fw={600}>
              {passwordSetAt === null
                ? t('protection.panel.none')
                : t('protection.panel.set', { when: formatWhen(passwordSetAt) })}
            </Text>
            <Text size="sm">
              {t(passwordSetAt === null ? 'protection.panel.noneHint' : 'protection.panel.setHint')}
            </Text>
          </div>
        </Group>
        {passwordSetAt === null ? (
          <Group>
            <Button onClick={() => setOpened('set')}>{t('protection.panel.setPassword')}</Button>
          </Group>
        ) : (
          <Group gap="xs">
            <Button leftSection={<IconLock size={16} />} onClick={lock}>
              {t('protection.panel.lockNow')}
            </Button>
            <Button variant="default" onClick={() => setOpened('change')}>
              {t('protection.panel.changePassword')}
            </Button>
            <Button variant="default" onClick={() => setOpened('remove')}>
              {t('protection.panel.removePassword')}
            </Button>
          </Group>
        )}
        <NativeSelect
          maw={280}
          label={t('protection.panel.idle')}
          description={passwordSetAt === null ? t('protection.panel.idleNeeds') : undefined}
          value={String(lockAfterMinutes)}
          data={minutes.map((value) => ({
            value: String(value),
            label:
              value === 0
                ? t('protection.panel.idleOff')
                : t('protection.panel.idleMinutes', { count: value }),
          }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {passwordSetAt !== null && (
          <>
            <Section
              title={t('protection.panel.recovery')}
              description={
                recoveryKeyMadeAt === null
                  ? t('protection.panel.recoveryNone')
                  : t('protection.panel.recoverySet', { when: formatWhen(recoveryKeyMadeAt) })
              }
            >
              <Button variant="default" onClick={() => setOpened('recovery')}>
                {t(
                  recoveryKeyMadeAt === null
                    ? 'protection.panel.newRecovery'
                    : 'protection.panel.replaceRecovery',
                )}
              </Button>
            </Section>
            <Section title={t('protection.panel.anew')} description={t('protection.panel.anewHint')}>
              <Button variant="default" onClick={() => setOpened('anew')}>
                {t('protection.panel.anewAction')}
              </Button>
            </Section>
            {openBackups > 0 && (
              <Section
                title={t('protection.open.title')}
                description={t('protection.open.panel', { count: openBackups })}
              >
                <Button variant="default" onClick={() => setOpened('open')}>
                  {t('protection.open.look')}
                </Button>
              </Section>
            )}
          </>
        )}
      </Stack>
      {Dialog !== null && <Dialog onClose={() => setOpened(null)} />}
    </Panel>
  );
};
