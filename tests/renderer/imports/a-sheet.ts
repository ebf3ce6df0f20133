import type { PlanRow } from '../../../src-shared/import-plan.ts';
import type { ColumnGuess, ImportTarget, Understanding } from '../../../src-shared/imports.ts';

/** A field of the customer itself. */
export const own = (field: string): ImportTarget => ({ field, contact: null });
/** A field of the first contact. */
export const ofContact = (field: string, contact = 0): ImportTarget => ({ field, contact });

/** A guessed column with a header. */
export const column = (
  index: number,
  header: string,
  target: ImportTarget,
  more: Partial<ColumnGuess> = {},
): ColumnGuess => ({
  index,
  header,
  target,
  confidence: 0.95,
  reason: 'header',
  samples: [],
  filled: 10,
  also: [],
  policy: null,
  options: [],
  dateOrder: null,
  newField: null,
  lost: null,
  ...more,
});

/** The ledger of a trading company, as it is understood. */
export const ledger = (): Understanding => ({
  sheet: 0,
  header: [2, 3],
  tables: [{ top: 0, left: 0, bottom: 425, right: 4, header: [2, 3] }],
  table: 0,
  alike: null,
  layout: null,
  columns: [
    column(0, '序号', own('ignore')),
    column(1, '客户名称', own('name')),
    column(2, '联系人/姓名', ofContact('contactName')),
    column(3, '联系人/手机', ofContact('mobile')),
    column(4, '地址', own('address')),
  ],
  newFields: [],
  kind: 'company',
  dataRows: 416,
  hidden: { rows: 0, columns: [], filtered: false },
  leftOut: [{ row: 0, reason: 'title' }],
});

/** A planned row of 杭州八骏科技; `part` says what differs. */
export const planRow = (part: Partial<PlanRow>): PlanRow => ({
  index: 0,
  sheet: 0,
  row: 4,
  status: 'create',
  decided: false,
  accepted: false,
  edited: [],
  name: '杭州八骏科技有限公司',
  values: [],
  doubts: [],
  match: null,
  changes: [],
  left: [],
  ...part,
});
