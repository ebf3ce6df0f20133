import type { SameShape } from '../shape.ts';
import type { exports as source } from '../zh-CN/exports.ts';

/** Texts of exporting customers to a file. */
export const exports = {
  title: 'Export',
  button: 'Export',
  buttonAll: 'Export this list',
  columns: {
    label: 'What to export',
    visible_one: 'The {{count, number}} column of the list',
    visible_other: 'The {{count, number}} columns of the list',
    visibleHint: 'As they are shown now',
    all: 'Everything',
    allHint: 'Every contact and phone; can be edited and imported again',
    choose: 'Choose',
    chooseLabel: 'Columns to export',
    none: 'Choose at least one column',
    allContacts: 'All contacts',
    allMethods: 'All contact details',
  },
  format: { label: 'Format', xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  encoding: {
    label: 'Text encoding',
    'utf-8': 'UTF-8 (for Excel and WPS)',
    gb18030: 'GBK (for older programs)',
  },
  start_one: 'Export {{count, number}} customer',
  start_other: 'Export {{count, number}} customers',
  counting: 'Counting',
  nobody: 'There are no such customers to export',
  fileName: 'Customers-{{stamp}}.{{extension}}',
  running: 'Exporting',
  done_one: '{{count, number}} customer exported',
  done_other: '{{count, number}} customers exported',
  file: '{{name}}, {{size}}',
  reveal: 'Show in folder',
  downloadAgain: 'Download again',
  downloaded: 'The file is in the browser’s downloads folder.',
  ok: 'Done',
} as const satisfies SameShape<typeof source>;
