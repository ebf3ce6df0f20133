import { z } from 'zod';
import { customerColumnSchema } from './customers.ts';
import { line } from './text.ts';

/** Settings of the business: part of the archive, changed by a change, in every backup. */
export const settingsSchema = z.object({
  businessName: line(100).default(''),
  /** `KH-{0000}`: braces hold the running number with its least width; `{YYYY}`, `{YY}` and `{MM}` the date. */
  codePattern: line(40)
    .pipe(z.string().regex(/\{0+\}/u))
    .default('KH-{0000}'),
  /** Name under which changes are recorded. */
  actor: line(50).default(''),
});
export type Settings = z.infer<typeof settingsSchema>;
export const settingsPatchSchema = z.strictObject({
  businessName: line(100).optional(),
  codePattern: line(40)
    .pipe(z.string().regex(/\{0+\}/u))
    .optional(),
  actor: line(50).optional(),
});

/** How this PC shows things. Kept beside the archive, not in its history. */
export const preferencesSchema = z.object({
  language: z.enum(['system', 'zh-CN', 'en']).default('system'),
  colourScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
  density: z.enum(['compact', 'comfortable']).default('compact'),
  /** Minutes without work after which an archive with a password locks itself; 0 never. */
  lockAfterMinutes: z.literal([0, 5, 15, 30, 60]).default(15),
  railCollapsed: z.boolean().default(false),
  filterRailCollapsed: z.boolean().default(false),
  columns: z
    .array(customerColumnSchema)
    .min(1)
    .default([
      'code',
      'name',
      'contactName',
      'mobile',
      'tags',
      'stage',
      'level',
      'region',
      'owner',
      'updatedAt',
    ]),
  columnWidths: z.record(z.string(), z.number().int().min(40).max(1_000)).default({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const preferencesPatchSchema = z.strictObject({
  language: preferencesSchema.shape.language.unwrap().optional(),
  colourScheme: preferencesSchema.shape.colourScheme.unwrap().optional(),
  density: preferencesSchema.shape.density.unwrap().optional(),
  lockAfterMinutes: preferencesSchema.shape.lockAfterMinutes.unwrap().optional(),
  railCollapsed: z.boolean().optional(),
  filterRailCollapsed: z.boolean().optional(),
  columns: preferencesSchema.shape.columns.unwrap().optional(),
  columnWidths: preferencesSchema.shape.columnWidths.unwrap().optional(),
});
