import type { EventPublisher } from '@orpc/server';
import type { Database } from 'better-sqlite3';
import type { ChangeEvent } from '../../src-shared/changes.ts';
import type { BackupMemory } from './backups/memory.ts';
import type { ReadonlyKysely, WritableKysely } from './database/tables.ts';
import type { FileGrants } from './files.ts';
import type { Log } from './log.ts';
import type { DataKey } from './keys/data-key.ts';
import type { Finder } from './search/finder.ts';
import type { Queue } from './queue.ts';

/** What the hosts give the archive, whatever is open. */
export interface Surroundings {
  /** Absolute path of the archive folder. */
  readonly folder: string;
  readonly files: FileGrants;
  readonly clock: () => Date;
  readonly log: Log;
  readonly appVersion: string;
  readonly events: EventPublisher<{ change: ChangeEvent }>;
  readonly backupMemory: BackupMemory;
}

/** An open archive. Queries take `reader`; only `change()` touches `writer`. */
export interface Session extends Surroundings {
  /** Path of the database file. */
  readonly path: string;
  /** The key of the database; null where it could not be encrypted yet. Wiped when the archive is locked. */
  readonly key: DataKey | null;
  readonly reader: ReadonlyKysely;
  /** The reader's connection, for statements prepared once. */
  readonly sqlite: Database;
  /** Only for `change()` and what must look at the writer itself. */
  readonly writer: { readonly db: WritableKysely; readonly sqlite: Database };
  /** Writes wait here for each other; reads never do. */
  readonly queue: Queue;
  readonly finder: Finder;
  /** False when the folder or file cannot be written to. */
  readonly writable: boolean;
}
