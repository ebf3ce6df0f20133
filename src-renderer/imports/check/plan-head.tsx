import { useTranslation } from 'react-i18next';
import { policiesOf } from '../../../src-shared/column-policies.ts';
import type { ColumnPolicy, PlanCounts } from '../../../src-shared/import-plan.ts';
import { columnLetter, headerText } from '../columns/column-looks.ts';
import classes from './check.module.css';
import { PolicyMenu } from './policy-menu.tsx';
import type { ShownColumn } from './shown-columns.ts';
import type { PlanColumns } from './use-plan-columns.ts';

/** The head of a column: what it becomes, from where, and what it does to customers that are there. */
export const PlanHead = ({
  column,
  columns,
  counts,
  opened,
  onOpen,
  onPolicy,
}: {
  /** Null for the remarks. */
  column: ShownColumn | null;
  columns: PlanColumns;
  counts: PlanCounts;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onPolicy: (sources: readonly { key: string; index: number }[], policy: ColumnPolicy) => void;
}) => {
  const { t } = useTranslation();
  if (column === null) return <div className={classes.head}>{t('imports.check.notes')}</div>;
  const [guess] = column.sources.values();
  const label = columns.labelOf(column);
  const policies = policiesOf(column.target.field);
  const policy = columns.policyOf(column);
  // Where nobody is there already there is nothing to say.
  const matters = counts.update + counts.possible + counts.updatedCustomers > 0 || policy !== policies[0];
  return (
    <>
      <div className={classes.headLine}>
        <span className={classes.head}>{label}</span>
        {matters && policies.length > 0 && (
          <PolicyMenu
            field={label}
            value={policy}
            policies={policies}
            opened={opened}
            onOpen={onOpen}
            onPick={(picked) => onPolicy(columns.sourcesOf(column), picked)}
          />
        )}
      </div>
      <div className={classes.headSource}>
        {guess !== undefined && `${columnLetter(guess.index)} · ${headerText(t, guess)}`}
      </div>
    </>
  );
};
