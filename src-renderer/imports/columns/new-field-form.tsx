import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  customFieldTypes,
  customFieldTypeSchema,
  fieldNameKey,
  type NewField,
} from '../../../src-shared/custom-fields.ts';
import { isBuiltInLabel } from '../../../src-shared/labels.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { optionsOf } from '../../settings/options.ts';
import classes from './columns.module.css';

interface NewFieldFormProps {
  /** What the column would make by itself. */
  readonly suggested: NewField;
  readonly onMake: (field: NewField) => void;
}

/** The field that a column is to become: name, type, and for a choice what can be chosen. */
export const NewFieldForm = ({ suggested, onMake }: NewFieldFormProps) => {
  const { t } = useTranslation();
  const { fields } = useCustomFields();
  const [name, setName] = useState(suggested.name);
  const [type, setType] = useState(suggested.type);
  const [written, setWritten] = useState(suggested.options.join(t('history.listSeparator')));
  const options = type === 'choice' ? optionsOf(written) : [];
  const key = fieldNameKey(name);
  const taken = isBuiltInLabel(name) || fields.some((field) => fieldNameKey(field.name) === key);
  const ready = key !== '' && !taken && (type !== 'choice' || options.length > 0);
  return (
    <form
      className={classes.menu}
      aria-label={t('imports.target.newField')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onMake({ name: name.trim(), type, options });
      }}
    >
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t('imports.target.newFieldHint')}
        </Text>
        <TextInput
          size="xs"
          data-autofocus
          label={t('imports.target.newName')}
          maxLength={50}
          value={name}
          error={taken ? t('imports.target.nameTaken') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('imports.target.newType')}
          value={type}
          data={customFieldTypes.map((value) => ({
            value,
            label: t(`settings.customFields.typeValue.${value}`),
          }))}
          onChange={(event) => setType(customFieldTypeSchema.parse(event.currentTarget.value))}
        />
        {type === 'choice' && (
          <TextInput
            size="xs"
            label={t('imports.target.newOptions')}
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="xs" disabled={!ready}>
          {t('imports.target.makeField')}
        </Button>
      </Stack>
    </form>
  );
};
