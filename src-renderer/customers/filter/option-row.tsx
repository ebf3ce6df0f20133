import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../../kit/format.ts';
import classes from './filter.module.css';

interface OptionRowProps {
  readonly label: string;
  readonly checked: boolean;
  readonly indeterminate?: boolean;
  /** Customers that it would let through; null while it is not known. */
  readonly count: number | null;
  readonly onToggle: () => void;
  /** Stands before the label. */
  readonly mark?: ReactNode;
  /** Stands between the label and the count. */
  readonly aside?: ReactNode;
  readonly struck?: boolean;
  readonly hint?: string;
}

/** A value to tick, with its count. */
export const OptionRow = ({
  label,
  checked,
  indeterminate = false,
  count,
  onToggle,
  mark,
  aside,
  struck = false,
  hint,
}: OptionRowProps) => (
  <div className={classes.option} data-empty={count === 0 && !checked ? true : undefined}>
    <Checkbox
      size="xs"
      className={classes.optionBox}
      checked={checked}
      indeterminate={indeterminate}
      onChange={onToggle}
      styles={{ body: { alignItems: 'center' }, labelWrapper: { minWidth: 0, flex: 1 } }}
      label={
        <span className={classes.optionLabel} title={hint ?? label} data-struck={struck || undefined}>
          {mark}
          <span className={classes.optionText}>{label}</span>
        </span>
      }
    />
    {aside}
    <span className={classes.count}>{count === null ? '' : formatNumber(count)}</span>
  </div>
);
