import { ActionIcon, Button, Checkbox, Popover, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customKey } from '../../../src-shared/custom-fields.ts';
import { customerColumns, type CustomerColumn } from '../../../src-shared/customers.ts';
import { preferencesSchema } from '../../../src-shared/settings.ts';
import { usePreferences, useUpdatePreferences } from '../../app/preferences.ts';
import { useCustomFields } from '../../custom-fields/use-custom-fields.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { moveColumn, toggleColumn } from './columns.ts';
import classes from './column-menu.module.css';

interface ColumnMenuProps {
  readonly columns: readonly CustomerColumn[];
  readonly onChange: (columns: CustomerColumn[]) => void;
}

const standardColumns = preferencesSchema.parse({}).columns;

/** Which columns are shown and in which order, and how high the rows are. */
export const ColumnMenu = memo(function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { density } = usePreferences();
  const update = useUpdatePreferences();
  const { fields, byKey } = useCustomFields();
  const all: CustomerColumn[] = [...customerColumns, ...fields.map(({ id }) => customKey(id))];
  const hidden = all.filter((column) => !columns.includes(column));

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={240} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('customers.column.menu')} disabled={opened}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('customers.column.menu')}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconColumns3 size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('customers.column.menu')}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('customers.column.density')}
          value={density}
          data={[
            { value: 'compact', label: t('customers.column.compact') },
            { value: 'comfortable', label: t('customers.column.comfortable') },
          ]}
          onChange={(value) => update({ density: value === 'compact' ? 'compact' : 'comfortable' })}
        />
        <ul className={classes.columns} aria-label={t('customers.column.columns')}>
          {[...columns, ...hidden].map((column) => {
            const label = byKey(column)?.name ?? fieldLabel(t, column);
            const at = columns.indexOf(column);
            return (
              <li key={column} className={classes.column}>
                <Checkbox
                  size="xs"
                  className={classes.tick}
                  label={label}
                  checked={at !== -1}
                  disabled={column === 'name' && at !== -1}
                  title={column === 'name' ? t('customers.column.always') : undefined}
                  onChange={() => onChange(toggleColumn(columns, column))}
                />
                {at !== -1 &&
                  ([-1, 1] as const).map((by) => (
                    <ActionIcon
                      key={by}
                      size="sm"
                      variant="subtle"
                      color="gray"
                      disabled={by === -1 ? at === 0 : at === columns.length - 1}
                      aria-label={t(by === -1 ? 'customers.column.up' : 'customers.column.down', {
                        column: label,
                      })}
                      onClick={() => onChange(moveColumn(columns, column, by))}
                    >
                      {by === -1 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
                    </ActionIcon>
                  ))}
              </li>
            );
          })}
        </ul>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={columns.join() === standardColumns.join()}
          onClick={() => onChange([...standardColumns])}
        >
          {t('customers.column.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
});
