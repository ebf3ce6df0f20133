import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApi } from '../../../app/api.ts';
import { TextSuggest } from '../../../kit/text-suggest.tsx';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

/** A field in which the values in use are offered, and any other can be typed. */
export const SuggestField = ({ field }: { field: 'industry' | 'size' | 'source' | 'owner' }) => {
  const [value, set] = useField(field);
  const [focused, setFocused] = useState(false);
  const [text] = useDebouncedValue(value.trim().slice(0, 100), 120);
  const { archive } = useApi();
  const { data } = useQuery(
    archive.customers.values.queryOptions({
      input: { field, text },
      enabled: focused,
      placeholderData: keepPreviousData,
    }),
  );
  const offered = (data ?? []).filter((known) => known !== value);
  return (
    <TextSuggest
      {...useFieldProps(field)}
      name={field}
      value={value}
      onChange={set}
      suggestions={focused ? offered.slice(0, 12) : []}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      maxLength={100}
    />
  );
};
