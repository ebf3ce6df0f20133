import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { regionFromAddress } from '../../values/region.ts';
import { useField, useFormStore } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

/** The address; a region at its beginning goes to its own fields when those are empty. */
export const AddressField = () => {
  const { t } = useTranslation();
  const store = useFormStore();
  const [value, set] = useField('address');
  return (
    <TextInput
      {...useFieldProps('address')}
      name="address"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        const split = regionFromAddress(store.values());
        if (split !== null) store.set(split);
      }}
      placeholder={t('customer.form.addressPlaceholder')}
      maxLength={500}
    />
  );
};
