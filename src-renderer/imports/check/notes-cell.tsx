import { Anchor } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../src-shared/import-plan.ts';
import { doubtLabels } from '../../../src-shared/labels.ts';
import { navigate } from '../../app/location.ts';
import classes from './check.module.css';
import { useOwnFields } from '../own-fields.ts';
import { sameFile, skipReason } from './match-text.ts';
import type { PlanChange } from './plan-cells.ts';
import { planFieldLabel, planValue } from './plan-value.ts';

/** Whom a row belongs to and why, what is doubtful in it, and what it changes beside its own cells. */
export const NotesCell = ({
  row,
  elsewhere,
  names,
}: {
  row: PlanRow;
  elsewhere: readonly PlanChange[];
  /** Of the sheets. */
  names: readonly string[];
}) => {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const own = useOwnFields();
  const { match } = row;
  return (
    <>
      {row.decided && (
        <IconCheck size={14} className={classes.decided} aria-label={t('imports.decision.decided')} />
      )}
      {match !== null && (
        <>
          {match.customerId === null ? (
            <span>{sameFile(t, match, names)}</span>
          ) : (
            <Anchor
              href={`#/customers/${match.customerId}`}
              size="sm"
              // The grid holds the focus; the details of the row have the same link.
              tabIndex={-1}
              onClick={(event) => {
                event.preventDefault();
                navigate(`/customers/${match.customerId}`);
              }}
            >
              {match.name}
            </Anchor>
          )}{' '}
          <span className={classes.why}>{t(`imports.check.key.${match.key}`)}</span>
        </>
      )}
      {[...new Set(row.doubts.map(({ reason }) => reason))].map((reason) => (
        <span key={reason} className={classes.doubtNote}>
          {doubtLabels[language][reason]}
        </span>
      ))}
      {row.status === 'skip' && (
        <span className={classes.why}>
          {match !== null && ' · '}
          {skipReason(t, row)}
        </span>
      )}
      {elsewhere.map((change) => (
        <span key={`${change.field} ${change.after}`} className={classes.adds}>
          {t('imports.check.adds', {
            field: planFieldLabel(t, change.field, own),
            value: planValue(t, change.field, change.after, own),
          })}
        </span>
      ))}
    </>
  );
};
