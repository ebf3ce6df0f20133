import { z } from 'zod';
import { writtenSchema } from '../changes.ts';
import { exportResultSchema } from '../exports.ts';
import { tokenSchema } from '../files.ts';
import { importDetailsSchema, leftoverSchema, leftoversExportSchema } from '../import-batches.ts';
import {
  acceptedRowsSchema,
  editInputSchema,
  editedSchema,
  planCountsSchema,
  planInputSchema,
  planPageSchema,
  planRowSchema,
  planSchema,
  rowDecisionSchema,
} from '../import-plan.ts';
import { importSchemeSchema, schemeDraftSchema } from '../import-schemes.ts';
import {
  columnWordSchema,
  importBatchSchema,
  importResultSchema,
  mergedCellSchema,
  readingSchema,
  sheetRowSchema,
  understandingSchema,
  wordFieldSchema,
} from '../imports.ts';
import { progressThen } from '../progress.ts';
import { templateInputSchema } from '../template.ts';
import { id, operation, page } from './operation.ts';

export const importsOperations = {
  /** Reads the file in a worker and says what is in it. Nothing is written. */
  read: operation
    .input(
      z.object({
        token: tokenSchema,
        encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
        /** The character between the fields of a text. */
        delimiter: z.string().length(1).optional(),
      }),
    )
    .output(progressThen(readingSchema)),
  /** How the sheet is understood; with `header` given, how it would be with that header. */
  understand: operation
    .input(
      z.object({
        readingId: z.string(),
        sheet: z.number().int().min(0),
        header: z
          .tuple([z.number().int().min(0), z.number().int().min(0)])
          .nullable()
          .optional(),
        /** One of the tables of its sheet, or null for all of it as one. */
        table: z.number().int().min(0).nullable().optional(),
        /** Without what is found of its layout: headings are rows then. */
        asIs: z.boolean().optional(),
        /** With its tables of one header put together. */
        joined: z.boolean().optional(),
        /** Mapped as this scheme says. */
        schemeId: id.optional(),
      }),
    )
    .output(understandingSchema),
  /** 方案: mappings saved under a name. */
  schemes: {
    list: operation.output(z.array(importSchemeSchema)),
    save: operation.input(schemeDraftSchema).output(writtenSchema),
    remove: operation.input(z.object({ id })).output(writtenSchema),
  },
  /** The words of a column with what each stands for in a field of options, the most frequent first. */
  words: operation
    .input(
      z.object({
        readingId: z.string(),
        sheet: z.number().int().min(0),
        column: z.number().int().min(0),
        field: wordFieldSchema,
      }),
    )
    .output(z.array(columnWordSchema).max(100)),
  /** Rows of the sheet as they are, with those that are left out marked. */
  rows: operation.input(z.object({ readingId: z.string(), sheet: z.number().int().min(0), ...page })).output(
    z.object({
      rows: z.array(sheetRowSchema),
      total: z.number().int(),
      merged: z.array(mergedCellSchema).max(2_000),
    }),
  ),
  /** Works out what the sheets would do, together. The plans before it on any of their files are dropped. */
  plan: operation.input(planInputSchema).output(progressThen(planSchema)),
  planRows: operation
    .input(planPageSchema.extend({ planId: z.string(), ...page }))
    .output(z.object({ rows: z.array(planRowSchema), total: z.number().int() })),
  planCounts: operation.input(z.object({ planId: z.string() })).output(planCountsSchema),
  /** Decides whether rows are new customers, belong to the one they match, or are left out. */
  decide: operation.input(rowDecisionSchema.extend({ planId: z.string() })).output(planCountsSchema),
  /** Takes doubtful rows as they are. */
  accept: operation
    .input(z.object({ planId: z.string(), rows: acceptedRowsSchema }))
    .output(planCountsSchema),
  /** Corrects cells for this import; the file stays as it is. What depends on them is worked out anew. */
  edit: operation.input(editInputSchema).output(progressThen(editedSchema)),
  /**
   * Backs up, then writes the plan as one change. When customers have changed since, rows are matched again, and when
   * that changes what would become of them nothing is written and `planOutdated` says so; the plan is then the new one.
   */
  commit: operation.input(z.object({ planId: z.string() })).output(progressThen(importResultSchema)),
  discard: operation.input(z.object({ readingId: z.string() })).output(z.void()),
  /** The newest first. */
  list: operation
    .input(z.object(page))
    .output(z.object({ batches: z.array(importBatchSchema), total: z.number().int() })),
  get: operation.input(z.object({ changeId: id })).output(importDetailsSchema),
  /** The rows that an import left out, or brought in with a doubt. */
  leftovers: operation
    .input(z.object({ changeId: id, ...page }))
    .output(z.object({ rows: z.array(leftoverSchema), total: z.number().int() })),
  /** The same as a workbook in the shape of the original, to be corrected and imported. */
  exportLeftovers: operation.input(leftoversExportSchema).output(exportResultSchema),
  /** Writes a sheet to fill in, for those who want one. */
  template: operation.input(templateInputSchema).output(exportResultSchema),
};
