import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel, valueLabel } from '../../i18n/describe-action.ts';

interface ValueMenuProps {
  readonly field: 'stage' | 'level';
  readonly values: readonly string[];
  readonly icon: ReactNode;
  readonly onPick: (value: string) => void;
}

/** One of a few fixed values, or none. */
export const ValueMenu = ({ field, values, icon, onPick }: ValueMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={icon}>
          {fieldLabel(t, field)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {values.map((value) => (
          <Menu.Item key={value} onClick={() => onPick(value)}>
            {valueLabel(t, field, value)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onPick('')}>{t('customers.bulk.noValue')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
