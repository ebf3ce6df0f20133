import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import classes from './check.module.css';

/** What a column does to customers that are there already, above it where its effect is seen. */
export const PolicyMenu = ({
  field,
  value,
  policies,
  opened,
  onOpen,
  onPick,
}: {
  /** The name of what the column holds. */
  field: string;
  value: ColumnPolicy;
  policies: readonly ColumnPolicy[];
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onPick: (policy: ColumnPolicy) => void;
}) => {
  const { t } = useTranslation();
  const word = t(`imports.policy.${value}`);
  return (
    <Menu opened={opened} onChange={onOpen} position="bottom-end" returnFocus={false} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.policy}
          data-policy={value}
          // The grid holds the focus; Enter on the head opens it too.
          tabIndex={-1}
          aria-label={t('imports.policy.of', { field, policy: word })}
        >
          {word}
          <IconChevronDown size={10} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('imports.policy.title')}</Menu.Label>
        {policies.map((policy) => (
          <Menu.Item
            key={policy}
            rightSection={policy === value ? <IconCheck size={14} aria-hidden /> : null}
            aria-current={policy === value}
            onClick={() => onPick(policy)}
          >
            {t(`imports.policy.${policy}`)}
            <div className={classes.policyHint}>{t(`imports.policy.hint.${policy}`)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
