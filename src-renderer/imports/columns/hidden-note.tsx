import { Alert, Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import page from '../imports.module.css';
import { withSheet, type SheetWork } from '../state.ts';
import { importStore } from '../store.ts';

/** Says that rows and columns come in that the sheet hides, and offers to leave the rows out. */
export const HiddenNote = ({ sheet }: { sheet: SheetWork }) => {
  const { t } = useTranslation();
  const { rows, columns, filtered } = sheet.understanding.hidden;
  if (rows === 0 && columns.length === 0) return null;
  const { withHidden } = sheet;
  const hiddenRows =
    rows === 0
      ? ''
      : t(filtered ? 'imports.columns.filteredRows' : 'imports.columns.hiddenRows', { count: rows });
  const hiddenColumns =
    columns.length === 0 ? '' : t('imports.columns.hiddenColumns', { count: columns.length });
  // 隐藏的 3 行、1 列: said once for both.
  const columnsToo =
    columns.length > 0 && rows > 0 && !filtered
      ? t('imports.columns.moreColumns', { count: columns.length })
      : hiddenColumns;
  const list = (...parts: string[]): string =>
    parts.filter((part) => part !== '').join(t('history.listSeparator'));
  return (
    <div className={page.notice}>
      <Alert color="gray" py={6} icon={<IconEyeOff size={18} />} role="status">
        {!withHidden && t('imports.columns.hiddenStayOut', { what: hiddenRows })}
        {withHidden && t('imports.columns.hiddenComeIn', { what: list(hiddenRows, columnsToo) })}
        {!withHidden &&
          hiddenColumns !== '' &&
          t('imports.columns.hiddenComeIn', { what: hiddenColumns })}{' '}
        {rows > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => importStore.update((now) => withSheet(now, { withHidden: !withHidden }))}
          >
            {t(withHidden ? 'imports.columns.leaveHidden' : 'imports.columns.bringHidden')}
          </Button>
        )}
      </Alert>
    </div>
  );
};
