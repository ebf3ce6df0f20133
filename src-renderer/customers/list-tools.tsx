import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconFileExport, IconFilter } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../src-shared/customers.ts';
import classes from './customers-page.module.css';
import { ColumnMenu } from './table/column-menu.tsx';

interface ListToolsProps {
  /** Customers found; null while nothing is known. */
  readonly found: number | null;
  readonly filterShown: boolean;
  readonly filtering: boolean;
  readonly onShowFilter: () => void;
  readonly columns: readonly CustomerColumn[];
  readonly onColumns: (columns: CustomerColumn[]) => void;
  readonly onExport: () => void;
  readonly children?: ReactNode;
}

/** The line above the list: the way to the filter, the views, how many were found, and the columns. */
export const ListTools = memo(function ListTools({
  found,
  filterShown,
  filtering,
  onShowFilter,
  columns,
  onColumns,
  onExport,
  children,
}: ListToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      {!filterShown && (
        <Tooltip label={t('customers.filter.show')}>
          <Indicator disabled={!filtering} size={8} offset={4}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('customers.filter.show')}
              aria-expanded={false}
              onClick={onShowFilter}
            >
              <IconFilter size={18} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      )}
      {children ?? <span className={classes.spring} />}
      <span className={classes.found} role="status">
        {found === null ? '' : t('customers.table.found', { count: found })}
      </span>
      <Tooltip label={t('exports.buttonAll')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('exports.buttonAll')} onClick={onExport}>
          <IconFileExport size={18} />
        </ActionIcon>
      </Tooltip>
      <ColumnMenu columns={columns} onChange={onColumns} />
    </div>
  );
});
