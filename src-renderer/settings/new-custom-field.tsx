import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  customFieldTypes,
  customFieldTypeSchema,
  type CustomFieldType,
} from '../../src-shared/custom-fields.ts';
import { useApi } from '../app/api.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useWritten } from '../app/written.tsx';
import { optionsOf } from './options.ts';
import classes from './settings.module.css';

/** Makes a field: name, type, and for a choice what can be chosen. */
export const NewCustomField = () => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { announce } = useWritten();
  const tellFailure = useFailureToast();
  const [name, setName] = useState('');
  const [type, setType] = useState<CustomFieldType>('text');
  const [written, setWritten] = useState('');
  const nameInput = useRef<HTMLInputElement>(null);
  const { mutate: create, isPending } = useMutation(
    archive.customFields.create.mutationOptions({
      onSuccess: (done) => {
        announce(done);
        setName('');
        setWritten('');
      },
      onError: tellFailure,
    }),
  );
  const options = type === 'choice' ? optionsOf(written) : [];
  const ready = name.trim() !== '' && (type !== 'choice' || options.length > 0);
  return (
    <form
      className={classes.newField}
      aria-label={t('settings.customFields.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || isPending) return;
        // The next field can be typed at once.
        create({ name, type, options }, { onSuccess: () => nameInput.current?.focus() });
      }}
    >
      <TextInput
        ref={nameInput}
        aria-label={t('settings.customFields.newName')}
        placeholder={t('settings.customFields.newName')}
        maxLength={50}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        aria-label={t('settings.customFields.newType')}
        value={type}
        allowDeselect={false}
        data={customFieldTypes.map((value) => ({
          value,
          label: t(`settings.customFields.typeValue.${value}`),
        }))}
        onChange={(value) => setType(customFieldTypeSchema.parse(value))}
      />
      {type === 'choice' && (
        <TextInput
          aria-label={t('settings.customFields.newOptions')}
          placeholder={t('settings.customFields.newOptionsPlaceholder')}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="light" leftSection={<IconPlus size={16} />} disabled={!ready}>
        {t('settings.customFields.add')}
      </Button>
    </form>
  );
};
