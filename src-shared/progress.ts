import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

/** How far a long operation has come. `total` is null while it is not known; both count the same unit. */
export const progressSchema = z.object({
  phase: z.enum([
    'reading',
    'understanding',
    'planning',
    'backingUp',
    'writing',
    'indexing',
    'copying',
    'checking',
    'comparing',
    'migrating',
    'encrypting',
    'swapping',
    'moving',
    'undoing',
    'exporting',
  ]),
  done: z.number(),
  total: z.number().nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/**
 * The output of a long operation: progress at most ten times a second, then one result as the iterator's
 * return value. Aborting the call cancels the work, and cancelled work leaves nothing behind.
 */
export const progressThen = <T extends z.ZodType>(result: T) => eventIterator(progressSchema, result);
