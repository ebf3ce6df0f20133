import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Kept } from '../../src-shared/changes.ts';
import { fieldLabel } from '../i18n/describe-action.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { DateText } from '../kit/date-text.tsx';
import classes from './kept-list.module.css';
import { RoomLink } from './room-link.tsx';

const wholes = zhCN.common.written.keptWhole;
const isWhole = (what: string): what is keyof typeof wholes => Object.hasOwn(wholes, what);

/** What stayed: a customer or another thing as a whole, or one field by its name. */
const whatWord = (t: TFunction, what: string): string =>
  isWhole(what) ? t(`common.written.keptWhole.${what}`) : fieldLabel(t, what);

/** What an undo left alone, line by line: whose it is, what, and who touched it when. */
export const KeptList = ({
  kept,
  count,
  label,
  onGo,
}: {
  kept: readonly Kept[];
  /** How many there are; the list holds the first of them. */
  count: number;
  label: string;
  /** Before a link is followed. */
  onGo?: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {kept.map(({ customerId, name, what, by }) => (
          <li key={`${customerId ?? name}:${what}`} className={classes.item}>
            <span className={classes.whose}>
              {customerId === null ? (
                name
              ) : (
                <RoomLink to={`/customers/${customerId}`} onGo={onGo} size="sm">
                  {name}
                </RoomLink>
              )}
            </span>
            <span className={classes.what}>{whatWord(t, what)}</span>
            <span className={classes.by}>
              {by === null ? (
                t('common.written.keptInUse')
              ) : (
                <>
                  {t('common.written.keptBy', { actor: by.actor })} <DateText at={by.at} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {count > kept.length && (
        <p className={classes.more}>{t('common.written.keptMore', { count: count - kept.length })}</p>
      )}
    </>
  );
};
