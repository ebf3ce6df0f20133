import { ActionIcon, Button } from '@mantine/core';
import { IconCopyCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import type { CellEdit } from '../use-planning.ts';
import classes from './check.module.css';

type MatchKey = NonNullable<PlanRow['match']>['key'];

/** What can be done to others as it was just done to one. */
export type FollowUp =
  | { readonly type: 'edit'; readonly cell: CellEdit; readonly count: number }
  | { readonly type: 'decide'; readonly key: MatchKey; readonly decision: Decision; readonly count: number };

/** 同样处理其余 N 处: offered after a correction or a decision, where there are others like it. */
export const FollowUpBar = ({
  value,
  busy,
  onApply,
  onClose,
}: {
  value: FollowUp;
  busy: boolean;
  onApply: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { count } = value;
  const said =
    value.type === 'edit'
      ? t('imports.alike.edit', { count, text: value.cell.original, now: value.cell.text })
      : t('imports.alike.decide', { count, reason: t(`imports.check.key.${value.key}`) });
  return (
    <div className={classes.followUp} role="status">
      <span>{said}</span>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconCopyCheck size={14} />}
        disabled={busy}
        onClick={onApply}
      >
        {t('imports.alike.apply', { count })}
      </Button>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('common.action.close')}
        onClick={onClose}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
};
