import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistoryToggle } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupSource, RestoreResult } from '../../src-shared/backups.ts';
import { RestoreDialog, type Restoring } from './restore-dialog.tsx';

type Restore = (source: BackupSource, password?: string) => void;

const RestoringContext = createContext<Restore | null>(null);

const toastId = 'restored';

/** How long going back is offered after the dialog is closed, ms; the list of backups offers it for longer. */
const offerFor = 60_000;

/**
 * Holds the dialog of restoring above all screens: restoring changes which screen is shown, and a dialog that went
 * away with its screen would cancel the work. Afterwards it offers to go back for a while.
 */
export const RestoringProvider = ({ locked, children }: { locked: boolean; children: ReactNode }) => {
  const { t } = useTranslation();
  const [restoring, setRestoring] = useState<Restoring | null>(null);
  const [wasLocked, setWasLocked] = useState(locked);
  if (wasLocked !== locked) {
    setWasLocked(locked);
    // Before anything is painted: it names customers.
    if (locked) setRestoring(null);
  }
  const open = useCallback<Restore>((source, password) => setRestoring({ source, password }), []);
  const close = useCallback(
    (restored: RestoreResult | null) => {
      setRestoring(null);
      const safety = restored?.safetyBackup;
      if (!safety) return;
      const undo = (): void => {
        notifications.hide(toastId);
        setRestoring({ source: { id: safety.id }, undoing: true });
      };
      notifications.show({
        id: toastId,
        icon: <IconHistoryToggle size={18} />,
        autoClose: offerFor,
        closeButtonProps: { 'aria-label': t('common.action.close') },
        message: (
          <Group gap="xs">
            <Text size="sm">{t('backups.restore.toast')}</Text>
            <Button size="compact-xs" variant="default" onClick={undo}>
              {t('backups.restore.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [t],
  );
  return (
    <RestoringContext.Provider value={open}>
      {children}
      {restoring !== null && (
        <RestoreDialog key={JSON.stringify(restoring.source)} {...restoring} onClose={close} />
      )}
    </RestoringContext.Provider>
  );
};

/** Opens the dialog that restores a backup. */
export const useRestore = (): Restore => {
  const restore = useContext(RestoringContext);
  if (restore === null) throw new Error('useRestore outside of RestoringProvider');
  return restore;
};

/** Opens that dialog for a backup of the list. */
export const restoreListed =
  (restore: Restore) =>
  ({ id, place }: Backup): void =>
    restore({ id, place: place === 'second' ? 'second' : 'own' });
