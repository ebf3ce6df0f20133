import { z } from 'zod';
import { namedFieldSchema } from './custom-fields.ts';
import { passwordProblemSchema } from './passwords.ts';

/**
 * The closed set of ways in which an operation can fail, each with the parameters its sentence needs.
 *
 * Failures are data. The sentences stand in the renderer, one `Record<FailureCode, …>` per language, so that
 * a failure without a sentence does not compile. Whatever is not foreseen here arrives as `internal` with an
 * incident number that is also in the log.
 */
export const failureSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('noArchive') }),
  z.object({ code: z.literal('archiveAlreadyThere'), folder: z.string() }),
  z.object({ code: z.literal('archiveLocked'), folder: z.string() }),
  z.object({ code: z.literal('archiveFolderMissing'), folder: z.string() }),
  /** The archive of this folder was moved to another one. */
  z.object({ code: z.literal('archiveMoved'), folder: z.string(), to: z.string() }),
  /** A folder that an archive should move to holds files of an archive already. */
  z.object({ code: z.literal('moveTargetTaken'), folder: z.string(), name: z.string() }),
  z.object({ code: z.literal('moveInside'), folder: z.string() }),
  /** A folder that the user named is not there. */
  z.object({ code: z.literal('folderMissing'), path: z.string() }),
  z.object({ code: z.literal('archiveEmptyFile'), path: z.string() }),
  z.object({ code: z.literal('archiveForeignFile'), path: z.string() }),
  z.object({ code: z.literal('archiveDamaged'), path: z.string() }),
  z.object({ code: z.literal('archiveNewer'), path: z.string(), schema: z.number(), ours: z.number() }),
  /** The archive is locked: everything waits for the password. */
  z.object({ code: z.literal('locked') }),
  z.object({ code: z.literal('wrongPassword') }),
  /** Too many wrong tries; `seconds` until the next. */
  z.object({ code: z.literal('tryLater'), seconds: z.number() }),
  /** `mistyped`: it is no recovery key as it stands. `other`: it is one, and not of this archive. */
  z.object({ code: z.literal('wrongRecoveryKey'), reason: z.enum(['mistyped', 'other']) }),
  z.object({ code: z.literal('passwordUnfit'), reason: passwordProblemSchema }),
  z.object({ code: z.literal('passwordSet') }),
  z.object({ code: z.literal('passwordNotSet') }),
  /** The key file beside the archive, and what could stand in for it, is gone. */
  z.object({ code: z.literal('keysMissing'), path: z.string() }),
  z.object({ code: z.literal('readOnly'), path: z.string() }),
  z.object({ code: z.literal('noPermission'), path: z.string() }),
  z.object({ code: z.literal('fileMissing'), path: z.string() }),
  z.object({ code: z.literal('diskFull'), path: z.string(), neededBytes: z.number().nullable() }),
  z.object({ code: z.literal('ioError'), path: z.string() }),
  z.object({ code: z.literal('busy'), what: z.string() }),
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('connectionLost') }),
  z.object({
    code: z.literal('invalidInput'),
    issues: z.array(z.object({ path: z.string(), problem: z.string() })),
  }),
  z.object({
    code: z.literal('notFound'),
    what: z.enum([
      'customer',
      'tag',
      'scheme',
      'view',
      'change',
      'backup',
      'reading',
      'plan',
      'file',
      'draft',
      'customField',
      'leftovers',
    ]),
  }),
  z.object({ code: z.literal('nameMissing') }),
  z.object({ code: z.literal('codeTaken'), customerCode: z.string(), holder: z.string() }),
  z.object({ code: z.literal('codesExhausted'), pattern: z.string() }),
  z.object({
    code: z.literal('nameTaken'),
    what: z.enum(['tag', 'view', 'customField', 'builtInField']),
    name: z.string(),
  }),
  z.object({ code: z.literal('fieldInUse'), name: z.string(), count: z.number() }),
  z.object({ code: z.literal('tooManyFields'), max: z.number() }),
  z.object({ code: z.literal('customValueInvalid'), field: z.string(), value: z.string() }),
  z.object({
    code: z.literal('customerChanged'),
    /** What someone else changed since the form was opened, oldest first. */
    meanwhile: z.array(
      z.object({
        field: z.string(),
        before: z.string(),
        after: z.string(),
        actor: z.string(),
        at: z.string(),
        /** Present for a custom field. */
        custom: namedFieldSchema.optional(),
      }),
    ),
    /** The version to send as `baseVersion` to save over it knowingly. */
    version: z.number(),
  }),
  z.object({ code: z.literal('nothingToUndo') }),
  z.object({ code: z.literal('nothingToRedo') }),
  z.object({ code: z.literal('alreadyUndone') }),
  z.object({ code: z.literal('sheetUnsupported'), name: z.string() }),
  z.object({ code: z.literal('sheetUnreadable'), name: z.string(), sheet: z.string().nullable() }),
  z.object({ code: z.literal('sheetEncrypted'), name: z.string() }),
  z.object({ code: z.literal('sheetEmpty'), name: z.string() }),
  z.object({
    code: z.literal('sheetTooLarge'),
    name: z.string(),
    limit: z.enum(['bytes', 'inflatedBytes', 'entries', 'ratio', 'rows', 'columns', 'memory', 'time']),
    max: z.number(),
  }),
  z.object({ code: z.literal('sheetSuspicious'), name: z.string(), reason: z.enum(['dtd', 'entryName']) }),
  z.object({ code: z.literal('nameColumnMissing') }),
  /** Customers have changed since the rows were matched, and other rows are new or known now. */
  z.object({ code: z.literal('planOutdated') }),
  z.object({ code: z.literal('backupDamaged'), path: z.string() }),
  z.object({ code: z.literal('backupForeign'), path: z.string() }),
  z.object({ code: z.literal('backupNewer'), path: z.string(), schema: z.number(), ours: z.number() }),
  z.object({ code: z.literal('placeNotConnected'), path: z.string() }),
  z.object({ code: z.literal('placeUnsuitable'), path: z.string(), archive: z.string() }),
  /** A backup under another key than the archive's: its own password or recovery key opens it. */
  z.object({ code: z.literal('backupLocked'), path: z.string() }),
  z.object({ code: z.literal('restoreFailed'), safetyBackup: z.string() }),
  z.object({ code: z.literal('internal'), incident: z.string() }),
]);

export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/** Thrown inside the archive and the hosts; the border turns it into the contract's `FAILURE` error. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(failure.code, options);
    this.name = 'FailureError';
    this.failure = failure;
  }
}
