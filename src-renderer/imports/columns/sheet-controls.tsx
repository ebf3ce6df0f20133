import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Understanding } from '../../../src-shared/imports.ts';
import { setNameUse } from '../column-details.ts';
import { yearTag, type NameUse } from '../sheet-work.ts';
import { sheetInfo, sheetOf, withSheet, type ImportWork } from '../state.ts';
import { importStore } from '../store.ts';
import type { ImportActions } from '../use-import.ts';
import { columnLetter } from './column-looks.ts';

/** The cells of a table as spreadsheets name them: A1:D20. */
const rangeText = ({ top, left, bottom, right }: Understanding['tables'][number]): string =>
  `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;

/** Where a sheet holds several tables: which of them comes in. */
export const TableControl = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { readingId, understanding } = sheetOf(work);
  const { tables, table, sheet } = understanding;
  if (tables.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('imports.tables.label', { count: tables.length })}
      disabled={actions.understanding}
      value={table === null ? '' : String(table)}
      data={[
        ...tables.map((one, index) => ({
          value: String(index),
          label: t('imports.tables.one', { number: index + 1, count: tables.length, range: rangeText(one) }),
        })),
        { value: '', label: t('imports.tables.whole') },
      ]}
      onChange={({ currentTarget: { value } }) =>
        void actions.understand(readingId, sheet, { table: value === '' ? null : Number(value) })
      }
    />
  );
};

const uses: readonly NameUse[] = ['tags', 'year', 'owner', 'source'];
/** Names that programs give to sheets, or that say only what is on them. */
const plainNames =
  /^(?:sheet|工作表|表|table|book)\s*\d*$|客户|名单|通讯录|台账|会员|明细|汇总|导出|customer|contact/iu;

/** What the name of the sheet says about its customers: 张三 their owner, 华东 a tag, 2023年客户 the year in it. */
export const SheetNameControl = ({ work }: { work: ImportWork }) => {
  const { t } = useTranslation();
  const sheet = sheetOf(work);
  const name = sheetInfo(work, sheet)?.name.trim() ?? '';
  const { nameUse } = sheet.details;
  const year = yearTag(name);
  if (nameUse === null && year === null && (name === '' || plainNames.test(name))) return null;
  const offered = uses.filter((use) => use !== 'year' || (year !== null && year !== name));
  return (
    <NativeSelect
      size="xs"
      aria-label={t('imports.sheetName.label', { name })}
      value={nameUse ?? ''}
      data={[
        { value: '', label: t('imports.sheetName.unused', { name }) },
        ...offered.map((value) => ({
          value,
          label: t(`imports.sheetName.${value}`, { name, year: year ?? '' }),
        })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        importStore.update((now) =>
          withSheet(now, setNameUse(sheetOf(now), uses.find((use) => use === value) ?? null)),
        )
      }
    />
  );
};
