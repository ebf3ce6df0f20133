import { Alert } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import page from '../imports.module.css';
import type { SheetWork } from '../sheet-work.ts';

/** Says that a sheet holds further tables that do not come in with the one that is looked at. */
export const TablesNote = ({ sheet }: { sheet: SheetWork }) => {
  const { t } = useTranslation();
  const { tables, table } = sheet.understanding;
  if (tables.length < 2 || table === null) return null;
  return (
    <div className={page.notice}>
      <Alert color="gray" py={6} icon={<IconLayoutGrid size={18} />} role="status">
        {t('imports.tables.note', { count: tables.length, number: table + 1 })}
      </Alert>
    </div>
  );
};
