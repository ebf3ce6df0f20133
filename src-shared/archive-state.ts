import { z } from 'zod';
import { archiveCountsSchema, backupSchema } from './backups.ts';
import { failureSchema } from './failures.ts';
import { leftBehindSchema } from './left-behind.ts';

/** A folder that somebody else reads and writes too: a program that keeps it in step with a server, or another computer. */
export const archivePlaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('synced'), by: z.string() }),
  z.object({ kind: z.literal('network') }),
]);
export type ArchivePlace = z.infer<typeof archivePlaceSchema>;

/** What the archive folder holds: nothing yet, an open archive, a locked one, or something that cannot be opened and why. */
export const archiveStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), folder: z.string(), place: archivePlaceSchema.nullable() }),
  z.object({
    state: z.literal('open'),
    folder: z.string(),
    counts: archiveCountsSchema,
    businessName: z.string(),
    /** False when the folder or file cannot be written to: reading goes on, writing is refused. */
    writable: z.boolean(),
    /** Whether it takes a password to open it. */
    hasPassword: z.boolean(),
    /** Null for an ordinary folder of this computer. */
    place: archivePlaceSchema.nullable(),
    /** A full or failing disk, or damage that was met in the file; null while nothing is known to be wrong. */
    trouble: failureSchema.nullable(),
    /** Folders that the archive came from and left files in, until the owner has decided about them. */
    leftBehind: z.array(leftBehindSchema),
  }),
  z.object({
    state: z.literal('locked'),
    folder: z.string(),
    hasRecoveryKey: z.boolean(),
    /** Seconds until the next try at the password. */
    wait: z.number().int(),
  }),
  z.object({
    state: z.literal('problem'),
    folder: z.string(),
    failure: failureSchema,
    /** Good backups found in the folder, newest first. */
    backups: z.array(backupSchema),
  }),
]);
export type ArchiveState = z.infer<typeof archiveStateSchema>;
