import { z } from 'zod';
import { keptSchema } from './changes.ts';
import { doubtReasons } from './customers.ts';
import { tokenSchema } from './files.ts';
import { importBatchSchema } from './imports.ts';
import { sheetLanguages, type SheetLanguage } from './labels.ts';

/** Why a row of a file did not become a customer. */
export const leftOutCauses = ['total', 'note', 'nameless', 'skipped'] as const;
export type LeftOutCause = (typeof leftOutCauses)[number];

export const leftoverReasonSchema = z.object({
  /** The column it is about; null where it is the row as a whole. */
  column: z.number().int().nullable(),
  reason: z.enum([...leftOutCauses, ...doubtReasons]),
});
export type LeftoverReason = z.infer<typeof leftoverReasonSchema>;

/** A row that an import left out, or imported with a doubt. */
export const leftoverSchema = z.object({
  id: z.number().int(),
  file: z.string(),
  sheet: z.string(),
  /** From 0. */
  row: z.number().int(),
  /** As they were read, by column. */
  cells: z.array(z.string()),
  /** Headers of the columns that reasons are about, by the place of the reason; '' for the row as a whole. */
  headers: z.array(z.string()),
  reasons: z.array(leftoverReasonSchema),
  /** The customer it became, as long as it is there. */
  customer: z.object({ id: z.number().int(), name: z.string() }).nullable(),
});
export type Leftover = z.infer<typeof leftoverSchema>;

/** So many rows of one import are stored, and so many characters of them; how many there were is always known. */
export const mostLeftovers = 5_000;
export const mostLeftoverCharacters = 8_000_000;

/** All about an import that was done, in effect or not. */
export const importDetailsSchema = importBatchSchema.extend({
  /** Rows that did not become a customer, and rows that did with a doubt in them. */
  leftOut: z.number().int(),
  doubtful: z.number().int(),
  /** How many of both are stored, to be listed and written to a file. */
  stored: z.number().int(),
  /** The undo that is in effect, with what it left alone: at most 500 of `keptCount`. */
  undo: z
    .object({
      changeId: z.number().int(),
      at: z.string(),
      actor: z.string(),
      kept: z.array(keptSchema),
      keptCount: z.number().int(),
    })
    .nullable(),
});
export type ImportDetails = z.infer<typeof importDetailsSchema>;

export const leftoversExportSchema = z.object({
  changeId: z.number().int().positive(),
  language: z.enum(sheetLanguages),
  target: tokenSchema,
});

/**
 * Headers that a file of leftovers has beside its own: the customer that a row became, and what was wrong with it. By
 * the first an import knows that the rows come back corrected.
 */
export const leftoverHeaders: Record<
  SheetLanguage,
  { readonly importedAs: string; readonly reason: string }
> = {
  'zh-CN': { importedAs: '已导入为（客户编号）', reason: '原因' },
  en: { importedAs: 'Imported as (customer code)', reason: 'Reason' },
};

export const leftOutLabels: Record<SheetLanguage, Record<LeftOutCause, string>> = {
  'zh-CN': {
    total: '合计行，没有导入',
    note: '看起来是说明，没有导入',
    nameless: '没有客户名称，没有导入',
    skipped: '核对时选了跳过，没有导入',
  },
  en: {
    total: 'A total, not imported',
    note: 'Looks like a remark, not imported',
    nameless: 'No customer name, not imported',
    skipped: 'Skipped when it was checked, not imported',
  },
};
