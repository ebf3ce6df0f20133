import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DataKey } from './data-key.ts';
import { deriveKey, scryptCostSchema, type ScryptCost } from './scrypt.ts';

/**
 * A slot holds the data key, sealed with AES-256-GCM under a key of its own; everything else in the slot, and the id of
 * the data key, is authenticated with it. Whoever opens one slot has the data key; making and removing slots leaves
 * the encrypted pages as they are.
 */
const bytes = (length: number) =>
  z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === length, { error: `not ${length} bytes` });

const sealed = { nonce: bytes(12), sealed: bytes(32 + 16) };

/** Opened by the password, through scrypt with the cost that stands in the slot. */
const passwordSlotSchema = z.strictObject({
  kind: z.literal('password'),
  /** ISO instant. */
  setAt: z.string(),
  cost: scryptCostSchema,
  salt: bytes(16),
  ...sealed,
});

/** Opened by the recovery key, whose 160 random bits need no slowing down. */
const recoverySlotSchema = z.strictObject({
  kind: z.literal('recovery'),
  /** ISO instant. */
  madeAt: z.string(),
  salt: bytes(16),
  ...sealed,
});

/** Open to everybody: the key under which it is sealed lies beside it. What an archive without a password has. */
const clearSlotSchema = z.strictObject({ kind: z.literal('clear'), wrap: bytes(32), ...sealed });

export const slotSchema = z.discriminatedUnion('kind', [
  passwordSlotSchema,
  recoverySlotSchema,
  clearSlotSchema,
]);
export type Slot = z.infer<typeof slotSchema>;
export type SlotKind = Slot['kind'];

/** A data key and all that opens it. */
export const keyEntrySchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/u),
  slots: z.array(slotSchema).min(1).max(3),
});
export type KeyEntry = z.infer<typeof keyEntrySchema>;

/** The slot of a kind; null when there is none. */
export const slotOf = <K extends SlotKind>(entry: KeyEntry, kind: K): Extract<Slot, { kind: K }> | null =>
  entry.slots.find((slot): slot is Extract<Slot, { kind: K }> => slot.kind === kind) ?? null;

/** The entry with a slot in place of the one of its kind, and without the kinds named. */
export const withSlot = (entry: KeyEntry, slot: Slot, without: readonly SlotKind[] = []): KeyEntry => ({
  id: entry.id,
  slots: [...entry.slots.filter(({ kind }) => kind !== slot.kind && !without.includes(kind)), slot],
});

type Open<S> = S extends Slot ? Omit<S, 'nonce' | 'sealed'> : never;

/** What is authenticated with the sealed key: the whole slot but what the cipher itself made. */
const associated = (
  id: string,
  { nonce: _nonce, sealed: _sealed, ...open }: Open<Slot> & Partial<Slot>,
): Buffer => Buffer.from(JSON.stringify(['kedang-slot', 1, id, sorted(open)]));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner)])
    : value;

const seal = <S extends Open<Slot>>(
  key: DataKey,
  open: S,
  wrap: Uint8Array,
): S & { nonce: string; sealed: string } => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrap, nonce);
  cipher.setAAD(associated(key.id, open));
  const text = Buffer.concat([cipher.update(key.bytes), cipher.final(), cipher.getAuthTag()]);
  return { ...open, nonce: nonce.toString('base64'), sealed: text.toString('base64') };
};

/** Null when the wrapping key is another one, or anything in the slot was changed. */
const unseal = (id: string, slot: Slot, wrap: Uint8Array): DataKey | null => {
  const text = Buffer.from(slot.sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', wrap, Buffer.from(slot.nonce, 'base64'), {
    authTagLength: 16,
  });
  cipher.setAAD(associated(id, slot));
  cipher.setAuthTag(text.subarray(32));
  try {
    const key = Buffer.concat([cipher.update(text.subarray(0, 32)), cipher.final()]);
    const result = { id, bytes: Uint8Array.from(key) };
    key.fill(0);
    return result;
  } catch {
    // The only thing that final() throws for: the tag does not fit.
    return null;
  }
};

/** A slot for a password, which must be normalised already. Takes as long as the cost says. */
export const passwordSlot = async (
  key: DataKey,
  password: string,
  cost: ScryptCost,
  setAt: string,
): Promise<Slot> => {
  const salt = randomBytes(16);
  const wrap = await deriveKey(password, salt, cost);
  const slot = seal(key, { kind: 'password', setAt, cost, salt: salt.toString('base64') } as const, wrap);
  wrap.fill(0);
  return slot;
};

/** The data key, by a normalised password; null when it is the wrong one or the entry has no such slot. */
export const openWithPassword = async (entry: KeyEntry, password: string): Promise<DataKey | null> => {
  const slot = slotOf(entry, 'password');
  if (!slot) return null;
  const wrap = await deriveKey(password, Buffer.from(slot.salt, 'base64'), slot.cost);
  const key = unseal(entry.id, slot, wrap);
  wrap.fill(0);
  return key;
};

const recoveryWrap = (recovery: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', recovery, salt, 'kedang recovery key 1', 32));

/** A slot for the 20 bytes of a recovery key. */
export const recoverySlot = (key: DataKey, recovery: Uint8Array, madeAt: string): Slot => {
  const salt = randomBytes(16);
  return seal(
    key,
    { kind: 'recovery', madeAt, salt: salt.toString('base64') } as const,
    recoveryWrap(recovery, salt),
  );
};

/** The data key, by a recovery key; null when it is another one or the entry has no such slot. */
export const openWithRecovery = (entry: KeyEntry, recovery: Uint8Array): DataKey | null => {
  const slot = slotOf(entry, 'recovery');
  return slot && unseal(entry.id, slot, recoveryWrap(recovery, Buffer.from(slot.salt, 'base64')));
};

/** A slot that opens without anything. */
export const clearSlot = (key: DataKey): Slot => {
  const wrap = randomBytes(32);
  return seal(key, { kind: 'clear', wrap: wrap.toString('base64') } as const, wrap);
};

/** The data key of an entry without a password; null when it has one, or its slot was tampered with. */
export const openClear = (entry: KeyEntry): DataKey | null => {
  const slot = slotOf(entry, 'clear');
  return slot && unseal(entry.id, slot, Buffer.from(slot.wrap, 'base64'));
};

/** A new entry that needs no password. */
export const unprotected = (key: DataKey): KeyEntry => ({ id: key.id, slots: [clearSlot(key)] });
