import { useTranslation } from 'react-i18next';
import { formatFull, formatWhen } from './format.ts';
import { useToday } from './use-today.ts';

/** An ISO instant as “今天 14:30” or “3 天前”, with the whole of it on hover. */
export const DateText = ({ at }: { at: string }) => {
  useTranslation();
  useToday();
  return (
    <time dateTime={at} title={formatFull(at)} className="numeric">
      {formatWhen(at)}
    </time>
  );
};
