import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isMoreThanAName } from '../../values/fill.ts';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

/** The name, the only field that must be filled. A longer text pasted into it while empty is read instead. */
export const NameField = ({ onPasteMore }: { onPasteMore?: ((text: string) => void) | undefined }) => {
  const { t } = useTranslation();
  const [value, set] = useField('name');
  const [kind] = useField('kind');
  return (
    <TextInput
      {...useFieldProps(
        'name',
        t(kind === 'company' ? 'customer.form.companyName' : 'customer.form.personName'),
      )}
      name="name"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (onPasteMore === undefined || value.trim() !== '' || !isMoreThanAName(text)) return;
        event.preventDefault();
        onPasteMore(text);
      }}
      required
      withAsterisk
      data-autofocus
      maxLength={500}
    />
  );
};
