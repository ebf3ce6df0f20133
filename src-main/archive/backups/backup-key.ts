import { FailureError } from '../../../src-shared/failures.ts';
import { normalisePassword } from '../../../src-shared/passwords.ts';
import type { ArchiveHolder } from '../holder.ts';
import type { DataKey } from '../keys/data-key.ts';
import { readRecoveryKey } from '../keys/recovery-key.ts';
import { openClear, openWithPassword, openWithRecovery } from '../keys/slots.ts';
import type { BackupHeader } from './format.ts';

/**
 * The key of a backup: that of the open archive when it was made under it, the one that lies open in its header, or what its
 * own password or recovery key opens. Null for one whose database is plain.
 *
 * @param path of the backup, for the failure
 * @param secret password or recovery key, as it was typed
 * @throws FailureError `backupLocked` when it takes a password and none was given, `wrongPassword`
 */
export const keyOfBackup = async (
  holder: ArchiveHolder,
  { keys }: BackupHeader,
  path: string,
  secret: string | undefined,
): Promise<DataKey | null> => {
  if (keys === null) return null;
  const held = holder.state();
  const own = held.state === 'open' ? held.session.key : null;
  if (own?.id === keys.id) return own;
  const clear = openClear(keys);
  if (clear) return clear;
  if (secret === undefined) throw new FailureError({ code: 'backupLocked', path });
  const recovery = readRecoveryKey(secret);
  const key =
    (recovery && openWithRecovery(keys, recovery)) ??
    (await openWithPassword(keys, normalisePassword(secret)));
  if (!key) throw new FailureError({ code: 'wrongPassword' });
  return key;
};
