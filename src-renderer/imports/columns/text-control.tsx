import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../state.ts';
import type { ImportActions } from '../use-import.ts';
import type { Encoding } from '../use-reading.ts';

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
const isEncoding = (value: string | null): value is Encoding =>
  encodings.some((encoding) => encoding === value);

const delimiters = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar', '，': 'wideComma' } as const;

/** How a text file was read: its encoding and what stands between its fields, both to be said otherwise. */
export const TextControl = ({ file, actions }: { file: ImportFile; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { encoding, delimiter } = file.reading;
  if (encoding === null) return null;
  const known = Object.entries(delimiters).map(([value, name]) => ({
    value,
    label: t(`imports.delimiter.${name}`),
  }));
  const isKnown = delimiter === null || known.some(({ value }) => value === delimiter);
  const offered = isKnown
    ? known
    : [...known, { value: delimiter, label: t('imports.delimiter.other', { mark: delimiter }) }];
  return (
    <>
      <Select
        size="xs"
        w={148}
        aria-label={t('imports.columns.encoding')}
        allowDeselect={false}
        value={encoding}
        data={encodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) }))}
        onChange={(value) => {
          if (isEncoding(value) && value !== encoding)
            void actions.readAs(file, { encoding: value, ...(delimiter === null ? {} : { delimiter }) });
        }}
      />
      {delimiter !== null && (
        <Select
          size="xs"
          w={136}
          aria-label={t('imports.columns.delimiter')}
          allowDeselect={false}
          value={delimiter}
          data={offered}
          onChange={(value) => {
            if (value !== null && value !== delimiter)
              void actions.readAs(file, { encoding, delimiter: value });
          }}
        />
      )}
    </>
  );
};
