import { writeFile } from 'node:fs/promises';
import { FailureError } from '../../../src-shared/failures.ts';
import { normalisePassword } from '../../../src-shared/passwords.ts';
import type { NewRecoveryKey, ProtectionState } from '../../../src-shared/protection.ts';
import { writeBeside } from '../atomic-file.ts';
import type { OwnKey } from '../backups/create.ts';
import { explain } from '../explain.ts';
import type { ArchiveHolder } from '../holder.ts';
import type { Report } from '../long-work.ts';
import { refuseArchiveFiles } from '../own-files.ts';
import { createQueue } from '../queue.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { newDataKey, wipeKey, type DataKey } from './data-key.ts';
import { encryptAnew, putAnew } from './encrypt-archive.ts';
import { findEntry } from './find-entry.ts';
import { writeEntry } from './key-file.ts';
import { createNewPasswords } from './new-password.ts';
import {
  formatRecoveryKey,
  groupsAgree,
  groupsToAsk,
  newRecoveryKey,
  readRecoveryKey,
} from './recovery-key.ts';
import type { ScryptCost } from './scrypt.ts';
import {
  clearSlot,
  openWithPassword,
  openWithRecovery,
  recoverySlot,
  slotOf,
  withSlot,
  type KeyEntry,
} from './slots.ts';
import { createTries } from './tries.ts';

/** What the operations on password, recovery key and data key do; see `protection` in the contract. */
export interface Protection {
  state(): ProtectionState;
  setPassword(password: string): Promise<ProtectionState>;
  changePassword(current: string, password: string): Promise<ProtectionState>;
  removePassword(current: string): Promise<ProtectionState>;
  newRecoveryKey(password: string): Promise<NewRecoveryKey>;
  saveRecoveryKey(path: string, text: string): Promise<void>;
  confirmRecoveryKey(typed: readonly string[]): ProtectionState;
  unlock(password: string): Promise<void>;
  unlockWithRecoveryKey(recoveryKey: string, password: string): Promise<void>;
  changeDataKey(current: string, report: Report, signal: AbortSignal): Promise<ProtectionState>;
  /** A key for a backup that somebody else gets, opened by a password of its own. */
  ownKey(password: string): Promise<OwnKey>;
  /** Seconds until the next try at the password. */
  wait(): number;
  /** Around a try at the password of a backup: while the archive is locked, a wrong one counts like one at its own. */
  tryAtBackup<T>(work: () => Promise<T | null>): Promise<T | null>;
  /** Runs what neither unlocking nor a change of the slots may come into the middle of. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** A recovery key that was shown and not confirmed yet: it opens nothing. */
interface Shown {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly asked: readonly number[];
}

const names = (session: Session): string[] => [readSettings(session.sqlite).businessName];

/**
 * @param cost of scrypt instead of the one that fits this computer; for tests
 */
export const createProtection = (holder: ArchiveHolder, cost: ScryptCost | undefined): Protection => {
  const { folder, clock, log } = holder.surroundings;
  const tries = createTries(folder, clock);
  const passwords = createNewPasswords(cost);
  // Whatever changes the slots reads them first; two at once would forget one of the changes.
  const queue = createQueue();
  let shown: Shown | null = null;

  /** The open archive's key and what opens it. */
  const open = (): { session: Session; key: DataKey; entry: KeyEntry } => {
    const session = holder.session();
    if (!session.writable) throw new FailureError({ code: 'readOnly', path: holder.path });
    const { key } = session;
    // It could not be encrypted when it was opened, and the log says why.
    if (key === null) throw new FailureError({ code: 'diskFull', path: folder, neededBytes: null });
    return { session, key, entry: findEntry(folder, key.id, { writable: true }) };
  };
  const opened = (): { session: Session; key: DataKey; entry: KeyEntry } => {
    const all = open();
    if (!slotOf(all.entry, 'password')) throw new FailureError({ code: 'passwordNotSet' });
    return all;
  };
  const checked = async (entry: KeyEntry, password: string): Promise<DataKey> => {
    const key = await tries.attempt(() => openWithPassword(entry, normalisePassword(password)));
    if (key === null) throw new FailureError({ code: 'wrongPassword' });
    return key;
  };
  const check = async (entry: KeyEntry, password: string): Promise<void> =>
    wipeKey(await checked(entry, password));

  const state = (): ProtectionState => {
    const { key, writable } = holder.session();
    const entry = key && findEntry(folder, key.id, { writable });
    return {
      encrypted: key !== null,
      passwordSetAt: (entry && slotOf(entry, 'password'))?.setAt ?? null,
      recoveryKeyMadeAt: (entry && slotOf(entry, 'recovery'))?.madeAt ?? null,
    };
  };
  const write = (entry: KeyEntry): ProtectionState => {
    writeEntry(folder, entry);
    return state();
  };
  const locked = (): KeyEntry => {
    const held = holder.state();
    if (held.state === 'locked') return held.entry;
    // In another window it is open already, or the folder has a problem of its own.
    holder.session();
    throw new FailureError({ code: 'passwordNotSet' });
  };

  return {
    state,
    wait: () => tries.wait(),
    tryAtBackup: (work) => (holder.state().state === 'locked' ? tries.attempt(work, 'backup') : work()),
    alone: (work) => queue.run(work),
    setPassword: (password) =>
      queue.run(async () => {
        const { session, key, entry } = open();
        if (slotOf(entry, 'password')) throw new FailureError({ code: 'passwordSet' });
        const slot = await passwords.slot(key, password, { names: names(session), at: clock() });
        return write(withSlot(entry, slot, ['clear', 'recovery']));
      }),
    changePassword: (current, password) =>
      queue.run(async () => {
        const { session, key, entry } = opened();
        await check(entry, current);
        const slot = await passwords.slot(key, password, { names: names(session), at: clock() });
        return write(withSlot(entry, slot));
      }),
    removePassword: (current) =>
      queue.run(async () => {
        const { key, entry } = opened();
        await check(entry, current);
        return write(withSlot(entry, clearSlot(key), ['password', 'recovery']));
      }),
    newRecoveryKey: (password) =>
      queue.run(async () => {
        const { key, entry } = opened();
        await check(entry, password);
        shown = { id: key.id, bytes: newRecoveryKey(), asked: groupsToAsk() };
        return { recoveryKey: formatRecoveryKey(shown.bytes), asked: [...shown.asked] };
      }),
    async saveRecoveryKey(path, text) {
      // Whatever else the sheet says: a file without the key on it, or with an older one, would be kept for nothing.
      if (shown === null || !text.includes(formatRecoveryKey(shown.bytes)))
        throw new FailureError({ code: 'wrongRecoveryKey', reason: 'other' });
      try {
        refuseArchiveFiles(folder, path);
        await writeBeside(path, (partial) => writeFile(partial, text, { mode: 0o600 }));
      } catch (error) {
        throw new FailureError(explain(error, { path, log }), { cause: error });
      }
    },
    confirmRecoveryKey(typed) {
      const { key, entry } = opened();
      if (shown?.id !== key.id) throw new FailureError({ code: 'wrongRecoveryKey', reason: 'other' });
      if (!groupsAgree(shown.bytes, shown.asked, typed))
        throw new FailureError({ code: 'wrongRecoveryKey', reason: 'mistyped' });
      const slot = recoverySlot(key, shown.bytes, clock().toISOString());
      shown.bytes.fill(0);
      shown = null;
      return write(withSlot(entry, slot));
    },
    unlock: (password) =>
      queue.run(async () => {
        const key = await checked(locked(), password);
        await holder.open(key);
      }),
    unlockWithRecoveryKey: (recoveryKey, password) =>
      queue.run(async () => {
        const entry = locked();
        const bytes = readRecoveryKey(recoveryKey);
        if (bytes === null) throw new FailureError({ code: 'wrongRecoveryKey', reason: 'mistyped' });
        const key = await tries.attempt(async () => openWithRecovery(entry, bytes));
        if (key === null) throw new FailureError({ code: 'wrongRecoveryKey', reason: 'other' });
        // The business name is still locked in; its rule is for when the password is changed next.
        const slot = await passwords.slot(key, password, { names: [], at: clock() });
        writeEntry(folder, withSlot(entry, slot));
        await holder.open(key);
      }),
    changeDataKey: (current, report, signal) =>
      queue.run(async () => {
        const { session, entry } = opened();
        await check(entry, current);
        const before = slotOf(entry, 'password');
        if (!before) throw new FailureError({ code: 'passwordNotSet' });
        // Nobody writes while the copy is made, and what waits to be written then is refused instead of lost.
        const anew = await session.queue.run(async () => {
          const made = await encryptAnew(session, {
            // What the recovery key is, the program does not know: a new one has to be made.
            entryOf: async (key) => ({ id: key.id, slots: [await passwords.again(key, current, before)] }),
            report,
            signal,
          });
          session.queue.stop(new FailureError({ code: 'busy', what: 'archive' }));
          return made;
        });
        report({ phase: 'swapping', done: 0, total: null });
        await holder.closeSession();
        try {
          putAnew(session, anew);
          await holder.open(anew.key);
        } finally {
          if (holder.state().state !== 'open') await holder.open();
        }
        return state();
      }),
    async ownKey(password) {
      const key = newDataKey();
      const slot = await passwords.slot(key, password, { names: names(holder.session()), at: clock() });
      return { key, entry: { id: key.id, slots: [slot] } };
    },
  };
};
