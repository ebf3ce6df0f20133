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

/** What a long operation tells first: the name by which `work.cancel` knows it. */
const begunSchema = z.object({ workId: z.string() });

const workEventSchema = z.union([begunSchema, progressSchema]);
export type WorkEvent = z.infer<typeof workEventSchema>;

/** Whether it says how far the work is, and not what it is called. */
export const isProgress = (event: WorkEvent): event is Progress => 'phase' in event;

/**
 * The output of a long operation: its name, progress at most ten times a second, then one result as the iterator's
 * return value. Whoever cancels it by its name goes on listening: it ends with `cancelled` when nothing was left of it, or with its
 * result when it was done already. Aborting the call cancels it as well, and nobody learns what came of it.
 */
export const progressThen = <T extends z.ZodType>(result: T) => eventIterator(workEventSchema, result);
