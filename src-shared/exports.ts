import { z } from 'zod';
import { customKeySchema } from './custom-fields.ts';
import { builtInColumnSchema, customerSortSchema, selectionSchema } from './customers.ts';
import { tokenSchema } from './files.ts';

export const exportColumns = [
  ...builtInColumnSchema.options,
  'aliases',
  'contacts',
  'contactMethods',
  'postcode',
  'website',
  'taxId',
  'bankName',
  'bankAccount',
  'registeredAddress',
  'registeredPhone',
] as const;
/** Of the built-in columns; custom fields stand beside them as `custom:<id>`. */
export const exportColumnSchema = z.enum(exportColumns);
export type ExportColumn = z.infer<typeof exportColumnSchema>;

export const exportInputSchema = z.object({
  selection: selectionSchema,
  /** In order. 'all' exports everything that an import can bring back. */
  columns: z.union([
    z.literal('all'),
    z
      .array(z.union([exportColumnSchema, customKeySchema]))
      .min(1)
      .max(200),
  ]),
  sort: customerSortSchema.nullable().default(null),
  format: z.enum(['xlsx', 'csv']),
  /** For csv: UTF-8 with a byte order mark, or GB18030. */
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  target: tokenSchema,
});
export type ExportInput = z.infer<typeof exportInputSchema>;

export const exportResultSchema = z.object({ rows: z.number().int(), sizeBytes: z.number().int() });
