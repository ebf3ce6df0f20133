import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError, type Failure } from '../../src-shared/failures.ts';
import { identifyFile, identityFailure } from './database/identify.ts';
import { lockArchive, type ArchiveLock } from './database/lock.ts';
import { archiveFileName } from './database/open.ts';
import { recoverReplacement } from './database/replace.ts';
import { isWritable } from './database/unwritable.ts';
import { explain } from './explain.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import type { Session, Surroundings } from './session.ts';

export type HolderState =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly session: Session }
  | { readonly state: 'problem'; readonly failure: Failure };

/**
 * Holds what is open in the archive folder: nothing yet, a session, or the reason why it could not be opened.
 * Creating and restoring close and open it in between; everything else asks for the session each time.
 */
export interface ArchiveHolder {
  readonly surroundings: Surroundings;
  /** Path of the live database file, whether there is one or not. */
  readonly path: string;
  state(): HolderState;
  /** @throws FailureError `noArchive`, or the reason why the archive could not be opened. */
  session(): Session;
  /** Looks at the folder anew and opens what is there. Never throws: a problem becomes the state. */
  open(): Promise<HolderState>;
  /** Closes the session's connections and keeps the folder's lock: nobody else gets in while a file is replaced. */
  closeSession(): Promise<void>;
  /** Takes the folder's lock if it is not held. @throws what stands in the way. */
  lock(): void;
  /** Closes everything and gives the folder free. */
  close(): Promise<void>;
}

/** Runs before an older archive is migrated: a verified backup of it. */
export type BeforeMigration = (session: Surroundings, path: string, schema: number) => Promise<void>;

export function createHolder(
  surroundings: Surroundings,
  options: { createFolder: boolean; beforeMigration: BeforeMigration },
): ArchiveHolder {
  const { folder, log, clock } = surroundings;
  const path = join(folder, archiveFileName);
  let lock: ArchiveLock | null = null;
  let opened: OpenedSession | null = null;
  let state: HolderState = { state: 'none' };

  const lockFolder = () => {
    lock ??= lockArchive(folder);
  };

  const openFolder = async (): Promise<HolderState> => {
    if (options.createFolder) mkdirSync(folder, { recursive: true });
    if (!existsSync(folder)) return { state: 'problem', failure: { code: 'archiveFolderMissing', folder } };
    // Where nothing can be written no lock can be taken, and nobody else can write either: reading goes on.
    const writable = isWritable(path);
    if (writable) {
      lockFolder();
      recoverReplacement(folder, clock());
    }
    const identity = identifyFile(path);
    if (identity.kind === 'missing') return { state: 'none' };
    const failure = identityFailure(identity, path);
    if (failure) return { state: 'problem', failure };
    if (writable && identity.kind === 'ours')
      await options.beforeMigration(surroundings, path, identity.schema);
    opened = openSession(surroundings, writable);
    return { state: 'open', session: opened.session };
  };

  const closeSession = async () => {
    const closing = opened;
    opened = null;
    state = { state: 'none' };
    await closing?.close();
  };

  return {
    surroundings,
    path,
    state: () => state,
    session() {
      if (state.state === 'open') return state.session;
      throw new FailureError(state.state === 'problem' ? state.failure : { code: 'noArchive' });
    },
    async open() {
      await closeSession();
      try {
        state = await openFolder();
      } catch (error) {
        state = { state: 'problem', failure: explain(error, { path, log }) };
      }
      return state;
    },
    closeSession,
    lock: lockFolder,
    async close() {
      await closeSession();
      lock?.release();
      lock = null;
    },
  };
}
