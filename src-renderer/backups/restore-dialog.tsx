import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowBackUp, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupInspection, BackupSource, RestoreResult } from '../../src-shared/backups.ts';
import type { FailureCode } from '../../src-shared/failures.ts';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { KeyLayer } from '../app/keys.tsx';
import { isLocked, useLocked } from '../app/locked.ts';
import { leavesNothing, useLongWork } from '../app/long-work.ts';
import { formatWhen } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { BackupPassword } from './backup-password.tsx';
import { BringBack } from './bring-back.tsx';
import { Comparison } from './comparison.tsx';
import { DifferenceList, DifferenceSentence } from './differences.tsx';

/** What the dialog is opened for: restoring a backup, or going back to what was before one was restored. */
export interface Restoring {
  readonly source: BackupSource;
  /** Where it was typed already. */
  readonly password?: string | undefined;
  readonly undoing?: boolean;
}

const Done = ({
  result,
  wasLocked,
  onUndo,
  onClose,
}: {
  result: RestoreResult;
  wasLocked: boolean;
  onUndo: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data: now } = useQuery(archive.archive.state.queryOptions());
  const name = result.kept?.split(/[\\/]/u).at(-1);
  return (
    <Stack gap="sm">
      <Text>{t('backups.restore.doneCounts', { count: result.counts.customers })}</Text>
      {result.safetyBackup !== null && (
        <Text size="sm">
          {t('backups.restore.doneSafety', { when: formatWhen(result.safetyBackup.madeAt) })}
        </Text>
      )}
      {name !== undefined && (
        <Text size="sm">
          {t(wasLocked ? 'backups.restore.keptLocked' : 'backups.restore.kept', { name })}
        </Text>
      )}
      {wasLocked && now?.state === 'open' && !now.hasPassword && (
        <Text size="sm">{t('backups.restore.nowOpen')}</Text>
      )}
      <Group justify="flex-end" gap="xs">
        {result.safetyBackup !== null && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={onUndo}>
            {t('backups.restore.undo')}
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          {t('backups.restore.ok')}
        </Button>
      </Group>
    </Stack>
  );
};

const Choose = ({
  inspection,
  onPart,
  onRestore,
  onClose,
}: {
  inspection: BackupInspection;
  onPart: () => void;
  onRestore: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [named, setNamed] = useState(false);
  const locked = useLocked();
  const { gone, back, changed } = inspection.differences ?? { gone: 0, back: 0, changed: 0 };
  const differ = gone + back + changed > 0;
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <DifferenceSentence differences={inspection.differences} />
        {differ && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={named}
            style={{ flex: 'none' }}
            onClick={() => setNamed(!named)}
          >
            {t(named ? 'backups.difference.hide' : 'backups.difference.show')}
          </Button>
        )}
      </Group>
      {named ? <DifferenceList inspection={inspection} /> : <Comparison inspection={inspection} />}
      {(locked || inspection.now !== null) && (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconShieldCheck size={18} style={{ flex: 'none', color: 'var(--sign-good)' }} aria-hidden />
          <Text size="sm">{t(locked ? 'backups.restore.safetyLocked' : 'backups.restore.safety')}</Text>
        </Group>
      )}
      <Group justify="space-between" gap="xs">
        {inspection.now === null ? (
          <span />
        ) : (
          <Button variant="default" onClick={onPart}>
            {t('backups.part.open')}
          </Button>
        )}
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.action.cancel')}
          </Button>
          <Button autoFocus onClick={onRestore}>
            {t('backups.restore.confirm', { when: formatWhen(inspection.backup.madeAt) })}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
};

/** What is asked for again in its place: the password of the backup. */
const asksAgain: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'backupLocked',
  'wrongPassword',
  'tryLater',
]);

/**
 * Going back to a backup: it is checked, shown beside what is open now, and put in its place when the user says so; or
 * only some customers of it are brought back. Closing the dialog while it works cancels the work.
 *
 * @param onClose with what was restored, if anything was
 */
export const RestoreDialog = ({
  source,
  password: given,
  undoing = false,
  onClose,
}: Restoring & { onClose: (restored: RestoreResult | null) => void }) => {
  const { t } = useTranslation();
  const { client } = useApi();
  const inspecting = useLongWork(client.archive.backups.inspect, undefined, leavesNothing);
  const restoring = useLongWork(client.archive.backups.restore);
  const [password, setPassword] = useState(given);
  const [wasLocked] = useState(isLocked);
  const [part, setPart] = useState(false);
  const [isUndo, setUndo] = useState(undoing);
  const begin = useEffectEvent(
    () => void (undoing ? restoring.start({ source }) : inspecting.start({ source, password })),
  );
  useEffect(() => begin(), []);
  const inspection = inspecting.result;
  const inspectionId = inspection?.inspectionId;
  useEffect(() => {
    if (inspectionId === undefined) return;
    return () => void client.archive.backups.closeInspection({ inspectionId }).catch(() => undefined);
  }, [client, inspectionId]);

  const close = (): void => onClose(isUndo ? null : restoring.result);
  const undo = (id: string): void => {
    setUndo(true);
    void restoring.start({ source: { id } });
  };
  const failure = restoring.failure ?? inspecting.failure;
  const body = () => {
    const { result } = restoring;
    if (result !== null)
      return (
        <Done
          result={isUndo ? { ...result, safetyBackup: null } : result}
          wasLocked={wasLocked}
          onUndo={() => result.safetyBackup !== null && undo(result.safetyBackup.id)}
          onClose={close}
        />
      );
    if (restoring.running)
      return (
        <ProgressPanel
          takesFocus
          label={t(isUndo ? 'backups.restore.undoing' : 'backups.restore.restoring')}
          work={restoring}
          cancellable={restoring.progress?.phase !== 'swapping'}
        />
      );
    if (inspecting.failure !== null && asksAgain.has(inspecting.failure.code))
      return (
        <BackupPassword
          failure={inspecting.failure}
          onClose={close}
          onSubmit={(typed) => {
            setPassword(typed);
            void inspecting.start({ source, password: typed });
          }}
        />
      );
    if (failure !== null) return <FailureNote failure={failure} />;
    if (inspection === null)
      return (
        <ProgressPanel
          takesFocus
          label={t('backups.restore.inspecting')}
          work={{ ...inspecting, cancel: close }}
        />
      );
    if (part) return <BringBack inspection={inspection} onBack={() => setPart(false)} onClose={close} />;
    return (
      <Choose
        inspection={inspection}
        onPart={() => setPart(true)}
        onRestore={() => void restoring.start({ source, password })}
        onClose={close}
      />
    );
  };
  const title = () => {
    if (part) return t('backups.part.title');
    if (isUndo) return t(restoring.result === null ? 'backups.restore.undo' : 'backups.restore.undone');
    return t(restoring.result === null ? 'backups.restore.title' : 'backups.restore.done');
  };

  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={!restoring.running}
      closeOnEscape={!restoring.running}
      withCloseButton={!restoring.running}
      size="xl"
      title={title()}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{body()}</KeyLayer>
    </Modal>
  );
};
