import type { ArchiveCounts } from '../../../src-shared/backups.ts';
import type { Failure } from '../../../src-shared/failures.ts';
import type { Progress } from '../../../src-shared/progress.ts';
import type { NewestCustomers } from './contents.ts';
import type { BackupHeader } from './format.ts';

/** Writes the archive at `source` into a backup at `target`, over two temporary files beside it. */
export interface WriteJob {
  readonly kind: 'write';
  readonly source: string;
  readonly image: string;
  readonly partial: string;
  readonly target: string;
  readonly header: Pick<BackupHeader, 'number' | 'madeAt' | 'reason' | 'appVersion'>;
}

/** Checks a backup in full and unpacks its database to `into`. */
export interface ReadJob {
  readonly kind: 'read';
  readonly source: string;
  readonly into: string;
}

/** Brings an unpacked database to the current schema. */
export interface MigrateJob {
  readonly kind: 'migrate';
  readonly path: string;
}

export type BackupJob = WriteJob | ReadJob | MigrateJob;

export interface ReadBackup {
  readonly header: BackupHeader;
  readonly sizeBytes: number;
  readonly newest: NewestCustomers;
  readonly needsMigration: boolean;
}

export interface JobResults {
  readonly write: { readonly header: BackupHeader; readonly sizeBytes: number };
  readonly read: ReadBackup;
  readonly migrate: { readonly counts: ArchiveCounts };
}

/** What a job may do while it runs: say how far it is, and stop where it was cancelled. */
export interface JobControl {
  readonly report: (progress: Progress) => void;
  /** @throws FailureError `cancelled` */
  readonly check: () => void;
}

/** What the worker sends: progress, then one of the three ends. */
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

/** What the worker is started with. `cancel[0]` becomes 1 when the user gives up. */
export interface JobStart {
  readonly job: BackupJob;
  readonly cancel: Int32Array;
}
