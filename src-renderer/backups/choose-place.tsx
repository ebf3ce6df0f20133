import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { useChooseFolder } from '../app/choose-folder.tsx';

/** Chooses the second place. `dialog` belongs somewhere on the screen. */
export const useChoosePlace = (): ReturnType<typeof useChooseFolder> => {
  const { t } = useTranslation();
  const { client } = useApi();
  return useChooseFolder({
    purpose: 'secondPlace',
    title: t('backups.second.choose'),
    hint: t('backups.second.typeHint'),
    action: t('backups.second.use'),
    onChosen: async ({ token }) => {
      await client.archive.backups.choosePlace({ token });
    },
  });
};
