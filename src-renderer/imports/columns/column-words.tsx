import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { genders, kinds, levels, stages } from '../../../src-shared/customers.ts';
import { asTag } from '../../../src-shared/import-plan.ts';
import type { WordField, WordOption } from '../../../src-shared/imports.ts';
import { useApi } from '../../app/api.ts';
import classes from './columns.module.css';

const values = { stage: stages, level: levels, gender: genders, kind: kinds } as const;

interface ColumnWordsProps {
  readonly readingId: string;
  readonly sheet: number;
  readonly column: number;
  readonly field: WordField;
  /** What was said about words so far. */
  readonly said: readonly WordOption[];
  readonly onSay: (from: string, to: string) => void;
}

/** The words of a column with how often they occur, and what each becomes. */
export const ColumnWords = ({ readingId, sheet, column, field, said, onSay }: ColumnWordsProps) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const words = useQuery(archive.imports.words.queryOptions({ input: { readingId, sheet, column, field } }));
  const label = (value: string): string => {
    switch (field) {
      case 'stage':
        return t(`fields.stageValue.${value as (typeof stages)[number]}`);
      case 'gender':
        return t(`fields.genderValue.${value as (typeof genders)[number]}`);
      case 'kind':
        return t(`fields.kindValue.${value as (typeof kinds)[number]}`);
      default:
        return value;
    }
  };
  const options = [
    ...values[field].map((value) => ({ value: value as string, label: label(value) })),
    ...(field === 'stage' || field === 'level' ? [{ value: asTag, label: t('imports.words.asTag') }] : []),
    { value: '', label: t('imports.words.nothing') },
  ];
  if (words.data === undefined || words.data.length === 0) return null;
  return (
    <div className={classes.words} role="group" aria-label={t('imports.words.title')}>
      <Text size="xs" c="dimmed">
        {t('imports.words.title')}
      </Text>
      {words.data.map(({ word, count, to }) => (
        <div key={word} className={classes.word}>
          <span className={classes.wordText} title={word}>
            {word}
          </span>
          <span className={classes.usedBy}>{t('imports.words.count', { count })}</span>
          <NativeSelect
            size="xs"
            aria-label={t('imports.words.becomes', { word })}
            value={said.find(({ from }) => from === word)?.to ?? to}
            data={options}
            onChange={(event) => onSay(word, event.currentTarget.value)}
          />
        </div>
      ))}
    </div>
  );
};
