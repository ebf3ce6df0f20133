import { z } from 'zod';
import { contactMethodDraftSchema, contactMethodSchema } from './contact-methods.ts';
import { line, text } from './text.ts';

/** A person at a company customer. `left` (离职) ends the engagement; nothing is deleted by it. */
export const contactDraftSchema = z.object({
  id: z.number().int().positive().optional(),
  name: line(200),
  title: line(100).default(''),
  department: line(100).default(''),
  /** ISO date or '' */
  fromDate: line(30).default(''),
  toDate: line(30).default(''),
  left: z.boolean().default(false),
  notes: text(5_000).default(''),
  methods: z.array(contactMethodDraftSchema).max(50).default([]),
});
export type ContactDraft = z.infer<typeof contactDraftSchema>;

export const contactSchema = contactDraftSchema.extend({
  id: z.number().int(),
  methods: z.array(contactMethodSchema),
});
export type Contact = z.infer<typeof contactSchema>;
