import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { genders, kinds, kindSchema, levels, stages } from '../../../../src-shared/customers.ts';
import { valueLabel } from '../../../i18n/describe-action.ts';
import { storedValuesSchema } from '../../values/customer-values.ts';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

const choices = { stage: stages, level: levels, gender: genders } as const;

/** A field with a few fixed values, or none. */
export const ChoiceField = ({ field }: { field: keyof typeof choices }) => {
  const { t } = useTranslation();
  const [value, set] = useField(field);
  const { autoComplete: _, spellCheck: __, ...props } = useFieldProps(field);
  return (
    <Select
      {...props}
      name={field}
      value={value === '' ? null : value}
      onChange={(chosen) => set(storedValuesSchema.shape[field].parse(chosen ?? ''))}
      data={choices[field].map((choice) => ({ value: choice, label: valueLabel(t, field, choice) }))}
      placeholder={t('customer.form.notGiven')}
      clearable
      clearButtonProps={{ 'aria-label': t('customer.form.clearField', { field: props.label }) }}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
};

/** Company or person; it decides which groups of fields are offered. */
export const KindField = () => {
  const { t } = useTranslation();
  const [kind, set] = useField('kind');
  return (
    <SegmentedControl
      aria-label={t('fields.kind')}
      value={kind}
      onChange={(chosen) => set(kindSchema.parse(chosen))}
      data={kinds.map((choice) => ({ value: choice, label: t(`fields.kindValue.${choice}`) }))}
    />
  );
};
