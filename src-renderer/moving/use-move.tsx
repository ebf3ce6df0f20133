import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderRef } from '../../src-shared/files.ts';
import { useChooseFolder } from '../app/choose-folder.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** Moves the archive to a folder that is chosen first. `dialogs` belong somewhere on the screen. */
export const useMove = (): { move: () => void; dialogs: ReactNode } => {
  const { t } = useTranslation();
  const [folder, setFolder] = useState<FolderRef | null>(null);
  const { choose, dialog } = useChooseFolder({
    purpose: 'move',
    title: t('moving.chooseTitle'),
    hint: t('moving.typeHint'),
    action: t('moving.choose'),
    onChosen: async (chosen) => setFolder(chosen),
  });
  return {
    move: choose,
    dialogs: (
      <>
        {dialog}
        {folder !== null && <MoveDialog folder={folder} onClose={() => setFolder(null)} />}
      </>
    ),
  };
};
