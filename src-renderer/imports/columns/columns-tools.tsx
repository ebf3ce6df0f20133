import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../app/keys.tsx';
import { kindSchema } from '../../../src-shared/customers.ts';
import classes from '../imports.module.css';
import {
  comingRows,
  fileOf,
  hasName,
  includedSheets,
  sheetInfo,
  sheetOf,
  withSheet,
  type ImportWork,
} from '../state.ts';
import { importStore } from '../store.ts';
import type { ImportActions } from '../use-import.ts';
import { HeaderControl } from './header-control.tsx';
import { SchemeControl } from './scheme-control.tsx';
import { SheetNameControl, TableControl } from './sheet-controls.tsx';
import { TagsControl } from './tags-control.tsx';
import { TextControl } from './text-control.tsx';

/** The line above the sheet: what holds for all of it. */
export const ColumnsTools = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const sheet = sheetOf(work);
  const { understanding } = sheet;
  const file = fileOf(work, sheet.readingId);
  const { reading } = file;
  const rows = sheetInfo(work, sheet)?.rows ?? 0;
  return (
    <div className={classes.tools}>
      <span className={classes.fileName} title={reading.fileName}>
        {reading.fileName}
      </span>
      <HeaderControl
        key={understanding.header?.join()}
        header={understanding.header}
        rows={rows}
        busy={actions.understanding}
        onChange={(header) => void actions.understand(sheet.readingId, understanding.sheet, { header })}
      />
      <TableControl work={work} actions={actions} />
      <SegmentedControl
        size="xs"
        aria-label={t('imports.columns.kind')}
        value={sheet.kind ?? understanding.kind}
        data={[
          { value: 'company', label: t('fields.kindValue.company') },
          { value: 'person', label: t('fields.kindValue.person') },
        ]}
        onChange={(value) => importStore.update((now) => withSheet(now, { kind: kindSchema.parse(value) }))}
      />
      <TagsControl
        tagIds={work.tagIds}
        onChange={(tagIds) => importStore.update((now) => ({ ...now, tagIds }))}
      />
      <SheetNameControl work={work} />
      <TextControl file={file} actions={actions} />
      <SchemeControl work={work} actions={actions} />
      <span className={classes.spring} />
      <span className={classes.facts}>
        {t('imports.columns.rows', { count: comingRows(sheet) })}
        {understanding.leftOut.length > 0 &&
          ` · ${t('imports.columns.leftOut', { count: understanding.leftOut.length })}`}
      </span>
    </div>
  );
};

/** The way on to the plan, open as soon as something names the customers. */
export const ColumnsActions = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const busy = actions.planning.running || actions.understanding || actions.reading.running;
  const ready = includedSheets(work).every(hasName) && !busy;
  useKey('mod+enter', () => void actions.plan(), { label: t('imports.keys.next'), enabled: ready });
  return (
    <Button
      rightSection={<IconArrowRight size={16} />}
      loading={actions.planning.running}
      disabled={!ready}
      onClick={() => void actions.plan()}
    >
      {t('imports.next')}
    </Button>
  );
};
