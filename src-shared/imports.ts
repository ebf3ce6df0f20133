import { z } from 'zod';
import { contactMethodTypes } from './contact-methods.ts';
import { customerFieldsSchema } from './customers.ts';
import { newFieldSchema } from './custom-fields.ts';
import { dateOrders } from './date-order.ts';

/** What a column can mean. `…` fields of contacts and methods carry the contact they belong to, see {@link importTargetSchema}. */
export const importFields = [
  'ignore',
  ...Object.keys(customerFieldsSchema.shape),
  /** In a file of leftovers: the code of the customer that the row became, whose doubtful values it corrects. */
  'importedAs',
  'aliases',
  'tags',
  /** 省市区 in one cell, or an address whose region is to be split off. */
  'region',
  'contactName',
  'contactTitle',
  'contactDepartment',
  ...contactMethodTypes,
] as [string, ...string[]];

/** Fields that say whom a row is about; without a column for one of them nothing can be imported. */
export const namingFields: readonly string[] = ['name', 'contactName', 'mobile', 'phone', 'email'];

/** A custom field by its id, or one that the import makes, by its index in `newFields` of the plan. */
const ownFieldSchema = z.string().regex(/^(?:custom:[1-9]\d{0,14}|new:\d{1,3})$/u);

export const importTargetSchema = z.object({
  field: z.union([z.enum(importFields), ownFieldSchema]),
  /** 0 for the first contact of the row, 1 for the second …; null for the customer itself. */
  contact: z.number().int().min(0).max(9).nullable(),
});
export type ImportTarget = z.infer<typeof importTargetSchema>;

export const sheetInfoSchema = z.object({
  index: z.number().int(),
  name: z.string(),
  rows: z.number().int(),
  columns: z.number().int(),
  hidden: z.boolean(),
  /** Whether it looks like a table of customers; prose and empty sheets do not. */
  likelyTable: z.boolean(),
});
export type SheetInfo = z.infer<typeof sheetInfoSchema>;

/** A file that has been read and is held until it is committed or discarded. */
export const readingSchema = z.object({
  readingId: z.string(),
  fileName: z.string(),
  /** `xls` is every workbook of Office before 2007 and of WPS, `xml` that of Excel 2003, `csv` text of any delimiter. */
  format: z.enum(['xlsx', 'xlsb', 'xls', 'ods', 'xml', 'html', 'csv']),
  /** For text files: how it was decoded. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(sheetInfoSchema),
  /** The sheet to begin with. */
  suggestedSheet: z.number().int(),
  /** The sheets to bring in together: the suggested one and those with the same headers, in the order of the file. */
  suggestedTogether: z.array(z.number().int()),
  /** An earlier import of a file with the same content, if any. */
  importedBefore: z.object({ at: z.string(), changeId: z.number().int() }).nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

export const leftOutReasons = [
  'title',
  'header',
  'total',
  'note',
  'blank',
  'repeatedHeader',
  'otherTable',
  'example',
  /** A company above its people, who have its name beside them. */
  'heading',
] as const;
export const guessReasons = [
  'header',
  'headerPart',
  'values',
  'headerAndValues',
  'position',
  /** It stands in a row of its own above the rows it holds for. */
  'heading',
  /** So it was mapped when a sheet with these headers came in before. */
  'remembered',
  'scheme',
  'chosen',
  'none',
] as const;

/**
 * What a column does where a row belongs to a customer that is there already. `fill` 填空: only what is missing;
 * `overwrite` 覆盖; `keep` 不动; `append` 追加: beside what is there. An empty cell never erases.
 */
export const columnPolicies = ['fill', 'overwrite', 'keep', 'append'] as const;
export const columnPolicySchema = z.enum(columnPolicies);
export type ColumnPolicy = z.infer<typeof columnPolicySchema>;

/** What a word of a column stands for. */
export const wordOptionSchema = z.object({ from: z.string().max(200), to: z.string().max(200) });
export type WordOption = z.infer<typeof wordOptionSchema>;

/** Fields of which a column of words is mapped word by word. */
export const wordFields = ['stage', 'level', 'gender', 'kind'] as const;
export const wordFieldSchema = z.enum(wordFields);
export type WordField = z.infer<typeof wordFieldSchema>;

/** A word of a column, how often it occurs, and what it stands for unless somebody says otherwise: an option, '' or `tag`. */
export const columnWordSchema = z.object({ word: z.string(), count: z.number().int(), to: z.string() });
export type ColumnWord = z.infer<typeof columnWordSchema>;

export const columnGuessSchema = z.object({
  index: z.number().int(),
  /** Merged headers flattened with `/`: 联系人/手机. */
  header: z.string(),
  target: importTargetSchema,
  /** Further fields that the column feeds. */
  also: z.array(importTargetSchema),
  /** What was said about it before; null and none where nothing was. */
  policy: columnPolicySchema.nullable(),
  options: z.array(wordOptionSchema),
  /** 0…1 */
  confidence: z.number(),
  reason: z.enum(guessReasons),
  /** First non-empty values, at most five. */
  samples: z.array(z.string()),
  filled: z.number().int(),
  /**
   * For columns with dates such as 3/4/2023: which of the two is the day, null when nothing tells and the owner has to be
   * asked; with one that could be read both ways, and how many of those looked at could.
   */
  dateOrder: z
    .object({
      order: z.enum(dateOrders).nullable(),
      /** 12/11/10 in it ends with its year. */
      yearLast: z.boolean(),
      example: z.string(),
      count: z.number().int(),
    })
    .nullable(),
  /** The custom field that it would make, by what stands in it; null where nothing does or another field has the name. */
  newField: newFieldSchema.nullable(),
  /** The name of the custom field that it went to before, or by the scheme, where that field is gone. */
  lost: z.string().nullable(),
});
export type ColumnGuess = z.infer<typeof columnGuessSchema>;

/** What rows say that head those below them: their company, their clerk, area or year, or whatever else. */
export const headingKinds = ['company', 'owner', 'region', 'year', 'other'] as const;
export type HeadingKind = (typeof headingKinds)[number];

/** A sheet that is more than rows below a header, and how that is taken. */
export const layoutSchema = z.object({
  /**
   * `headings`: rows above those they hold for, read as a column behind the others. The others are shown as the table that was
   * made of them: `cards` of labels with their values, a table `turned` on its side, or people in `lines` of text.
   */
  type: z.enum(['headings', 'cards', 'turned', 'lines']),
  /** Not taken when somebody has said that it is not so. */
  taken: z.boolean(),
  /** What the headings are; null for all other types. */
  headings: z.enum(headingKinds).nullable(),
  /** The column as which headings are read. */
  column: z.number().int().nullable(),
  /** How many headings, cards or people. */
  count: z.number().int(),
  /** The first of them. */
  example: z.string(),
  /** Texts before the first of them that belong to none. */
  aside: z.array(z.string()).max(20),
});
export type Layout = z.infer<typeof layoutSchema>;

/** How a sheet is understood. Every part can be changed and sent back to `imports.plan`. */
export const understandingSchema = z.object({
  sheet: z.number().int(),
  /** First and last header row, 0-based in the sheet; null when there is none. */
  header: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** The tables on the sheet, from the top and the left; nearly always one. All four sides are included. */
  tables: z.array(
    z.object({
      top: z.number().int(),
      left: z.number().int(),
      bottom: z.number().int(),
      right: z.number().int(),
      header: z.tuple([z.number().int(), z.number().int()]).nullable(),
    }),
  ),
  /** Which of them is understood; null for the whole sheet taken as one. */
  table: z.number().int().nullable(),
  /** Tables of the sheet with one header, and whether they are put together; null where there are none. */
  alike: z.object({ count: z.number().int(), joined: z.boolean() }).nullable(),
  /** Null for rows below a header, as nearly all sheets are. */
  layout: layoutSchema.nullable(),
  columns: z.array(columnGuessSchema),
  /** Fields that have yet to be made for it, as a scheme says; targets `new:n` name them by their place here. */
  newFields: z.array(newFieldSchema),
  /** Kind of customers without a telling column. */
  kind: z.enum(['company', 'person']),
  dataRows: z.number().int(),
  /** What the sheet hides: how many of the data rows, which columns, and whether a filter is why. */
  hidden: z.object({
    rows: z.number().int(),
    columns: z.array(z.number().int()),
    filtered: z.boolean(),
  }),
  leftOut: z.array(z.object({ row: z.number().int(), reason: z.enum(leftOutReasons) })).max(5_000),
});
export type Understanding = z.infer<typeof understandingSchema>;

export const sheetRowSchema = z.object({
  row: z.number().int(),
  cells: z.array(z.string()),
  leftOut: z.enum(leftOutReasons).nullable(),
  /** Whether the sheet hides it. */
  hidden: z.boolean(),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;

export const mergedCellSchema = z.object({
  top: z.number().int(),
  left: z.number().int(),
  bottom: z.number().int(),
  right: z.number().int(),
});

export const importResultSchema = z.object({
  changeId: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  doubtful: z.number().int(),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const importBatchSchema = z.object({
  changeId: z.number().int(),
  at: z.string(),
  actor: z.string(),
  /** The first of its files and sheets. */
  file: z.string(),
  sheet: z.string(),
  /** All of them, in the order in which they were brought in. */
  sheets: z.array(z.object({ file: z.string(), sheet: z.string() })),
  created: z.number().int(),
  updated: z.number().int(),
  skipped: z.number().int(),
  inEffect: z.boolean(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;
