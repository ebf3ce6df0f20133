import { IconAlertCircle, IconArrowRight, IconEqualNot, IconPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import classes from './check.module.css';
import type { PlanCell } from './plan-cells.ts';
import type { OwnFields } from '../targets.ts';
import { planValue } from './plan-value.ts';

/** The whole of a cell for hovering: value, what it was, what the sheet says, and what is doubtful. */
export const planCellTitle = (t: TFunction, cell: PlanCell, own: OwnFields): string => {
  const value = planValue(t, cell.field, cell.value, own);
  const before = cell.before === '' ? t('imports.check.empty') : planValue(t, cell.field, cell.before, own);
  return [
    cell.state === 'changed' && !cell.added ? t('imports.check.becomes', { before, after: value }) : value,
    cell.added ? t('imports.check.addedTo', { before }) : '',
    cell.state === 'kept' && cell.stays === '' ? t('imports.check.kept') : '',
    cell.stays === '' ? '' : staysText(t, cell, own),
    cell.raw.trim() === cell.value ? '' : t('imports.check.raw', { raw: cell.raw }),
    cell.doubts.map((doubt) => t(`customer.doubt.${doubt}`)).join(t('customer.doubtSeparator')),
  ]
    .filter(Boolean)
    .join('\n');
};

const staysText = (t: TFunction, cell: PlanCell, own: OwnFields): string =>
  t('imports.check.stays', { stays: planValue(t, cell.field, cell.stays, own) });

/** A planned value; for what is there already, before → after; what is doubtful with its sign. */
export const PlanCellView = ({ t, cell, own }: { t: TFunction; cell: PlanCell; own: OwnFields }) => {
  const value = planValue(t, cell.field, cell.value, own);
  return (
    <>
      {cell.doubts.length > 0 && (
        <IconAlertCircle
          size={14}
          className={classes.doubtSign}
          aria-label={cell.doubts
            .map((doubt) => t(`customer.doubt.${doubt}`))
            .join(t('customer.doubtSeparator'))}
        />
      )}
      {cell.stays !== '' && (
        <IconEqualNot size={14} className={classes.doubtSign} aria-label={staysText(t, cell, own)} />
      )}
      {cell.added && <IconPlus size={12} className={classes.arrow} aria-label={t('imports.check.added')} />}
      {cell.state === 'changed' && !cell.added && (
        <>
          {cell.before === '' ? (
            t('imports.check.empty')
          ) : (
            <del className={classes.before}>{planValue(t, cell.field, cell.before, own)}</del>
          )}
          <IconArrowRight size={12} className={classes.arrow} aria-label="→" />
        </>
      )}
      {value}
    </>
  );
};
