import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureMessage } from '../app/failures/failure-message.ts';
import { toFailure } from '../app/failures/to-failure.ts';
import { isComposing } from '../app/key-combos.ts';
import { KeyLayer } from '../app/keys.tsx';

interface NameDialogProps {
  readonly title: string;
  /** What the name is of, 视图名称. */
  readonly label: string;
  /** What is said when there is none. */
  readonly missing: string;
  readonly hint?: string;
  readonly initial: string;
  /** What it throws is told under the name, and the dialog stays. */
  readonly onSave: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for the name under which something is saved. */
export const NameDialog = ({ title, label, missing, hint, initial, onSave, onClose }: NameDialogProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setWrong(missing);
      return;
    }
    setSaving(true);
    try {
      await onSave(name.trim());
      onClose();
    } catch (error) {
      const { what, next } = failureMessage(t, toFailure(error));
      setWrong(`${what}\n${next}`);
    } finally {
      setSaving(false);
    }
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
              label={label}
              maxLength={50}
              value={name}
              error={wrong}
              styles={{ error: { whiteSpace: 'pre-line' } }}
              onChange={(event) => {
                setName(event.currentTarget.value);
                setWrong(null);
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
