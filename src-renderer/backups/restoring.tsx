import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import type { Backup, BackupSource } from '../../src-shared/backups.ts';
import { RestoreDialog } from './restore-dialog.tsx';

const RestoringContext = createContext<((source: BackupSource) => void) | null>(null);

/**
 * Holds the dialog of restoring above all screens: restoring changes which screen is shown, and a dialog that went
 * away with its screen would cancel the work.
 */
export const RestoringProvider = ({ children }: { children: ReactNode }) => {
  const [source, setSource] = useState<BackupSource | null>(null);
  const close = useCallback(() => setSource(null), []);
  return (
    <RestoringContext.Provider value={setSource}>
      {children}
      {source !== null && <RestoreDialog source={source} onClose={close} />}
    </RestoringContext.Provider>
  );
};

/** Opens the dialog that restores a backup. */
export const useRestore = (): ((source: BackupSource) => void) => {
  const restore = useContext(RestoringContext);
  if (restore === null) throw new Error('useRestore outside of RestoringProvider');
  return restore;
};

/** Opens that dialog for a backup of the list. */
export const restoreListed =
  (restore: (source: BackupSource) => void) =>
  ({ id, place }: Backup): void =>
    restore({ id, place: place === 'second' ? 'second' : 'own' });
