import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { CustomerRow } from '../../../src-shared/customers.ts';
import { dateOn } from '../../kit/date-text.tsx';
import { Highlight } from '../../kit/highlight.tsx';
import { cellText, type CellContext } from './cell-text.ts';
import type { ListColumn } from './columns.ts';
import { rangesIn } from './matches.ts';
import { NameCell } from './name-cell.tsx';
import { TagsCell } from './tags-cell.tsx';
import classes from './table.module.css';

const Stage = ({ stage, label }: { stage: string; label: string }) =>
  stage === '' ? null : (
    <span className={classes.stage} data-stage={stage}>
      {label}
    </span>
  );

const Doubts = ({ row, t }: { row: CustomerRow; t: TFunction }) =>
  row.doubts.length === 0 ? null : (
    <span className={classes.doubts}>
      <IconAlertTriangle size={14} aria-hidden />
      {t('customers.table.doubts', { count: row.doubts.length })}
    </span>
  );

/** What stands in a cell. */
export const cellOf = (column: ListColumn, row: CustomerRow, context: CellContext): ReactNode => {
  const text = cellText(column, row, context);
  switch (column) {
    case 'name':
      return <NameCell row={row} context={context} />;
    case 'tags':
      return <TagsCell row={row} context={context} />;
    case 'stage':
      return <Stage stage={row.stage} label={text} />;
    case 'level':
      return text === '' ? null : <span className={classes.level}>{text}</span>;
    case 'doubts':
      return <Doubts row={row} t={context.t} />;
    case 'createdAt':
    case 'updatedAt':
    case 'trashedAt':
      return text === '' ? null : dateOn(context.today, text);
    default:
      return <Highlight text={text} ranges={rangesIn(row, column, text)} />;
  }
};
