import { randomBytes } from 'node:crypto';

/** The key under which the pages of a database file are encrypted. Plain data: it goes to workers by message. */
export interface DataKey {
  /** 12 hexadecimal digits; stands in clear at the start of every file that is encrypted under the key. */
  readonly id: string;
  /** 32 random bytes, given to SQLite as they are. */
  readonly bytes: Uint8Array;
}

/** Bytes of the id as it stands in a file. */
export const keyIdBytes = 6;

/** A new random key. */
export const newDataKey = (): DataKey => ({
  id: randomBytes(keyIdBytes).toString('hex'),
  // Of its own, not a part of Node's pool: so that wiping it wipes all there is of it.
  bytes: Uint8Array.from(randomBytes(32)),
});

/** The same key in memory of its own, for one who will wipe the original. */
export const copyOfKey = ({ id, bytes }: DataKey): DataKey => ({ id, bytes: Uint8Array.from(bytes) });

/** Overwrites a key in memory. It must not be used afterwards. */
export const wipeKey = ({ bytes }: DataKey): void => void bytes.fill(0);
