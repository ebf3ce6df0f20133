import { FailureError } from '../../../src-shared/failures.ts';
import { normalisePassword } from '../../../src-shared/passwords.ts';
import type { ArchiveHolder } from '../holder.ts';
import type { DataKey } from '../keys/data-key.ts';
import { readRecoveryKey } from '../keys/recovery-key.ts';
import {
  openClear,
  openWithPassword,
  openWithRecovery,
  passwordSlot,
  slotOf,
  unprotected,
  type KeyEntry,
} from '../keys/slots.ts';
import type { BackupHeader } from './format.ts';

/** A backup to look at or to restore. */
export interface RestoreSource {
  readonly path: string;
  /** Its password or recovery key, where the archive does not know its key. */
  readonly secret?: string | undefined;
  /** Around each try at that: while the archive is locked, wrong ones delay the next. */
  readonly attempt?: <T>(work: () => Promise<T | null>) => Promise<T | null>;
}

export interface BackupKey {
  readonly key: DataKey;
  /** The normalised password, where that opened it. */
  readonly password: string | null;
}

/**
 * The key of a backup: that of the open archive when it was made under it, the one that lies open in its header, or what its
 * own password or recovery key opens. Null for one whose database is plain.
 *
 * @throws FailureError `backupLocked` when it takes a password and none was given, `wrongPassword`, `tryLater`
 */
export const keyOfBackup = async (
  holder: ArchiveHolder,
  { keys }: BackupHeader,
  { path, secret, attempt = (work) => work() }: RestoreSource,
): Promise<BackupKey | null> => {
  if (keys === null) return null;
  const held = holder.state();
  const own = held.state === 'open' ? held.session.key : null;
  if (own?.id === keys.id) return { key: own, password: null };
  const clear = openClear(keys);
  if (clear) return { key: clear, password: null };
  if (secret === undefined) throw new FailureError({ code: 'backupLocked', path });
  const opened = await attempt(() => openWith(keys, secret));
  if (!opened) throw new FailureError({ code: 'wrongPassword' });
  return opened;
};

/** What a password or recovery key, as it was typed, opens; null when it is neither. */
export const openWith = async (keys: KeyEntry, secret: string): Promise<BackupKey | null> => {
  const recovery = readRecoveryKey(secret);
  const recovered = recovery && openWithRecovery(keys, recovery);
  if (recovered) return { key: recovered, password: null };
  const password = normalisePassword(secret);
  const key = await openWithPassword(keys, password);
  return key && { key, password };
};

/**
 * What opens a restored backup in the archive folder. Under the key that it had that is what opened the backup. Under a new one it
 * is the password that was just typed, and nothing where none was: the screen says that it has none.
 */
export const entryInArchive = async (
  { keys }: BackupHeader,
  from: BackupKey | null,
  key: DataKey,
  at: Date,
): Promise<KeyEntry> => {
  if (keys?.id === key.id) return keys;
  const cost = keys && slotOf(keys, 'password')?.cost;
  if (!from || from.password === null || !cost) return unprotected(key);
  return { id: key.id, slots: [await passwordSlot(key, from.password, cost, at.toISOString())] };
};
