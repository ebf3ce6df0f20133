import { Button, Group, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate } from '../../../src-shared/dates.ts';
import { periodNames, periodOf } from './periods.ts';
import { RailSection } from './rail-section.tsx';

interface DateSectionProps {
  readonly title: string;
  /** Local calendar days, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether something else in the section narrows the list. */
  readonly active?: boolean;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
  /** Stands below the days. */
  readonly children?: ReactNode;
}

/** Days as people write them, 2023.5.1 or 2023年5月1日; null keeps what stood there. */
const parse = (text: string): string | null => {
  const read = readDate(text);
  return read !== null && ['day', 'month', 'year'].includes(read.precision) ? read.value : null;
};

/** From a day to a day, or a period that ends today. */
export const DateSection = ({ title, from, to, active = false, onChange, children }: DateSectionProps) => {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => new Date());
  return (
    <RailSection title={title} active={active || from !== undefined || to !== undefined}>
      <Stack gap={6} pt={2}>
        <Group gap={4}>
          {periodNames.map((name) => {
            const period = periodOf(name, now);
            const chosen = period.from === from && period.to === to;
            return (
              <Button
                key={name}
                size="compact-xs"
                variant={chosen ? 'light' : 'default'}
                aria-pressed={chosen}
                onClick={() => (chosen ? onChange(undefined, undefined) : onChange(period.from, period.to))}
              >
                {t(`customers.filter.days.${name}`)}
              </Button>
            );
          })}
        </Group>
        {(['from', 'to'] as const).map((end) => (
          <DateInput
            key={end}
            size="xs"
            aria-label={t(`customers.filter.days.${end}`, { title })}
            placeholder={t(`customers.filter.days.${end}Short`)}
            valueFormat="YYYY-MM-DD"
            monthLabelFormat={t('customers.filter.days.monthHeading')}
            yearLabelFormat={t('customers.filter.days.yearHeading')}
            locale={i18n.language.toLowerCase()}
            dateParser={parse}
            clearable
            clearButtonProps={{ 'aria-label': t('common.action.clear') }}
            value={(end === 'from' ? from : to) ?? null}
            minDate={end === 'to' ? from : undefined}
            maxDate={end === 'from' ? to : undefined}
            onChange={(value) =>
              end === 'from' ? onChange(value ?? undefined, to) : onChange(from, value ?? undefined)
            }
          />
        ))}
      </Stack>
      {children}
    </RailSection>
  );
};
