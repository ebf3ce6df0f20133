import { z } from 'zod';
import { archiveStateSchema } from '../archive-state.ts';
import { tokenSchema } from '../files.ts';
import { progressThen } from '../progress.ts';
import { newRecoveryKeySchema, protectionStateSchema } from '../protection.ts';
import { operation, secret } from './operation.ts';

export const protectionOperations = {
  state: operation.output(protectionStateSchema),
  /** For an archive that has no password yet. Nothing is encrypted anew: only the way to the key changes. */
  setPassword: operation.input(z.object({ password: secret })).output(protectionStateSchema),
  changePassword: operation
    .input(z.object({ current: secret, password: secret }))
    .output(protectionStateSchema),
  /** Takes the recovery key away with the password. */
  removePassword: operation.input(z.object({ current: secret })).output(protectionStateSchema),
  /** Makes a recovery key and shows it, this once. It opens the archive only once it is confirmed. */
  newRecoveryKey: operation.input(z.object({ password: secret })).output(newRecoveryKeySchema),
  /**
   * Writes the recovery key that is shown now into a file of the user's choice: `text`, in the user's language, with the key in
   * it as it is shown.
   */
  saveRecoveryKey: operation
    .input(z.object({ target: tokenSchema, text: z.string().max(5_000) }))
    .output(z.void()),
  /** Takes the groups that were asked for, as they were typed; from then on earlier recovery keys open nothing. */
  confirmRecoveryKey: operation
    .input(z.object({ typed: z.array(z.string().max(100)).max(10) }))
    .output(protectionStateSchema),
  unlock: operation.input(z.object({ password: secret })).output(archiveStateSchema),
  /** For who forgot the password: opens the archive and sets a new one. */
  unlockWithRecoveryKey: operation
    .input(z.object({ recoveryKey: z.string().max(200), password: secret }))
    .output(archiveStateSchema),
  /** Locks the archive in every window. Long work is waited for; everything else fails from now on. */
  lock: operation.output(archiveStateSchema),
  /** Somebody is at work in a window: the time until the archive locks itself starts anew. */
  active: operation.output(z.void()),
  /** Encrypts everything anew under a new key. Backups made before keep the key they have. */
  changeDataKey: operation.input(z.object({ current: secret })).output(progressThen(protectionStateSchema)),
};
