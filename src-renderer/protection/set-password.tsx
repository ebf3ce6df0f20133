import { Checkbox, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewRecoveryKey } from '../../src-shared/protection.ts';
import { useApi } from '../app/api.ts';
import { Form, Frame, Warning, type DialogProps } from './dialog-frame.tsx';
import { NewKeyStep } from './new-key-step.tsx';
import { isReady, NewPasswordFields, noPassword } from './new-password.tsx';
import { OpenBackups } from './open-backups.tsx';
import { RecoveryKeySteps } from './recovery-key.tsx';
import { useOpenBackups } from './use-open-backups.ts';

type Step = 'password' | 'newKey' | 'recovery' | 'backups';

/**
 * A password for an archive that has none, which takes effect at once. What else belongs to it comes after it, each to be left out: a
 * new key, since backups of before hold the one of now; a recovery key; and what becomes of those backups.
 */
export const SetPasswordDialog = ({ onClose }: DialogProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [step, setStep] = useState<Step>('password');
  const [chosen, setChosen] = useState(noPassword);
  const [withRecovery, setWithRecovery] = useState(true);
  const [shown, setShown] = useState<NewRecoveryKey | null>(null);
  const open = useOpenBackups();
  const count = open?.length ?? 0;
  const [keyWanted, setKeyWanted] = useState<boolean | null>(null);
  // Copies that somebody made by hand are not known; of those that are, the key is known to lie in the open.
  const withNewKey = keyWanted ?? count > 0;

  const finish = (): void => {
    if (count > 0) setStep('backups');
    else onClose();
  };
  const making = useMutation(archive.protection.newRecoveryKey.mutationOptions({ onSuccess: setShown }));
  const recover = (): void => {
    if (!withRecovery) return finish();
    setStep('recovery');
    making.mutate({ password: chosen.password });
  };
  const setting = useMutation(
    archive.protection.setPassword.mutationOptions({
      onSuccess: () => (withNewKey ? setStep('newKey') : recover()),
    }),
  );

  if (step === 'newKey')
    return (
      <Frame title={t('protection.newKey.title')} onClose={null}>
        <NewKeyStep password={chosen.password} onDone={recover} />
      </Frame>
    );
  if (step === 'backups')
    return (
      <Frame title={t('protection.open.title')} onClose={onClose}>
        <OpenBackups onDone={onClose} />
      </Frame>
    );
  if (shown !== null)
    return (
      <Frame title={t('protection.dialog.recoveryTitle')} onClose={onClose}>
        <RecoveryKeySteps shown={shown} onDone={finish} />
      </Frame>
    );
  return (
    <Frame title={t('protection.dialog.setTitle')} onClose={onClose}>
      <Form
        action={t('protection.dialog.set')}
        ready={isReady(chosen)}
        busy={setting.isPending || making.isPending}
        error={setting.error ?? making.error}
        onSubmit={() => setting.mutate({ password: chosen.password })}
        onClose={onClose}
      >
        <Warning>
          <Text size="sm" fw={600}>
            {t('protection.dialog.warning')}
          </Text>
          <Text size="sm">{t('protection.dialog.oldBackups')}</Text>
        </Warning>
        <NewPasswordFields value={chosen} onChange={setChosen} autoFocus />
        <Checkbox
          label={t('protection.newKey.offer')}
          description={
            count > 0 ? t('protection.newKey.offerOpen', { count }) : t('protection.newKey.offerNone')
          }
          checked={withNewKey}
          onChange={(event) => setKeyWanted(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('protection.dialog.andRecovery')}
          checked={withRecovery}
          onChange={(event) => setWithRecovery(event.currentTarget.checked)}
        />
      </Form>
    </Frame>
  );
};
