import { z } from 'zod';
import { writtenSchema } from './changes.ts';
import { failureSchema } from './failures.ts';
import { tokenSchema } from './files.ts';

export const backupReasons = [
  'manual',
  'quit',
  'beforeImport',
  'beforeBulk',
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

/** Where a backup lies: in the backup folder, in the second place, or where a user put it. */
export const backupPlaceSchema = z.enum(['own', 'second', 'elsewhere']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

export const backupSchema = z.object({
  /** File name inside its folder; with `place` it identifies it. */
  id: z.string(),
  place: backupPlaceSchema,
  path: z.string(),
  /** SHA-256 of its contents in hexadecimal: copies of one backup in two places have the same. */
  sha256: z.string(),
  /** Whether it is of another archive than the one that is open here, or was last. */
  foreign: z.boolean(),
  /** Whether it takes a password or recovery key to open it where its archive is not open. */
  hasPassword: z.boolean(),
  /** ISO instant. */
  madeAt: z.string(),
  reason: backupReasonSchema,
  sizeBytes: z.number().int(),
  /** Checked when it was made or copied, and nothing was found wrong with it since. */
  verified: z.boolean(),
  /** ISO instant of the last time when every bit of it was read and right; null when that is not known. */
  checkedAt: z.string().nullable(),
  schema: z.number().int(),
  appVersion: z.string(),
  counts: archiveCountsSchema,
});
export type Backup = z.infer<typeof backupSchema>;

/** A file that was a backup and is broken; what was in it can only be told while its header is readable. */
export const damagedBackupSchema = z.object({
  place: backupPlaceSchema,
  id: z.string(),
  path: z.string(),
  madeAt: z.string().nullable(),
  /** ISO instant at which it was found; null when that was just now. */
  foundAt: z.string().nullable(),
});
export type DamagedBackup = z.infer<typeof damagedBackupSchema>;

/** A file that was found broken, and that holds the same backup again since `at` (ISO instant). */
export const mendedBackupSchema = z.object({
  place: z.enum(['own', 'second']),
  id: z.string(),
  at: z.string(),
});
export type MendedBackup = z.infer<typeof mendedBackupSchema>;

/** The second place: a stick, another disk, a synced folder. */
export const secondPlaceSchema = z.object({
  path: z.string(),
  /** `there` it is, and writable as far as is known; `trouble`: there, but the last copy failed as `failure` says. */
  state: z.enum(['looking', 'there', 'notConnected', 'trouble']),
  failure: failureSchema.nullable(),
  copying: z.boolean(),
  /** Good backups that are still missing there. */
  missing: z.number().int(),
  /** When the newest backup there was made, and when it was copied; null before the first. */
  lastCopy: z.object({ madeAt: z.string(), at: z.string() }).nullable(),
  /** Whether it lies on the same disk as the archive, which would be lost together with it. */
  sameDisk: z.boolean(),
});
export type SecondPlace = z.infer<typeof secondPlaceSchema>;

export const backupStateSchema = z.object({
  folder: z.string(),
  lastGood: backupSchema.nullable(),
  /** Whether anything was written after the last good backup. */
  changedSince: z.boolean(),
  /** An automatic backup is being made. */
  running: z.boolean(),
  /** The last automatic backup, when it failed; it is tried again. */
  failed: z.object({ failure: failureSchema, reason: backupReasonSchema, at: z.string() }).nullable(),
  second: secondPlaceSchema.nullable(),
  damaged: z.array(damagedBackupSchema),
  /** Broken ones that were replaced by the same backup out of the other place, within the last 30 days, newest first. */
  mended: z.array(mendedBackupSchema),
  /** What the user is to be reminded of: no copy in the second place for a week, or no second place at all. */
  reminder: z.enum(['none', 'copyDue', 'noPlace']),
});
export type BackupState = z.infer<typeof backupStateSchema>;

/** One of the backups known by name, or a file that the user chose. */
export const backupSourceSchema = z.union([
  z.object({ id: z.string().max(300), place: z.enum(['own', 'second']).default('own') }),
  z.object({ token: tokenSchema }),
]);
export type BackupSource = z.input<typeof backupSourceSchema>;

export const backupInspectionSchema = z.object({
  backup: backupSchema,
  /** Newest customers in the backup, at most five. */
  newest: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
  /** What is open now, for comparison; null when no archive is open. */
  now: archiveCountsSchema.nullable(),
  nowNewest: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
  needsMigration: z.boolean(),
  /** Under which the opened copy is looked at further, until it is closed. */
  inspectionId: z.string(),
  /** How many customers differ; null when no archive is open. */
  differences: z
    .object({
      /** In the backup, and deleted or in the trash now. */
      back: z.number().int(),
      /** Here now, and not in the backup. */
      gone: z.number().int(),
      changed: z.number().int(),
    })
    .nullable(),
});
export type BackupInspection = z.infer<typeof backupInspectionSchema>;

export const restoreResultSchema = z.object({
  counts: archiveCountsSchema,
  /** The backup made of what was open before; null when nothing was. */
  safetyBackup: backupSchema.nullable(),
  /** Path of the file that was the archive, where no backup could be made of it: it was locked, or could not be opened. */
  kept: z.string().nullable(),
});
export type RestoreResult = z.infer<typeof restoreResultSchema>;

/** An archive that was locked when another one took its place: still encrypted, under the password it had. */
export const keptArchiveSchema = z.object({
  /** File name inside the archive folder. */
  id: z.string(),
  path: z.string(),
  /** ISO instant at which it was last written to. */
  changedAt: z.string(),
  sizeBytes: z.number().int(),
});
export type KeptArchive = z.infer<typeof keptArchiveSchema>;

/** How a customer of a backup stands to the archive that is open. */
export const thenAndNowSchema = z.enum(['missing', 'trashed', 'changed', 'same', 'gone']);
export type ThenAndNow = z.infer<typeof thenAndNowSchema>;

/** A customer in a list of differences, or of what is in a backup. `id` is the backup's; that of now where it is `gone`. */
export const comparedCustomerSchema = z.object({
  id: z.number().int(),
  code: z.string(),
  name: z.string(),
  contactName: z.string(),
  mobile: z.string(),
  standing: thenAndNowSchema,
});
export type ComparedCustomer = z.infer<typeof comparedCustomerSchema>;

/** What becomes of those that are here and were different then: as they were, or only empty fields filled. */
export const bringBackModeSchema = z.enum(['asThen', 'fillGaps']);
export type BringBackMode = z.infer<typeof bringBackModeSchema>;

export const broughtBackSchema = writtenSchema.extend({
  /** Made anew, taken out of the trash, and changed. */
  created: z.number().int(),
  untrashed: z.number().int(),
  changed: z.number().int(),
  /** Nothing about them was different. */
  same: z.number().int(),
  /** Whose code belongs to somebody else now; at most a hundred are named. */
  recoded: z.array(z.object({ name: z.string(), was: z.string(), now: z.string() })),
});
export type BroughtBack = z.infer<typeof broughtBackSchema>;
