import { z } from 'zod';
import { rangeSchema } from './customers.ts';

export const finderHitSchema = z.object({
  kind: z.enum(['customer', 'contact', 'view']),
  /** Customer id for customers and contacts, view id for views. */
  id: z.number().int(),
  title: z.string(),
  subtitle: z.string(),
  ranges: z.array(rangeSchema),
  /** How it was found, where the text alone does not show it. */
  reason: z.enum(['text', 'pinyin', 'initials', 'soundsAlike', 'typo', 'phone', 'code']),
});
export type FinderHit = z.infer<typeof finderHitSchema>;
