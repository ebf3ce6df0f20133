import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../app/key-combos.ts';
import { KeyLayer } from '../../app/keys.tsx';

interface ViewNameDialogProps {
  readonly title: string;
  readonly hint?: string;
  readonly initial: string;
  /** False keeps the dialog open: the name was taken, say. */
  readonly onSave: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for the name of a view. */
export const ViewNameDialog = ({ title, hint, initial, onSave, onClose }: ViewNameDialogProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [missing, setMissing] = useState(false);
  const [saving, setSaving] = useState(false);

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    const saved = await onSave(name.trim());
    setSaving(false);
    if (saved) onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Stack gap="md">
            {hint !== undefined && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
            <TextInput
              data-autofocus
              label={t('customers.view.name')}
              maxLength={50}
              value={name}
              error={missing ? t('customers.view.nameMissing') : undefined}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setMissing(false);
              }}
              onKeyDown={(event) => {
                // Enter that commits a composition must not submit the form.
                if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
              }}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common.action.cancel')}
              </Button>
              <Button type="submit" loading={saving}>
                {t('common.action.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      </KeyLayer>
    </Modal>
  );
};
