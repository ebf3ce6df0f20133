import { z } from 'zod';

/** What an archive that was moved left in a folder of before. */
export const leftBehindSchema = z.object({ folder: z.string(), bytes: z.number().int() });
export type LeftBehind = z.infer<typeof leftBehindSchema>;
