import { z } from 'zod';
import { line } from './text.ts';

/** Tags take one of twelve colours of the theme's own palette, by index. */
export const tagColourCount = 12;

export const tagDraftSchema = z.object({
  name: line(50).pipe(z.string().min(1)),
  colour: z
    .number()
    .int()
    .min(0)
    .max(tagColourCount - 1)
    .default(0),
  group: line(50).default(''),
});
export type TagDraft = z.infer<typeof tagDraftSchema>;

/** Part of a tag. Without defaults: what is not sent stays as it is. */
export const tagPatchSchema = z.object({
  name: tagDraftSchema.shape.name.optional(),
  colour: tagDraftSchema.shape.colour.unwrap().optional(),
  group: tagDraftSchema.shape.group.unwrap().optional(),
});
export type TagPatch = z.infer<typeof tagPatchSchema>;

export const tagSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  colour: z.number().int(),
  group: z.string(),
  /** Customers outside the trash that carry it. */
  count: z.number().int(),
});
export type Tag = z.infer<typeof tagSchema>;
