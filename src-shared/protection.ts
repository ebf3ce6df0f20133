import { z } from 'zod';

/** How the open archive is protected. */
export const protectionStateSchema = z.object({
  /** False for an archive that could not be encrypted yet: no room, or a folder that cannot be written to. */
  encrypted: z.boolean(),
  /** When the password was set, ISO instant; null without one. */
  passwordSetAt: z.string().nullable(),
  /** When the recovery key was made, ISO instant; null without one. */
  recoveryKeyMadeAt: z.string().nullable(),
});
export type ProtectionState = z.infer<typeof protectionStateSchema>;

export const newRecoveryKeySchema = z.object({
  /** Groups of four characters with dashes between them. */
  recoveryKey: z.string(),
  /** Which groups to type for confirming it, 0-based, in this order. */
  asked: z.array(z.number().int().min(0)),
});
export type NewRecoveryKey = z.infer<typeof newRecoveryKeySchema>;
