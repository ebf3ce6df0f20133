import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomFieldPatch } from '../../src-shared/custom-fields.ts';
import { KeyLayer } from '../app/keys.tsx';
import { moveOption, withOption } from './options.ts';
import { SavedField } from '../kit/saved-field.tsx';
import classes from './settings.module.css';

/** The options of a choice: each step is saved at once and can be undone. Values follow an option that is renamed. */
export const OptionsDialog = ({
  field,
  onChange,
  onClose,
}: {
  field: CustomField;
  onChange: (patch: CustomFieldPatch) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const { name, options } = field;
  const add = (): void => {
    const next = withOption(options, added);
    if (next.length > options.length) onChange({ options: next });
    setAdded('');
  };
  const rename = (from: string, to: string): void => {
    if (to === '' || options.includes(to)) return;
    onChange({
      options: options.map((option) => (option === from ? to : option)),
      renamed: [{ from, to }],
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settings.customFields.optionsTitle', { name })}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('settings.customFields.optionsHint')}
          </Text>
          <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
            {options.map((option, at) => (
              <li key={option} className={classes.option}>
                <SavedField
                  aria-label={t('settings.customFields.optionNamed', { option })}
                  maxLength={100}
                  value={option}
                  check={(text) =>
                    text !== option && options.includes(text) ? t('settings.customFields.optionTwice') : null
                  }
                  onSave={(text) => rename(option, text)}
                />
                {([-1, 1] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    variant="subtle"
                    color="gray"
                    disabled={by === -1 ? at === 0 : at === options.length - 1}
                    aria-label={t(by === -1 ? 'settings.customFields.up' : 'settings.customFields.down', {
                      name: option,
                    })}
                    onClick={() => onChange({ options: moveOption(options, at, by) })}
                  >
                    {by === -1 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
                  </ActionIcon>
                ))}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('settings.customFields.removeOption', { option })}
                  onClick={() => onChange({ options: options.filter((other) => other !== option) })}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            ))}
          </Stack>
          <form
            className={classes.newOption}
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextInput
              data-autofocus
              aria-label={t('settings.customFields.newOption')}
              placeholder={t('settings.customFields.newOption')}
              maxLength={100}
              value={added}
              onChange={(event) => setAdded(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="light"
              leftSection={<IconPlus size={16} />}
              disabled={added.trim() === ''}
            >
              {t('common.action.add')}
            </Button>
          </form>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.action.close')}
            </Button>
          </Group>
        </Stack>
      </KeyLayer>
    </Modal>
  );
};
