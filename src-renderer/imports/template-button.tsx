import { Button } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { useSaveFile } from '../app/use-save-file.tsx';

/** A sheet to fill in, in the language of the page, for those who have none yet. */
export const TemplateButton = ({ size = 'xs' }: { size?: 'xs' | 'sm' }) => {
  const { t, i18n } = useTranslation();
  const { client } = useApi();
  const { save, saving } = useSaveFile();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <Button
      size={size}
      variant="subtle"
      loading={saving}
      leftSection={<IconFileDownload size={16} />}
      onClick={() =>
        void save(t('batches.template.fileName'), ({ token }) =>
          client.archive.imports.template({ language, target: token }),
        )
      }
    >
      {t('batches.template.button')}
    </Button>
  );
};
