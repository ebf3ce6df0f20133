import type { Generated, Kysely } from 'kysely';
import type { CustomFieldType } from '../../../src-shared/custom-fields.ts';
import type { CustomerFields, Kind } from '../../../src-shared/customers.ts';

/** The derived columns of a customer: kept by {@link ../touched.ts}, never journaled, rebuilt from the rest. */
export interface DerivedCustomerColumns {
  /** Id of the change that last touched the customer or anything that belongs to it. */
  version: number;
  /** ISO instant of that change. */
  updatedAt: string;
  /** JSON of `Doubt[]`. */
  doubts: string;
  doubtCount: number;
  /** First contact that has not left. */
  contactName: string;
  /** First mobile, else first phone, as written. */
  mobile: string;
  email: string;
  /** 1 when there is any mobile or phone, of the customer or a contact. */
  hasPhone: number;
  /** Key under which spellings of one name fall together (company-names.ts). */
  nameKey: string;
  /** Binary order of this is the pinyin order of names. */
  nameSort: string;
}

export interface CustomersTable extends Omit<CustomerFields, 'kind'>, DerivedCustomerColumns {
  id: Generated<number>;
  kind: Kind;
  /** JSON of `string[]`. */
  aliases: string;
  createdAt: string;
  trashedAt: string | null;
}

export interface ContactsTable {
  id: Generated<number>;
  customerId: number;
  position: number;
  name: string;
  title: string;
  department: string;
  fromDate: string;
  toDate: string;
  /** 离职: 0 or 1. */
  left: number;
  notes: string;
}

export interface ContactMethodsTable {
  id: Generated<number>;
  customerId: number;
  contactId: number | null;
  position: number;
  type: string;
  value: string;
  normal: string;
  label: string;
}

export interface TagsTable {
  id: Generated<number>;
  name: string;
  colour: number;
  group: string;
}

export interface CustomerTagsTable {
  id: Generated<number>;
  customerId: number;
  tagId: number;
}

export interface CustomFieldsTable {
  id: Generated<number>;
  name: string;
  type: CustomFieldType;
  /** JSON of `string[]`. */
  options: string;
  position: number;
}

export interface CustomFieldValuesTable {
  id: Generated<number>;
  customerId: number;
  fieldId: number;
  /** Normal form of the type, see custom-fields.ts; never ''. */
  value: string;
  /** What orders and bounds are taken by: a number for number, money and boolean, else text. */
  sort: string | number;
}

export interface SavedViewsTable {
  id: Generated<number>;
  name: string;
  /** JSON of `CustomerFilter`, of `CustomerColumn[]`, and of `CustomerSort | null`. */
  filter: string;
  columns: string;
  sort: string;
}

export interface ImportSchemesTable {
  id: Generated<number>;
  name: string;
  /** JSON, see imports/schemes.ts. */
  scheme: string;
}

export interface SettingsTable {
  id: Generated<number>;
  key: string;
  /** JSON. */
  value: string;
}

export interface ImportFilesTable {
  id: Generated<number>;
  changeId: number;
  sha256: string;
  file: string;
  sheet: string;
  created: number;
  updated: number;
  skipped: number;
  doubtful: number;
}

export interface ImportMemoryTable {
  /** Folded headers of a sheet. */
  fingerprint: string;
  /** JSON, see {@link ../imports/memory.ts}. */
  mapping: string;
  /** ISO instant. */
  usedAt: string;
}

/** A sheet of an import. Not journaled: what the file held stays known when the import is undone. */
export interface ImportSheetsTable {
  id: Generated<number>;
  changeId: number;
  file: string;
  sheet: string;
  /** JSON of `SheetHead`. */
  head: string;
  columns: number;
  /** Rows that were not imported, and imported ones with a doubt, those beyond the stored ones included. */
  leftOut: number;
  doubtful: number;
}

/** A row that an import left out or doubted; not journaled either. */
export interface ImportLeftoversTable {
  id: Generated<number>;
  sheetId: number;
  /** Row of the sheet, from 0. */
  row: number;
  /** The customer it became; null for a row that was left out. */
  customerId: number | null;
  /** JSON of `LeftoverReason[]`. */
  reasons: string;
  /** JSON of `string[]`, by column. */
  cells: string;
}

export interface ChangesTable {
  id: Generated<number>;
  /** ISO instant. */
  at: string;
  actor: string;
  /** JSON of `ChangeAction`. */
  action: string;
  kind: 'do' | 'undo' | 'redo';
  /** For undo and redo: the change taken back or brought again. */
  target: number | null;
  /** The undo that took this change back; null while it is in effect. */
  undoneBy: number | null;
  /** Journaled rows. */
  rows: number;
  /** JSON of what an undo or redo left alone, `{ kept, keptCount }`; null when that is nothing. */
  kept: string | null;
}

export interface JournalTable {
  sequence: Generated<number>;
  changeId: number;
  tableName: JournaledTable;
  rowId: number;
  /** The customer the row belongs to; null for tags, views and settings. */
  customerId: number | null;
  operation: 'I' | 'U' | 'D';
  /** JSON: for U the changed columns only, for D the whole row. */
  before: string | null;
  /** JSON: for U the changed columns only. */
  after: string | null;
}

export interface Tables {
  customers: CustomersTable;
  contacts: ContactsTable;
  contactMethods: ContactMethodsTable;
  tags: TagsTable;
  customerTags: CustomerTagsTable;
  customFields: CustomFieldsTable;
  customFieldValues: CustomFieldValuesTable;
  savedViews: SavedViewsTable;
  importSchemes: ImportSchemesTable;
  settings: SettingsTable;
  importFiles: ImportFilesTable;
  importMemory: ImportMemoryTable;
  importSheets: ImportSheetsTable;
  importLeftovers: ImportLeftoversTable;
  changes: ChangesTable;
  journal: JournalTable;
  openChange: { id: number };
  preferences: { key: string; value: string };
  drafts: { key: string; savedAt: string; baseVersion: number | null; values: string };
}

/** What query functions take: everything of Kysely that reads. A writable handle exists only inside `change()`. */
export type ReadonlyKysely = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn' | 'getExecutor' | 'dynamic'>;
export type WritableKysely = Kysely<Tables>;

/** The business columns of each journaled table: what history shows and undo restores. `id` is the row id. */
export const journaledColumns = {
  tags: ['name', 'colour', 'group'],
  customFields: ['name', 'type', 'options', 'position'],
  customers: [
    'kind',
    'code',
    'name',
    'shortName',
    'aliases',
    'stage',
    'level',
    'industry',
    'size',
    'province',
    'city',
    'district',
    'address',
    'postcode',
    'source',
    'owner',
    'gender',
    'birthday',
    'identityNumber',
    'creditCode',
    'website',
    'legalRepresentative',
    'registeredCapital',
    'foundedOn',
    'taxId',
    'bankName',
    'bankAccount',
    'registeredAddress',
    'registeredPhone',
    'notes',
    'createdAt',
    'trashedAt',
  ],
  contacts: ['customerId', 'position', 'name', 'title', 'department', 'fromDate', 'toDate', 'left', 'notes'],
  contactMethods: ['customerId', 'contactId', 'position', 'type', 'value', 'normal', 'label'],
  customerTags: ['customerId', 'tagId'],
  customFieldValues: ['customerId', 'fieldId', 'value', 'sort'],
  savedViews: ['name', 'filter', 'columns', 'sort'],
  importSchemes: ['name', 'scheme'],
  settings: ['key', 'value'],
  importFiles: ['changeId', 'sha256', 'file', 'sheet', 'created', 'updated', 'skipped', 'doubtful'],
} as const satisfies { [T in keyof Tables]?: readonly (keyof Tables[T])[] };

/** Tables whose rows `change()` journals, parents before children. */
export type JournaledTable = keyof typeof journaledColumns;
export const journaledTables = Object.keys(journaledColumns) as JournaledTable[];

/** A name as SQL writes it: `group` and `left` are also keywords. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
