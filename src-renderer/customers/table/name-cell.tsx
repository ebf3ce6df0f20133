import { IconAlertTriangle } from '@tabler/icons-react';
import type { CustomerRow } from '../../../src-shared/customers.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { Highlight } from '../../kit/highlight.tsx';
import type { CellContext } from './cell-text.ts';
import { excerpt, hiddenMatch, rangesIn } from './matches.ts';
import classes from './table.module.css';

/** Under the name, why a row was found when no column shows it: “备注：…每月要对账单”. */
const MatchHint = ({ row, context }: { row: CustomerRow; context: CellContext }) => {
  const { t, columns, fields } = context;
  const match = hiddenMatch(row, columns);
  if (match === null) return null;
  const { text, ranges } = excerpt(match);
  const field = match.field.split('.', 1)[0] ?? match.field;
  return (
    <span className={classes.hint}>
      {t('customers.table.match', { field: fields.byKey(field)?.name ?? fieldLabel(t, field) })}
      <Highlight text={text} ranges={ranges} />
    </span>
  );
};

/** The name, a sign when something in the record is doubtful, and why it was found if nothing else shows it. */
export const NameCell = ({ row, context }: { row: CustomerRow; context: CellContext }) => {
  const { t, columns } = context;
  const doubtful = row.doubts.length > 0 && !columns.includes('doubts');
  return (
    <span className={classes.name}>
      <span className={classes.nameLine}>
        <span className={classes.nameText}>
          <Highlight text={row.name} ranges={rangesIn(row, 'name', row.name)} />
        </span>
        {doubtful && (
          <IconAlertTriangle
            size={13}
            className={classes.doubtMark}
            role="img"
            aria-label={t('customers.filter.doubtful')}
          />
        )}
      </span>
      <MatchHint row={row} context={context} />
    </span>
  );
};
