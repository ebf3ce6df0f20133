import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TextField as TextFieldName } from '../../values/customer-values.ts';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

/** Longest texts, in UTF-16 units; as in the contract, which refuses longer ones. */
const longest: Partial<Record<TextFieldName, number>> = {
  name: 500,
  shortName: 200,
  address: 500,
  registeredAddress: 500,
  postcode: 20,
  code: 50,
  identityNumber: 50,
  creditCode: 50,
  taxId: 50,
  website: 300,
  bankName: 200,
  notes: 50_000,
};

/** A plain field as a line of text. */
export const TextField = ({
  field,
  placeholder,
  numeric = false,
  hint,
}: {
  field: TextFieldName;
  placeholder?: string | undefined;
  /** Digits, which read better in equal widths. */
  numeric?: boolean;
  hint?: ReactNode;
}) => {
  const [value, set] = useField(field);
  const props = useFieldProps(field, undefined, hint);
  return (
    <TextInput
      {...props}
      name={field}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      placeholder={placeholder}
      maxLength={longest[field] ?? 100}
      classNames={numeric ? { input: 'numeric' } : {}}
    />
  );
};

/** A plain field of several lines, which grows with its text; the heading above it names it. */
export const LongTextField = ({ field, minRows = 3 }: { field: TextFieldName; minRows?: number }) => {
  const [value, set] = useField(field);
  const { label, ...props } = useFieldProps(field);
  return (
    <Textarea
      {...props}
      aria-label={label}
      name={field}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      autosize
      minRows={minRows}
      maxRows={16}
      maxLength={longest[field] ?? 5_000}
    />
  );
};
