import { Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pastedFiles } from '../pasted-file.ts';

/**
 * Where cells are pasted by who does not know that Ctrl+V does it anywhere on the page. The program may not look into the
 * clipboard by itself, so the key has to be pressed.
 */
export const PasteDialog = ({
  opened,
  onClose,
  onFiles,
}: {
  opened: boolean;
  onClose: () => void;
  onFiles: (files: readonly File[]) => void;
}) => {
  const { t } = useTranslation();
  const [nothing, setNothing] = useState(false);
  const close = (): void => {
    setNothing(false);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('imports.start.pasteTitle')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <Text size="sm" mb="sm">
        {t('imports.start.pasteHint')}
      </Text>
      <Textarea
        aria-label={t('imports.start.pasteHere')}
        placeholder={t('imports.start.pasteHere')}
        error={nothing ? t('imports.start.pasteNothing') : null}
        value=""
        onChange={() => {}}
        rows={4}
        data-autofocus
        onPaste={(event) => {
          event.preventDefault();
          const files = pastedFiles(event.clipboardData, t('imports.start.pasted'));
          setNothing(files.length === 0);
          if (files.length === 0) return;
          close();
          onFiles(files);
        }}
      />
    </Modal>
  );
};
