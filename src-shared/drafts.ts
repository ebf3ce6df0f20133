import { z } from 'zod';

/** Unsaved work of a form: `new` or `customer-17`. Survives a closed window and a crash; not part of history. */
export const draftKeySchema = z.string().regex(/^(?:new|customer-\d{1,15})$/u);

export const draftSchema = z.object({
  key: draftKeySchema,
  /** ISO instant of the last keystroke that was kept. */
  savedAt: z.string(),
  /** The customer's version the form was opened on; null for a new one. */
  baseVersion: z.number().int().nullable(),
  /** The form's values as the form keeps them. */
  values: z.record(z.string(), z.unknown()),
});
export type Draft = z.infer<typeof draftSchema>;
