import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, isLunarText, storedDate, toggleLunar } from '../../values/date-text.ts';
import { useField } from '../form-store.ts';
import { useFieldProps } from './field-props.tsx';

/** A line that takes a date as people write it, and tidies it when it is left. */
export const DateInput = ({
  path,
  label,
  value,
  onChange,
  placeholder,
  hint,
  rightSection,
}: {
  path: string;
  label?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  hint?: ReactNode;
  rightSection?: ReactNode;
}) => {
  const { i18n } = useTranslation();
  return (
    <TextInput
      {...useFieldProps(path, label, hint)}
      name={path}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const tidy = dateText(storedDate(value), i18n.language);
        if (tidy !== value) onChange(tidy);
      }}
      placeholder={placeholder}
      maxLength={30}
      rightSection={rightSection}
      classNames={{ input: 'numeric' }}
    />
  );
};

/** When a company was founded. */
export const FoundedOnField = () => {
  const { t } = useTranslation();
  const [value, set] = useField('foundedOn');
  return (
    <DateInput
      path="foundedOn"
      value={value}
      onChange={set}
      placeholder={t('customer.form.datePlaceholder')}
    />
  );
};

/** This year's day of a lunar birthday; the calendar is loaded only where one is typed. */
const useDayThisYear = (stored: string): string | null => {
  const [year] = useState(() => new Date().getFullYear());
  const { data } = useQuery({
    queryKey: ['lunar', stored, year],
    queryFn: async () => (await import('../../../../src-shared/lunar.ts')).birthdayInYear(stored, year),
    enabled: stored.startsWith('lunar:'),
    networkMode: 'always',
  });
  return data ?? null;
};

/** A birthday: with or without its year, by the sun or by the moon. */
export const BirthdayField = () => {
  const { t, i18n } = useTranslation();
  const [value, set] = useField('birthday');
  const lunar = isLunarText(value);
  const day = useDayThisYear(lunar ? storedDate(value) : '');
  const toggle = lunar ? t('customer.form.toSolar') : t('customer.form.toLunar');
  return (
    <DateInput
      path="birthday"
      value={value}
      onChange={set}
      placeholder={t('customer.form.birthdayPlaceholder')}
      hint={lunar && day !== null ? t('customer.form.lunarDay', { day }) : undefined}
      rightSection={
        <Tooltip label={toggle}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={toggle}
            aria-pressed={lunar}
            onClick={() => set(toggleLunar(value, i18n.language))}
          >
            {lunar ? <IconMoon size={16} /> : <IconSun size={16} />}
          </ActionIcon>
        </Tooltip>
      }
    />
  );
};
