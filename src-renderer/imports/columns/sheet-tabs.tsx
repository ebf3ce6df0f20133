import { Checkbox, Tooltip, UnstyledButton } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sheetKey, type ImportWork } from '../state.ts';
import type { ImportActions } from '../use-import.ts';
import classes from './columns.module.css';

/** The sheets of the files, below the grid as in a spreadsheet program, each with a box: what is ticked comes in. */
export const SheetTabs = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const sheets = work.files.flatMap(({ reading }) =>
    reading.sheets.map((sheet) => ({ ...sheet, reading, key: sheetKey(reading.readingId, sheet.index) })),
  );
  if (sheets.length < 2) return null;
  return (
    <div className={classes.sheets} role="group" aria-label={t('imports.columns.sheets')}>
      {sheets.map(({ key, reading, index, name, hidden, rows, likelyTable }) => {
        const included = work.included.has(key);
        // One file of one sheet among others is known by its file.
        const label =
          work.files.length === 1
            ? name
            : reading.sheets.length === 1
              ? reading.fileName
              : `${reading.fileName} · ${name}`;
        return (
          <div key={key} className={classes.sheet} data-open={key === work.open || undefined}>
            <Tooltip label={t('imports.columns.together')}>
              <Checkbox
                size="xs"
                aria-label={t('imports.columns.togetherNamed', { sheet: label })}
                checked={included}
                disabled={actions.understanding || (included && work.included.size === 1)}
                onChange={(event) =>
                  void actions.includeSheet(reading.readingId, index, event.currentTarget.checked)
                }
              />
            </Tooltip>
            <UnstyledButton
              className={classes.sheetButton}
              aria-pressed={key === work.open}
              onClick={() => void actions.openSheet(reading.readingId, index)}
            >
              {hidden && <IconEyeOff size={14} aria-label={t('imports.columns.sheetHidden')} />}
              <span className={classes.sheetName} title={label}>
                {label}
              </span>
              <span className={classes.sheetFacts}>
                {t('imports.columns.sheetRows', { count: rows })}
                {!likelyTable && ` · ${t('imports.columns.sheetUnlikely')}`}
              </span>
            </UnstyledButton>
          </div>
        );
      })}
    </div>
  );
};
