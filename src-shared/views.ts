import { z } from 'zod';
import { customerColumnSchema, customerFilterSchema, customerSortSchema } from './customers.ts';
import { line } from './text.ts';

export const savedViewDraftSchema = z.object({
  name: line(50).pipe(z.string().min(1)),
  filter: customerFilterSchema,
  columns: z.array(customerColumnSchema).min(1),
  sort: customerSortSchema.nullable().default(null),
});
export type SavedViewDraft = z.infer<typeof savedViewDraftSchema>;

/** Part of a view. Without defaults: what is not sent stays as it is. */
export const savedViewPatchSchema = savedViewDraftSchema
  .extend({ sort: savedViewDraftSchema.shape.sort.unwrap() })
  .partial();

export const savedViewSchema = savedViewDraftSchema.extend({
  id: z.number().int(),
  sort: customerSortSchema.nullable(),
  count: z.number().int(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
