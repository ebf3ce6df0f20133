import type { ArchiveCounts } from '../../../src-shared/backups.ts';
import type { Failure } from '../../../src-shared/failures.ts';
import type { Progress } from '../../../src-shared/progress.ts';
import type { DataKey } from '../keys/data-key.ts';
import type { KeyedFile } from '../database/copy.ts';
import type { NewestCustomers } from './contents.ts';
import type { BackupHeader } from './format.ts';

/** Copies a live archive into a new file, its image, and answers the tables in it. */
export interface CopyJob {
  readonly kind: 'copy';
  readonly source: string;
  readonly image: string;
  readonly key: DataKey | null;
}

/** Checks one table of an image in full, with its indexes. */
export interface CheckJob {
  readonly kind: 'check';
  readonly source: string;
  readonly image: string;
  readonly key: DataKey | null;
  readonly table: string;
}

/** Checks what holds tables together, and counts what is in them. */
export interface CountJob {
  readonly kind: 'count';
  readonly source: string;
  readonly image: string;
  readonly key: DataKey | null;
}

/** Copies an image into a backup that has no header yet, and reads it back. */
export interface PackJob {
  readonly kind: 'pack';
  readonly image: string;
  readonly partial: string;
}

/** Writes the header of a backup and gives it its name. */
export interface FinishJob {
  readonly kind: 'finish';
  readonly partial: string;
  readonly target: string;
  readonly header: BackupHeader;
}

/** Reads every bit of a backup, without unpacking it. */
export interface VerifyJob {
  readonly kind: 'verify';
  readonly path: string;
  /** What has to be behind the header, where that cannot be read itself. */
  readonly image?: { readonly bytes: number; readonly sha256: string };
}

/** Copies a backup into another folder and reads the copy again before it gets its name there. */
export interface DuplicateJob {
  readonly kind: 'duplicate';
  readonly source: string;
  readonly folder: string;
  /** Name of the file there that it takes the place of; without it, it gets a name that is free. */
  readonly replacing?: string;
}

/** Checks a backup in full and unpacks its database to `into`. */
export interface ReadJob {
  readonly kind: 'read';
  readonly source: string;
  readonly into: string;
  /** What the backup's database is encrypted under. */
  readonly key: DataKey | null;
}

/** Brings an unpacked database to the current schema. */
export interface MigrateJob {
  readonly kind: 'migrate';
  readonly path: string;
  readonly key: DataKey | null;
}

/** Copies a database that nobody writes to under another key, and checks the copy in full. */
export interface EncryptJob {
  readonly kind: 'encrypt';
  readonly from: KeyedFile;
  readonly to: KeyedFile;
}

/** Copies files byte by byte and reads the copies back; none of them is a database that this process has open. */
export interface CarryJob {
  readonly kind: 'carry';
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

/** Finds who differs between an unpacked backup and the archive. */
export interface CompareJob {
  readonly kind: 'compare';
  readonly copy: KeyedFile;
  readonly live: KeyedFile;
}

/** Ids of customers, in the order of their names; of pairs the first is the backup's and the second the archive's. */
export interface Differences {
  /** In the backup, and nowhere now. */
  readonly missing: readonly number[];
  /** In the backup, and in the trash now. */
  readonly trashed: readonly (readonly [number, number])[];
  /** In both, with different contents. */
  readonly changed: readonly (readonly [number, number])[];
  /** Here now, and not in the backup. */
  readonly gone: readonly number[];
}

export type BackupJob =
  | CopyJob
  | CheckJob
  | CountJob
  | PackJob
  | FinishJob
  | VerifyJob
  | DuplicateJob
  | ReadJob
  | CompareJob
  | MigrateJob
  | EncryptJob
  | CarryJob;

export interface ReadBackup {
  readonly header: BackupHeader;
  readonly sizeBytes: number;
  readonly newest: NewestCustomers;
  readonly needsMigration: boolean;
}

export interface JobResults {
  readonly copy: { readonly tables: readonly string[] };
  readonly check: { readonly table: string };
  readonly count: Pick<BackupHeader, 'schema' | 'counts' | 'lastChange' | 'archiveId'>;
  readonly pack: Pick<BackupHeader, 'imageBytes' | 'imageSha256'>;
  readonly finish: { readonly sizeBytes: number };
  readonly verify: { readonly sha256: string };
  readonly duplicate: { readonly id: string };
  readonly read: ReadBackup;
  readonly compare: Differences;
  readonly migrate: { readonly counts: ArchiveCounts };
  readonly encrypt: { readonly counts: ArchiveCounts };
  readonly carry: { readonly bytes: number };
}

/** What a job may do while it runs: say how far it is, and stop where it was cancelled. */
export interface JobControl {
  readonly report: (progress: Progress) => void;
  /** @throws FailureError `cancelled` */
  readonly check: () => void;
}

/** What a worker sends: progress, then one of the three ends of the job it was given. */
export type JobMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly result: JobResults[BackupJob['kind']] }
  | { readonly type: 'failed'; readonly failure: Failure }
  | {
      readonly type: 'threw';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      readonly code: string | undefined;
      readonly path: string | undefined;
    };

/** What a worker is started with: `[0]` becomes 1 when the user gives up. */
export type CancelFlag = Int32Array;
