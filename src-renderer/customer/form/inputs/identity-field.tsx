import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readIdentityNumber } from '../../../../src-shared/identity-number.ts';
import { useKey } from '../../../app/keys.tsx';
import { valueLabel } from '../../../i18n/describe-action.ts';
import { KeyHint } from '../../../kit/key-hint.tsx';
import { storedDate } from '../../values/date-text.ts';
import { useField, useFormStore } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';
import classes from './inputs.module.css';

/** 身份证号; what a right one tells of gender and birthday is offered with one key. */
export const IdentityNumberField = () => {
  const { t } = useTranslation();
  const store = useFormStore();
  const [value, set] = useField('identityNumber');
  const [gender] = useField('gender');
  const [birthday] = useField('birthday');
  const read = readIdentityNumber(value);
  const offered = read.valid && (gender === '' || birthday.trim() === '');
  const label = t('customer.form.fillFromIdentity', {
    gender: valueLabel(t, 'gender', read.gender),
    birthday: read.birthday,
  });
  const fill = (): void =>
    store.set(({ gender: known, birthday: day }) => ({
      gender: known === '' ? read.gender : known,
      birthday: day.trim() === '' ? storedDate(read.birthday) : day,
    }));
  useKey('mod+i', fill, {
    label: t('customer.keys.fillFromIdentity'),
    group: 'form',
    inFields: true,
    enabled: offered,
  });
  const hint = offered ? (
    <Button
      size="compact-xs"
      variant="light"
      className={classes.offer}
      onClick={fill}
      rightSection={<KeyHint keys="mod+i" />}
    >
      {label}
    </Button>
  ) : undefined;
  return (
    <TextInput
      {...useFieldProps('identityNumber', undefined, hint)}
      name="identityNumber"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        if (read.valid && read.normal !== value) set(read.normal);
      }}
      maxLength={50}
      classNames={{ input: 'numeric' }}
    />
  );
};
