import { z } from 'zod';
import { text } from './text.ts';

export const contactMethodTypes = ['mobile', 'phone', 'email', 'wechat', 'qq', 'fax', 'other'] as const;
export const contactMethodTypeSchema = z.enum(contactMethodTypes);
export type ContactMethodType = z.infer<typeof contactMethodTypeSchema>;

/** One phone, e-mail, WeChat … as the user wrote it. The normal form is derived by the archive. */
export const contactMethodDraftSchema = z.object({
  id: z.number().int().positive().optional(),
  type: contactMethodTypeSchema,
  value: text(200),
  label: text(50).default(''),
});
export type ContactMethodDraft = z.infer<typeof contactMethodDraftSchema>;

export const contactMethodSchema = contactMethodDraftSchema.extend({
  id: z.number().int(),
  label: z.string(),
  /** E.164 for phones (`+8613812345678`), lower case for mail, trimmed text otherwise; '' when doubtful. */
  normal: z.string(),
});
export type ContactMethod = z.infer<typeof contactMethodSchema>;
