import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../app/key-combos.ts';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

const separators = [',', '，', '、', ';', '；'];

/** Other names under which the customer is known; Enter or a comma ends one. */
export const AliasesField = () => {
  const { t } = useTranslation();
  const [value, set] = useField('aliases');
  return (
    <TagsInput
      {...useFieldProps('aliases')}
      name="aliases"
      value={[...value]}
      onChange={(names) => set(names.map((name) => name.slice(0, 200)))}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        // With a name typed, Enter ends that name; only on an empty input does it move on.
        if (event.key === 'Enter' && event.currentTarget.value.trim() !== '') event.preventDefault();
      }}
      splitChars={separators}
      maxTags={50}
      placeholder={value.length === 0 ? t('customer.form.aliasesPlaceholder') : undefined}
    />
  );
};
