import { z } from 'zod';
import {
  backupInspectionSchema,
  backupSchema,
  backupSourceSchema,
  backupStateSchema,
  bringBackModeSchema,
  broughtBackSchema,
  comparedCustomerSchema,
  keptArchiveSchema,
  restoreResultSchema,
} from '../backups.ts';
import { tokenSchema } from '../files.ts';
import { progressThen } from '../progress.ts';
import { id, operation, page, secret } from './operation.ts';

export const backupsOperations = {
  state: operation.output(backupStateSchema),
  list: operation.output(z.array(backupSchema)),
  /** Into the backup folder, or to a place the user chose. */
  create: operation.input(z.object({ target: tokenSchema.optional() })).output(progressThen(backupSchema)),
  /** Makes a folder the second place; everything that is missing there is copied in the background. */
  choosePlace: operation.input(z.object({ token: tokenSchema })).output(backupStateSchema),
  /** What is in there stays. */
  forgetPlace: operation.output(backupStateSchema),
  /** Looks for the second place at once and brings it up to date. */
  copyNow: operation.output(backupStateSchema),
  /** Puts the reminder of a missing copy off for a day; that of a missing second place for good. */
  putOff: operation.input(z.object({ reminder: z.enum(['copyDue', 'noPlace']) })).output(z.void()),
  /** Deletes a file that was found broken, and no other. */
  removeDamaged: operation
    .input(z.object({ id: z.string().max(300), place: z.enum(['own', 'second']) }))
    .output(z.void()),
  /**
   * Deletes backups of this archive that open without a password, by their `sha256`, in every place that can be reached; first there is
   * one with a password that holds everything. Only of an archive that has a password.
   */
  removeOpen: operation
    .input(z.object({ sha256: z.array(z.string().max(64)).min(1).max(200) }))
    .output(progressThen(z.object({ removed: z.number().int() }))),
  /** A backup for somebody else, to a place the user chose: under a key and a password of its own. */
  giveAway: operation
    .input(z.object({ target: tokenSchema, password: secret }))
    .output(progressThen(backupSchema)),
  /** `password` or recovery key of the backup, where it has one that the archive does not know. */
  inspect: operation
    .input(z.object({ source: backupSourceSchema, password: secret.optional() }))
    .output(progressThen(backupInspectionSchema)),
  /** Who would come back, disappear or change if an inspected backup were restored. */
  differences: operation
    .input(
      z.object({ inspectionId: z.string().max(100), kind: z.enum(['back', 'gone', 'changed']), ...page }),
    )
    .output(z.object({ rows: z.array(comparedCustomerSchema), total: z.number().int() })),
  /** Who is in an inspected backup, by text as in the list of customers. */
  customers: operation
    .input(z.object({ inspectionId: z.string().max(100), text: z.string().max(200).default(''), ...page }))
    .output(z.object({ rows: z.array(comparedCustomerSchema), total: z.number().int() })),
  /** Brings customers of an inspected backup back, as one change. */
  bringBack: operation
    .input(
      z.object({
        inspectionId: z.string().max(100),
        ids: z.array(id).min(1).max(100_000),
        mode: bringBackModeSchema,
      }),
    )
    .output(progressThen(broughtBackSchema)),
  /** Removes the opened copy of a backup. */
  closeInspection: operation.input(z.object({ inspectionId: z.string().max(100) })).output(z.void()),
  /** Of a locked archive as well, which is then kept as it is: see `kept`. */
  restore: operation
    .input(z.object({ source: backupSourceSchema, password: secret.optional() }))
    .output(progressThen(restoreResultSchema)),
  /** Archives that were locked when a backup took their place, the newest first. */
  kept: operation.output(z.array(keptArchiveSchema)),
  /** Makes an ordinary backup of one, by its password or recovery key. It stays where it is. */
  backUpKept: operation
    .input(z.object({ id: z.string().max(300), password: secret }))
    .output(progressThen(backupSchema)),
};
