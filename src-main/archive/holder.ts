import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError, type Failure } from '../../src-shared/failures.ts';
import type { BackupOf } from './backups/create.ts';
import { identifyFile, identityFailure, type FileIdentity } from './database/identify.ts';
import { lockArchive, type ArchiveLock } from './database/lock.ts';
import { archiveFileName } from './database/file-name.ts';
import { recoverReplacement } from './database/replace.ts';
import { isWritable } from './database/unwritable.ts';
import { explain } from './explain.ts';
import { wipeKey, type DataKey } from './keys/data-key.ts';
import { findEntry, openKeyIn } from './keys/find-entry.ts';
import { openClear, slotOf, type KeyEntry } from './keys/slots.ts';
import { recoverArrival } from './moving/arrival.ts';
import { movedFrom } from './moving/notes.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import type { Session, Surroundings } from './session.ts';

export type HolderState =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly session: Session }
  /** Waits for the password; `entry` is what it opens. */
  | { readonly state: 'locked'; readonly entry: KeyEntry }
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
  /** @throws FailureError `noArchive`, `locked`, or the reason why the archive could not be opened. */
  session(): Session;
  /**
   * Looks at the folder anew and opens what is there. Never throws: a problem becomes the state.
   *
   * @param key by whoever knows the password; without it, the key of before or the one that lies open is taken
   */
  open(key?: DataKey): Promise<HolderState>;
  /** Closes the session's connections and keeps the folder's lock: nobody else gets in while a file is replaced. */
  closeSession(): Promise<void>;
  /** The key that opens what lies in the folder, as far as it is known: for saving what can be read of a damaged file. */
  key(): DataKey | null;
  /** Closes the session and forgets its key: the archive waits for its password. */
  forgetKey(): Promise<void>;
  /** Takes the folder's lock if it is not held. @throws what stands in the way. */
  lock(): void;
  /** Closes everything and gives the folder free. */
  close(): Promise<void>;
}

export interface HolderOptions {
  readonly createFolder: boolean;
  /** Runs before an older archive is migrated: a verified backup of it. */
  readonly beforeMigration: (archive: BackupOf, schema: number) => Promise<void>;
  /** Runs when a plain archive is found: makes an encrypted one of it and answers its key. */
  readonly encrypt: (archive: BackupOf) => Promise<DataKey>;
}

export function createHolder(surroundings: Surroundings, options: HolderOptions): ArchiveHolder {
  const { folder, log, clock } = surroundings;
  const path = join(folder, archiveFileName);
  let lock: ArchiveLock | null = null;
  let opened: OpenedSession | null = null;
  let state: HolderState = { state: 'none' };
  let known: DataKey | null = null;

  const lockFolder = () => {
    lock ??= lockArchive(folder);
  };

  /** An archive of before there was encryption. Where it cannot be encrypted now, it opens as it is. */
  const encrypted = async (identity: FileIdentity): Promise<DataKey | null> => {
    if (identity.kind !== 'ours' || identity.encrypted) return known;
    try {
      known = await options.encrypt({ ...surroundings, path, key: null });
    } catch (error) {
      log.incident(error);
      recoverReplacement(folder, clock());
    }
    return known;
  };

  const openFolder = async (): Promise<HolderState> => {
    if (options.createFolder) mkdirSync(folder, { recursive: true });
    if (!existsSync(folder)) return { state: 'problem', failure: { code: 'archiveFolderMissing', folder } };
    // Where nothing can be written no lock can be taken, and nobody else can write either: reading goes on.
    const writable = isWritable(path);
    if (writable) {
      lockFolder();
      recoverArrival(folder);
      recoverReplacement(folder, clock());
    }
    const identity = identifyFile(path, (id) => {
      if (known?.id !== id) known = openClear(findEntry(folder, id, { writable }));
      return known;
    });
    if (identity.kind === 'missing') {
      const moved = movedFrom(folder);
      if (moved === null) return { state: 'none' };
      return { state: 'problem', failure: { code: 'archiveMoved', folder, to: moved.to } };
    }
    if (identity.kind === 'locked') return lockedBy(identity.keyId, writable);
    const failure = identityFailure(identity, path);
    if (failure) return { state: 'problem', failure };
    const wasPlain = identity.kind === 'ours' && !identity.encrypted;
    const key = writable
      ? await encrypted(identity)
      : identity.kind === 'ours' && identity.encrypted
        ? known
        : null;
    // Encrypting it made a backup of it already.
    if (writable && identity.kind === 'ours' && !(wasPlain && key !== null))
      await options.beforeMigration({ ...surroundings, path, key }, identity.schema);
    opened = openSession(surroundings, { key, writable });
    return { state: 'open', session: opened.session };
  };

  const lockedBy = (id: string, writable: boolean): HolderState => {
    const entry = findEntry(folder, id, { writable });
    // A key that lies open and does not open: it was tampered with, and the file is of no use.
    if (!slotOf(entry, 'password') && !slotOf(entry, 'recovery'))
      return { state: 'problem', failure: { code: 'keysMissing', path: folder } };
    return { state: 'locked', entry };
  };

  const closeSession = async () => {
    const closing = opened;
    opened = null;
    state = { state: 'none' };
    await closing?.close();
  };

  const forget = () => {
    if (known) wipeKey(known);
    known = null;
  };

  const open = async (key?: DataKey): Promise<HolderState> => {
    await closeSession();
    if (key && known && known !== key) wipeKey(known);
    known = key ?? known;
    try {
      state = await openFolder();
    } catch (error) {
      state = { state: 'problem', failure: explain(error, { path, log }) };
    }
    return state;
  };

  return {
    surroundings,
    path,
    state: () => state,
    session() {
      if (state.state === 'open') return state.session;
      if (state.state === 'locked') throw new FailureError({ code: 'locked' });
      throw new FailureError(state.state === 'problem' ? state.failure : { code: 'noArchive' });
    },
    open,
    closeSession,
    key: () => known ?? openKeyIn(folder),
    async forgetKey() {
      await closeSession();
      forget();
      await open();
    },
    lock: lockFolder,
    async close() {
      await closeSession();
      forget();
      lock?.release();
      lock = null;
    },
  };
}
