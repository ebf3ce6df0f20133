import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft, IconChevronDown, IconFileImport, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCounts } from '../../../src-shared/import-plan.ts';
import { useKey } from '../../app/keys.tsx';
import page from '../imports.module.css';
import type { ImportActions } from '../use-import.ts';
import { useLatest } from '../../kit/use-latest.ts';
import type { ImportWork } from '../state.ts';
import classes from './check.module.css';
import { decisions } from './decision-buttons.tsx';
import { MatchBy } from './match-by.tsx';
import { PeopleControl } from './people-control.tsx';
import { PlanFilter, type PlanFilterValue } from './plan-filter.tsx';

interface CheckToolsProps {
  readonly work: ImportWork;
  readonly counts: PlanCounts;
  readonly filter: PlanFilterValue;
  readonly text: string;
  readonly busy: boolean;
  readonly onFilter: (value: PlanFilterValue) => void;
  readonly onText: (text: string) => void;
  readonly actions: ImportActions;
}

/** The line above the plan: its counts as filters, what holds for all of it, and decisions for many rows at once. */
export const CheckTools = (props: CheckToolsProps) => {
  const { work, counts, filter, text, busy, onFilter, onText, actions } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const latest = useLatest({ text, onText });
  useEffect(() => {
    if (settled !== latest.current.text) latest.current.onText(settled);
  }, [settled, latest]);
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
      {counts.doubtful > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => void actions.accept('allDoubtful')}>
          {t('imports.check.acceptAll', { count: counts.doubtful })}
        </Button>
      )}
      <MatchBy
        value={work.matchBy}
        busy={busy}
        onChange={(matchBy) => void actions.planAs((now) => ({ ...now, matchBy }))}
      />
      <PeopleControl
        counts={counts}
        value={work.people}
        busy={busy}
        onChange={(people) => void actions.planAs((now) => ({ ...now, people }))}
      />
      <span className={page.spring} />
      {counts.joined > 0 && (
        <span className={`${page.facts} ${classes.wide}`}>
          {t('imports.check.joined', { count: counts.joined })}
        </span>
      )}
      <TextInput
        size="xs"
        w={168}
        type="search"
        aria-label={t('imports.check.find')}
        placeholder={t('imports.check.find')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
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
