import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFull, formatWhen } from './format.ts';
import { useToday } from './use-today.ts';

/** An ISO instant as “今天 14:30” or “3 天前” on a local day (YYYY-MM-DD), with the whole of it on hover. */
export const dateOn = (day: string, at: string): ReactNode => (
  <time dateTime={at} title={formatFull(at)} className="numeric">
    {formatWhen(at, new Date(`${day}T00:00`))}
  </time>
);

/** An ISO instant as “今天 14:30” or “3 天前”; the words follow the day and the language. */
export const DateText = ({ at }: { at: string }) => {
  useTranslation();
  return dateOn(useToday(), at);
};
