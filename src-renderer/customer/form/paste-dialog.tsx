import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, useKey } from '../../app/keys.tsx';
import { KeyHint } from '../../kit/key-hint.tsx';

const Content = ({ onRead }: { onRead: (text: string) => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const read = (): void => {
    if (text.trim() !== '') onRead(text);
  };
  useKey('mod+enter', read, { inFields: true });
  return (
    <Stack gap="sm">
      <Textarea
        label={t('customer.paste.label')}
        description={t('customer.paste.example')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          // Pasting into the empty box is all there is to do: the text is read at once.
          const pasted = event.clipboardData.getData('text/plain');
          if (text !== '' || pasted.trim() === '') return;
          event.preventDefault();
          onRead(pasted);
        }}
        minRows={5}
        maxRows={12}
        autosize
        maxLength={10_000}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button onClick={read} disabled={text.trim() === ''} rightSection={<KeyHint keys="mod+enter" />}>
          {t('customer.paste.read')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Asks for a text to be read into the form. */
export const PasteDialog = ({
  opened,
  onClose,
  onRead,
}: {
  opened: boolean;
  onClose: () => void;
  onRead: (text: string) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('customer.paste.title')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Content onRead={onRead} />
      </KeyLayer>
    </Modal>
  );
};
