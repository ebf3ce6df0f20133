import { Button } from '@mantine/core';
import { IconArrowMerge, IconPlayerSkipForward, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import { KeyHint } from '../../kit/key-hint.tsx';
import classes from './check.module.css';

export const decisions = ['create', 'update', 'skip'] as const satisfies readonly Decision[];

const icons = { create: IconUserPlus, update: IconArrowMerge, skip: IconPlayerSkipForward };

/** What a row could be decided to be: joining somebody needs somebody. */
export const canDecide = (row: PlanRow, decision: Decision): boolean =>
  row.name !== '' && (decision !== 'update' || row.match !== null);

/** Which decision holds now, made or taken for granted; null while a row is undecided. */
export const decisionOf = (row: PlanRow): Decision | null => {
  if (row.status === 'possible') return null;
  if (row.status === 'skip') return row.decided ? 'skip' : null;
  const joins = row.status === 'update' || (row.match !== null && row.changes.length > 0);
  return joins ? 'update' : 'create';
};

/** The three decisions for a row, with their keys. */
export const DecisionButtons = ({
  row,
  onDecide,
}: {
  row: PlanRow;
  onDecide: (decision: Decision) => void;
}) => {
  const { t } = useTranslation();
  const current = decisionOf(row);
  return (
    <div
      className={classes.decisions}
      role="group"
      aria-label={t('imports.decision.label', { row: row.row + 1, name: row.name })}
    >
      {decisions.map((decision, index) => {
        const Icon = icons[decision];
        return (
          <Button
            key={decision}
            size="xs"
            variant={decision === current ? 'light' : 'default'}
            justify="space-between"
            leftSection={<Icon size={14} />}
            rightSection={<KeyHint keys={String(index + 1)} />}
            aria-pressed={decision === current}
            disabled={!canDecide(row, decision)}
            onClick={() => onDecide(decision)}
          >
            {t(`imports.decision.${decision}`)}
          </Button>
        );
      })}
    </div>
  );
};
