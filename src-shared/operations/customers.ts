import { z } from 'zod';
import { historyEntrySchema, writtenSchema } from '../changes.ts';
import { namedFieldSchema } from '../custom-fields.ts';
import {
  bulkActionSchema,
  customerDraftSchema,
  customerFilterSchema,
  customerPatchSchema,
  customerRowSchema,
  customerSchema,
  customerSortSchema,
  facetsSchema,
  selectionSchema,
  similarCustomerSchema,
} from '../customers.ts';
import { progressThen } from '../progress.ts';
import { id, operation, page } from './operation.ts';

export const customersOperations = {
  list: operation
    .input(
      z.object({ filter: customerFilterSchema, sort: customerSortSchema.nullable().default(null), ...page }),
    )
    .output(z.object({ rows: z.array(customerRowSchema), total: z.number().int() })),
  count: operation.input(z.object({ selection: selectionSchema })).output(z.number().int()),
  facets: operation.input(z.object({ filter: customerFilterSchema })).output(facetsSchema),
  get: operation.input(z.object({ id })).output(customerSchema),
  create: operation
    .input(z.object({ draft: customerDraftSchema }))
    .output(writtenSchema.extend({ customer: customerSchema })),
  /**
   * Writes part of a customer. When someone else changed one of the same fields after `baseVersion`, nothing is
   * written and `customerChanged` says what; other changes meanwhile are kept and reported in `meanwhile`.
   */
  update: operation.input(z.object({ id, baseVersion: z.number().int(), patch: customerPatchSchema })).output(
    writtenSchema.extend({
      customer: customerSchema,
      meanwhile: z.array(
        z.object({
          field: z.string(),
          actor: z.string(),
          at: z.string(),
          custom: namedFieldSchema.optional(),
        }),
      ),
    }),
  ),
  bulk: operation
    .input(z.object({ selection: selectionSchema, action: bulkActionSchema }))
    .output(progressThen(writtenSchema.extend({ count: z.number().int() }))),
  /** Deletes from the trash for good; only what is in the trash. Undoable like every change. */
  purge: operation
    .input(z.object({ selection: selectionSchema }))
    .output(progressThen(writtenSchema.extend({ count: z.number().int() }))),
  similar: operation
    .input(
      z.object({
        name: z.string().max(500).default(''),
        code: z.string().max(50).default(''),
        creditCode: z.string().max(50).default(''),
        identityNumber: z.string().max(50).default(''),
        phones: z.array(z.string().max(200)).max(50).default([]),
        excludeId: id.optional(),
      }),
    )
    .output(z.array(similarCustomerSchema)),
  /** 智能粘贴: pasted text → the fields it fills. */
  readPasted: operation
    .input(z.object({ text: z.string().max(10_000) }))
    .output(z.object({ patch: customerPatchSchema, rest: z.string() })),
  /** Values in use for a free field, most frequent first, for suggestions. */
  values: operation
    .input(
      z.object({
        field: z.enum(['industry', 'size', 'source', 'owner']),
        text: z.string().max(100).default(''),
      }),
    )
    .output(z.array(z.string())),
  /** The code the next new customer would get. */
  nextCode: operation.output(z.string()),
  history: operation
    .input(z.object({ id, ...page }))
    .output(z.object({ entries: z.array(historyEntrySchema), total: z.number().int() })),
};
