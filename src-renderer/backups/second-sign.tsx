import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockHour4,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SecondPlace } from '../../src-shared/backups.ts';
import classes from './backups.module.css';

const looks = {
  copying: { icon: IconRefresh, className: undefined },
  looking: { icon: IconClockHour4, className: undefined },
  upToDate: { icon: IconCircleCheck, className: classes.good },
  empty: { icon: IconClockHour4, className: classes.doubt },
  behind: { icon: IconClockHour4, className: classes.doubt },
  notConnected: { icon: IconPlugConnectedX, className: classes.doubt },
  diskFull: { icon: IconAlertTriangle, className: classes.danger },
  readOnly: { icon: IconAlertTriangle, className: classes.danger },
  trouble: { icon: IconAlertTriangle, className: classes.danger },
} as const;

const lookOf = ({ state, failure, copying, missing, lastCopy }: SecondPlace): keyof typeof looks => {
  if (copying) return 'copying';
  if (state === 'trouble') {
    if (failure?.code === 'diskFull') return 'diskFull';
    return failure?.code === 'readOnly' || failure?.code === 'noPermission' ? 'readOnly' : 'trouble';
  }
  // Nothing is missing where nothing was backed up yet; whoever pulls the stick out then has nothing on it.
  if (state === 'there' && missing === 0) return lastCopy === null ? 'empty' : 'upToDate';
  if (state === 'there') return 'behind';
  return state;
};

/** How the second place is, by an icon and a word. */
export const SecondSign = ({ second }: { second: SecondPlace }) => {
  const { t } = useTranslation();
  const look = lookOf(second);
  const { icon: Icon, className } = looks[look];
  return (
    <span className={className}>
      <Icon size={14} aria-hidden /> {t(`backups.second.sign.${look}`)}
    </span>
  );
};
