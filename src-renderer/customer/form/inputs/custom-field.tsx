import { Select, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  booleanWords,
  customFieldId,
  type CustomField as Field,
  type CustomKey,
} from '../../../../src-shared/custom-fields.ts';
import { useCustomFields } from '../../../custom-fields/use-custom-fields.ts';
import { valueText } from '../../../custom-fields/value-text.ts';
import { entryOf, isUnread, typedEntry, withEntry, type CustomEntry } from '../../values/custom-values.ts';
import type { CustomerValues } from '../../values/customer-values.ts';
import { useFormStore, useFormValue } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';
import classes from './inputs.module.css';

const useEntry = (field: Field): [CustomEntry, (entry: CustomEntry) => void] => {
  const store = useFormStore();
  const entry = useFormValue(
    useCallback(({ custom }: CustomerValues) => entryOf(custom, field.id), [field.id]),
  );
  const set = useCallback(
    (next: CustomEntry) => store.set(({ custom }) => ({ custom: withEntry(custom, next) })),
    [store],
  );
  return [entry ?? { fieldId: field.id, value: '', typed: null, name: field.name }, set];
};

/** One of a list, or 是 and 否. An option that was taken off the list since stands there until another is chosen. */
const ChoiceInput = ({ field }: { field: Field }) => {
  const { t, i18n } = useTranslation();
  const [{ value }, set] = useEntry(field);
  const { autoComplete: _, spellCheck: __, ...props } = useFieldProps(`custom:${field.id}`, field.name);
  const words = booleanWords[i18n.language === 'en' ? 'en' : 'zh-CN'];
  const options =
    field.type === 'boolean'
      ? [
          { value: '1', label: words[1] },
          { value: '0', label: words[0] },
        ]
      : [...new Set([...field.options, ...(value === '' ? [] : [value])])].map((option) => ({
          value: option,
          label: option,
        }));
  return (
    <Select
      {...props}
      name={`custom:${field.id}`}
      value={value === '' ? null : value}
      onChange={(chosen) => set({ fieldId: field.id, value: chosen ?? '', typed: null, name: field.name })}
      data={options}
      searchable={options.length > 8}
      placeholder={t('customer.form.notGiven')}
      clearable
      clearButtonProps={{ 'aria-label': t('customer.form.clearField', { field: field.name }) }}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
};

/** A line that takes the value as people write it, and tidies it when it is left. */
const LineInput = ({ field }: { field: Field }) => {
  const { t, i18n } = useTranslation();
  const [entry, set] = useEntry(field);
  const hint = isUnread(entry) ? (
    <span className={classes.warning}>{t(`customer.form.customUnread.${field.type}`)}</span>
  ) : undefined;
  const placeholder =
    field.type === 'date'
      ? t('customer.form.datePlaceholder')
      : field.type === 'money'
        ? t('customer.form.customMoneyPlaceholder')
        : undefined;
  return (
    <TextInput
      {...useFieldProps(`custom:${field.id}`, field.name, hint)}
      name={`custom:${field.id}`}
      value={entry.typed ?? valueText(field.type, entry.value, i18n.language)}
      onChange={(event) => set(typedEntry(field, event.currentTarget.value))}
      onBlur={() => {
        if (entry.typed !== null && !isUnread(entry)) set({ ...entry, typed: null });
      }}
      placeholder={placeholder}
      maxLength={field.type === 'text' ? 2_000 : 60}
      classNames={field.type === 'text' ? {} : { input: 'numeric' }}
    />
  );
};

/** The input of a custom field; nothing where the field is gone. */
export const CustomField = ({ unit }: { unit: CustomKey }) => {
  const field = useCustomFields().fields.find(({ id }) => id === customFieldId(unit));
  if (field === undefined) return null;
  return field.type === 'choice' || field.type === 'boolean' ? (
    <ChoiceInput field={field} />
  ) : (
    <LineInput field={field} />
  );
};
