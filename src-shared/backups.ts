import { z } from 'zod';
import { tokenSchema } from './files.ts';

export const backupReasons = [
  'manual',
  'quit',
  'beforeImport',
  'beforeRestore',
  'beforeMigration',
  'scheduled',
] as const;
export const backupReasonSchema = z.enum(backupReasons);
export type BackupReason = z.infer<typeof backupReasonSchema>;

export const archiveCountsSchema = z.object({
  customers: z.number().int(),
  contacts: z.number().int(),
  contactMethods: z.number().int(),
  tags: z.number().int(),
  trashed: z.number().int(),
  changes: z.number().int(),
});
export type ArchiveCounts = z.infer<typeof archiveCountsSchema>;

export const backupSchema = z.object({
  /** File name inside the backup folder; identifies it. */
  id: z.string(),
  path: z.string(),
  /** ISO instant. */
  madeAt: z.string(),
  reason: backupReasonSchema,
  sizeBytes: z.number().int(),
  /** Whether it was reopened and checked after writing. */
  verified: z.boolean(),
  schema: z.number().int(),
  appVersion: z.string(),
  counts: archiveCountsSchema,
});
export type Backup = z.infer<typeof backupSchema>;

export const backupStateSchema = z.object({
  folder: z.string(),
  lastGood: backupSchema.nullable(),
  /** Whether anything was written after the last good backup. */
  changedSince: z.boolean(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const backupSourceSchema = z.union([
  z.object({ id: z.string().max(300) }),
  z.object({ token: tokenSchema }),
]);
export type BackupSource = z.infer<typeof backupSourceSchema>;

export const backupInspectionSchema = z.object({
  backup: backupSchema,
  /** Newest customers in the backup, at most five. */
  newest: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
  /** What is open now, for comparison; null when no archive is open. */
  now: archiveCountsSchema.nullable(),
  nowNewest: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
  needsMigration: z.boolean(),
});
export type BackupInspection = z.infer<typeof backupInspectionSchema>;

export const restoreResultSchema = z.object({
  counts: archiveCountsSchema,
  /** The backup made of what was open before; null when nothing was. */
  safetyBackup: backupSchema.nullable(),
});
export type RestoreResult = z.infer<typeof restoreResultSchema>;
