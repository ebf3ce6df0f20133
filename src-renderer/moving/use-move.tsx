import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderRef } from '../../src-shared/files.ts';
import type { MovePreview } from '../../src-shared/moving.ts';
import { useApi } from '../app/api.ts';
import { useChooseFolder } from '../app/choose-folder.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** Moves the archive to a folder that is chosen first. `dialogs` belong somewhere on the screen. */
export const useMove = (): { move: () => void; dialogs: ReactNode } => {
  const { t } = useTranslation();
  const { client } = useApi();
  const [chosen, setChosen] = useState<{ folder: FolderRef; preview: MovePreview } | null>(null);
  const { choose, dialog } = useChooseFolder({
    purpose: 'move',
    title: t('moving.chooseTitle'),
    hint: t('moving.typeHint'),
    action: t('moving.choose'),
    onChosen: async (folder) =>
      setChosen({ folder, preview: await client.archive.archive.previewMove({ token: folder.token }) }),
  });
  return {
    move: choose,
    dialogs: (
      <>
        {dialog}
        {chosen !== null && <MoveDialog {...chosen} onClose={() => setChosen(null)} />}
      </>
    ),
  };
};
