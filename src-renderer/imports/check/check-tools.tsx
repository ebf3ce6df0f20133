import { Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanCounts } from '../../../src-shared/import-plan.ts';
import { useKey } from '../../app/keys.tsx';
import page from '../imports.module.css';
import type { ImportActions } from '../use-import.ts';
import { decisions } from './decision-buttons.tsx';
import { PlanFilter, type PlanFilterValue } from './plan-filter.tsx';

/** The line above the plan: its counts as filters, and decisions for all. */
export const CheckTools = ({
  counts,
  filter,
  onFilter,
  actions,
}: {
  counts: PlanCounts;
  filter: PlanFilterValue;
  onFilter: (value: PlanFilterValue) => void;
  actions: ImportActions;
}) => {
  const { t } = useTranslation();
  return (
    <div className={page.tools}>
      <PlanFilter counts={counts} value={filter} onChange={onFilter} />
      {counts.possible > 0 && (
        <Menu position="bottom-start" returnFocus>
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
              {t('imports.check.decideAll', { count: counts.possible })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {decisions.map((decision) => (
              <Menu.Item key={decision} onClick={() => void actions.decide('allPossible', decision)}>
                {t(`imports.decision.all.${decision}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={page.spring} />
      {counts.joined > 0 && (
        <span className={page.facts}>{t('imports.check.joined', { count: counts.joined })}</span>
      )}
    </div>
  );
};

/** The way back to the columns, and the way on, which names what it will do. */
export const CheckActions = ({ counts, actions }: { counts: PlanCounts; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { newCustomers: count, updatedCustomers: updated } = counts;
  const nothing = count + updated === 0;
  const action = (): string => {
    if (nothing) return t('imports.check.nothing');
    if (updated === 0) return t('imports.check.commitNew', { count });
    return count === 0
      ? t('imports.check.commitUpdate', { count: updated })
      : t('imports.check.commitBoth', { count, updated });
  };
  const busy = actions.committing.running;
  useKey('mod+enter', () => void actions.commit(), {
    label: t('imports.keys.next'),
    enabled: !nothing && !busy,
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowLeft size={16} />}
        disabled={busy}
        onClick={actions.back}
      >
        {t('imports.check.back')}
      </Button>
      <Button
        leftSection={<IconFileImport size={16} />}
        disabled={nothing}
        loading={busy}
        onClick={() => void actions.commit()}
      >
        {action()}
      </Button>
    </>
  );
};
