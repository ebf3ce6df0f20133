import { z } from 'zod';
import { planInputSchema, sheetPlanSchema } from './import-plan.ts';

const name = z.string().trim().min(1).max(100);

/** 方案: how a sheet is mapped, saved under a name to be used for other sheets. */
export const importSchemeSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** How many columns it maps. */
  columns: z.number().int(),
  /** What was chosen beside the columns. */
  matchBy: planInputSchema.shape.matchBy,
  people: planInputSchema.shape.people,
});
export type ImportScheme = z.infer<typeof importSchemeSchema>;

/** A sheet as it is mapped now, and the name to save that under; a scheme of that name is replaced. */
export const schemeDraftSchema = z.object({
  name,
  sheet: sheetPlanSchema,
  matchBy: planInputSchema.shape.matchBy,
  people: planInputSchema.shape.people,
  /** Fields that its columns are to make; the scheme keeps what they are. */
  newFields: planInputSchema.shape.newFields,
});
export type SchemeDraft = z.infer<typeof schemeDraftSchema>;
