import { FailureError } from '../../../src-shared/failures.ts';
import { normalisePassword, passwordProblem } from '../../../src-shared/passwords.ts';
import type { DataKey } from './data-key.ts';
import { calibratedCost, type ScryptCost } from './scrypt.ts';
import { passwordSlot, type Slot } from './slots.ts';

/** Makes slots for passwords that people think up. */
export interface NewPasswords {
  /** @throws FailureError `passwordUnfit` */
  slot(
    key: DataKey,
    typed: string,
    options: { readonly names: readonly string[]; readonly at: Date },
  ): Promise<Slot>;
  /** For a password that is in use: the same rules as when it was set, and the same day. */
  again(key: DataKey, typed: string, before: PasswordSlot): Promise<Slot>;
}

type PasswordSlot = Extract<Slot, { kind: 'password' }>;

/**
 * @param fixed the cost to use instead of the one that fits this computer, for tests that set many passwords
 */
export const createNewPasswords = (fixed: ScryptCost | undefined): NewPasswords => {
  // Measured once in the life of the program, and only when somebody sets a password.
  let measured: Promise<ScryptCost> | undefined;
  return {
    async slot(key, typed, { names, at }) {
      const reason = passwordProblem(typed, names);
      if (reason !== null) throw new FailureError({ code: 'passwordUnfit', reason });
      const cost = fixed ?? (await (measured ??= calibratedCost()));
      return passwordSlot(key, normalisePassword(typed), cost, at.toISOString());
    },
    again: (key, typed, { cost, setAt }) => passwordSlot(key, normalisePassword(typed), cost, setAt),
  };
};
