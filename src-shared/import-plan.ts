import { z } from 'zod';
import { newFieldSchema } from './custom-fields.ts';
import { doubtSchema } from './customers.ts';
import { dateOrders } from './date-order.ts';
import { columnPolicySchema, importTargetSchema, wordOptionSchema } from './imports.ts';

export { columnPolicies, columnPolicySchema, type ColumnPolicy } from './imports.ts';

const rowNumber = z.number().int().min(0).max(2_000_000);
const columnIndex = z.number().int().min(0).max(1_000);
const cellText = z.string().max(50_000);

/** The option of a word that is to become a tag. */
export const asTag = 'tag';

export const columnPlanSchema = z.object({
  index: columnIndex,
  target: importTargetSchema,
  /** The field's own habit by default: lists and notes are added to, everything else fills gaps. */
  policy: columnPolicySchema.optional(),
  /** What words of the column stand for: 老客户 → `active`; `to` is '' where a word says nothing, `tag` where it is to be one. */
  options: z.array(wordOptionSchema).max(500).optional(),
  /** For a column of dates that can be read both ways. */
  dateOrder: z.enum(dateOrders).optional(),
  /** Its dates of three short numbers end with the year. */
  yearLast: z.boolean().optional(),
});
export type ColumnPlan = z.infer<typeof columnPlanSchema>;

/** Fields that can be given to all customers of a sheet at once. */
export const fixedFields = ['tags', 'owner', 'source', 'industry', 'notes'] as const;
export const fixedValueSchema = z.object({ field: z.enum(fixedFields), value: z.string().min(1).max(200) });
export type FixedValue = z.infer<typeof fixedValueSchema>;

/** A cell that was corrected for this import; the file stays as it is. */
export const cellEditSchema = z.object({ row: rowNumber, column: columnIndex, text: cellText });
/** Every cell of a column with this text, corrected the same way. */
export const columnEditSchema = z.object({ column: columnIndex, from: cellText, text: cellText });

export const sheetPlanSchema = z.object({
  readingId: z.string(),
  sheet: z.number().int().min(0),
  header: z.tuple([z.number().int().min(0), z.number().int().min(0)]).nullable(),
  /** A column may stand here several times, and several columns may have one target: they are joined in sheet order. */
  columns: z.array(columnPlanSchema).max(400),
  kind: z.enum(['company', 'person']),
  /** Tags put on every customer of this sheet. */
  tagIds: z.array(z.number().int().positive()).max(50).default([]),
  /** The sheet's name as tag or owner, and what else holds for all its rows. */
  fixed: z.array(fixedValueSchema).max(10).default([]),
  /** The table that was chosen where a sheet has several, all four sides included; the whole sheet by default. */
  table: z.object({ top: rowNumber, left: columnIndex, bottom: rowNumber, right: columnIndex }).optional(),
  /** Rows are what they are: nothing that is found of the sheet's layout counts. */
  asIs: z.boolean().default(false),
  /** Its tables with one header are put together as one. */
  joined: z.boolean().default(false),
  /** What becomes of rows that the sheet hides, by a filter or by hand. */
  hiddenRows: z.enum(['bringIn', 'leaveOut']).default('bringIn'),
  edits: z.array(cellEditSchema).max(20_000).default([]),
  columnEdits: z.array(columnEditSchema).max(2_000).default([]),
});
export type SheetPlan = z.infer<typeof sheetPlanSchema>;

/** By what rows are recognised as the same customer, each of which can be left out. */
export const matchByKeys = ['code', 'creditCode', 'identityNumber', 'phone', 'name'] as const;
export const matchByKeySchema = z.enum(matchByKeys);
export type MatchByKey = z.infer<typeof matchByKeySchema>;
/** Why two are taken for one; `similarName` comes with `name`, and is never certain. */
export const matchKeys = [...matchByKeys, 'similarName'] as const;
export const matchKeySchema = z.enum(matchKeys);

export const decisionSchema = z.enum(['create', 'update', 'skip']);
export type Decision = z.infer<typeof decisionSchema>;

/** A row by its sheet among those of the plan, and its number there. */
export const rowPlaceSchema = z.object({ sheet: z.number().int().min(0).max(49), row: rowNumber });
export type RowPlace = z.infer<typeof rowPlaceSchema>;

/** So many rows are named in one call. */
export const mostNamedRows = 10_000;
const places = z.array(rowPlaceSchema).min(1).max(mostNamedRows);
/** Rows that are decided together: named ones, all that are possible, or those that are so for one reason. */
export const decidedRowsSchema = z.union([
  places,
  z.literal('allPossible'),
  z.object({ possibleBy: matchKeySchema }),
]);
export type DecidedRows = z.infer<typeof decidedRowsSchema>;
export const rowDecisionSchema = z.object({ rows: decidedRowsSchema, decision: decisionSchema });
export type RowDecision = z.infer<typeof rowDecisionSchema>;
/** Doubtful rows that somebody has looked at and takes as they are. */
export const acceptedRowsSchema = z.union([places, z.literal('allDoubtful')]);
export type AcceptedRows = z.infer<typeof acceptedRowsSchema>;

export const planInputSchema = z.object({
  /** The plan that this one takes the place of, under the same id; until then, or when it is cancelled, it stays. */
  planId: z.string().optional(),
  sheets: z.array(sheetPlanSchema).min(1).max(50),
  /** The keys that count, the first one first. */
  matchBy: z
    .array(matchByKeySchema)
    .max(matchByKeys.length)
    .default([...matchByKeys]),
  /** Rows of one company are its contacts, or each is a customer of its own. */
  people: z.enum(['asContacts', 'apart']).default('asContacts'),
  newFields: z.array(newFieldSchema).max(100).default([]),
  /** What was decided on an earlier plan of the same sheets, in the order in which it was. */
  decisions: z.array(rowDecisionSchema).max(5_000).default([]),
  accepted: z.array(acceptedRowsSchema).max(5_000).default([]),
});
export type PlanInput = z.infer<typeof planInputSchema>;

/**
 * What becomes of a row; every row is exactly one of them. `create` 新增, `update` 更新 (same customer for certain),
 * `possible` 疑似重复 (undecided; imported as its own customer unless decided otherwise), `doubtful` 有疑问 (new or an
 * update, with a doubtful value that nobody has accepted; imported all the same), `skip` 跳过 (nothing to add).
 */
export const rowStatuses = ['create', 'update', 'possible', 'doubtful', 'skip'] as const;
export const rowStatusSchema = z.enum(rowStatuses);
export type RowStatus = z.infer<typeof rowStatusSchema>;

export const planCountsSchema = z.object({
  rows: z.number().int(),
  create: z.number().int(),
  update: z.number().int(),
  possible: z.number().int(),
  doubtful: z.number().int(),
  skip: z.number().int(),
  /** Customers that will be new, which is fewer than rows when rows of the file belong together. */
  newCustomers: z.number().int(),
  /** Rows that go to a customer which another row of the file makes. */
  joined: z.number().int(),
  /** Customers of the archive that get something. */
  updatedCustomers: z.number().int(),
  /** Possible rows by what speaks for it. */
  possibleBy: z.partialRecord(matchKeySchema, z.number().int()),
  /** Rows that name another person of a company of the file, and how many companies those are. */
  people: z.object({ rows: z.number().int(), companies: z.number().int() }),
});
export type PlanCounts = z.infer<typeof planCountsSchema>;
export const planSchema = z.object({ planId: z.string(), counts: planCountsSchema });
export type Plan = z.infer<typeof planSchema>;

const changedSchema = z.object({ field: z.string(), before: z.string(), after: z.string() });

export const planRowSchema = z.object({
  /** Its place in the plan. */
  index: z.number().int(),
  /** Index into the sheets of the plan, and the row there. */
  sheet: z.number().int(),
  row: z.number().int(),
  status: rowStatusSchema,
  decided: z.boolean(),
  /** Doubtful, and taken as it is. */
  accepted: z.boolean(),
  name: z.string(),
  /** What will stand in the archive, as display text by target, e.g. `name`, `contacts[0].mobile`. */
  values: z.array(
    z.object({ field: z.string(), column: z.number().int(), raw: z.string(), value: z.string() }),
  ),
  /** Cells that were corrected, with what the file says. */
  edited: z.array(z.object({ column: z.number().int(), original: z.string() })),
  doubts: z.array(doubtSchema.extend({ column: z.number().int() })),
  /** The customer it belongs to: in the archive (`customerId`) or an earlier row of the plan (`index`, `sheet`, `row`). */
  match: z
    .object({
      customerId: z.number().int().nullable(),
      index: z.number().int().nullable(),
      sheet: z.number().int().nullable(),
      row: z.number().int().nullable(),
      name: z.string(),
      key: matchKeySchema,
      detail: z.string(),
    })
    .nullable(),
  /** For updates: what changes in the existing customer. */
  changes: z.array(changedSchema),
  /** What the row says otherwise than what stays: `before` stays, `after` is not taken. */
  left: z.array(changedSchema),
});
export type PlanRow = z.infer<typeof planRowSchema>;

export const planPageSchema = z.object({
  status: rowStatusSchema.optional(),
  /** Only rows with this in one of their cells. */
  text: z.string().max(200).optional(),
});

/** Corrects cells by row index. With `alike`, every other row with the same text in that column too. */
export const editInputSchema = z.object({
  planId: z.string(),
  edits: z
    .array(z.object({ index: z.number().int().min(0), column: columnIndex, text: cellText }))
    .min(1)
    .max(mostNamedRows),
  alike: z.boolean().default(false),
});
export type EditInput = z.infer<typeof editInputSchema>;

export const editedSchema = z.object({
  counts: planCountsSchema,
  /** Rows that were corrected. */
  rows: z.number().int(),
  /** Other rows that still say what the first of these cells said. */
  alike: z.number().int(),
});
export type Edited = z.infer<typeof editedSchema>;
