import { UnstyledButton } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SheetInfo } from '../../../src-shared/imports.ts';
import classes from './columns.module.css';

/** The sheets of the file, below the grid as in a spreadsheet program. */
export const SheetTabs = ({
  sheets,
  open,
  onOpen,
}: {
  sheets: readonly SheetInfo[];
  open: number;
  onOpen: (sheet: number) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={classes.sheets} role="group" aria-label={t('imports.columns.sheets')}>
      {sheets.map((sheet) => (
        <UnstyledButton
          key={sheet.index}
          className={classes.sheet}
          aria-pressed={sheet.index === open}
          onClick={() => onOpen(sheet.index)}
        >
          {sheet.hidden && <IconEyeOff size={14} aria-label={t('imports.columns.sheetHidden')} />}
          <span className={classes.sheetName}>{sheet.name}</span>
          <span className={classes.sheetFacts}>
            {t('imports.columns.sheetRows', { count: sheet.rows })}
            {!sheet.likelyTable && ` · ${t('imports.columns.sheetUnlikely')}`}
          </span>
        </UnstyledButton>
      ))}
    </div>
  );
};
