import { createHash, randomBytes, randomInt } from 'node:crypto';

/**
 * A recovery key is 160 random bits, written down as 36 characters in nine groups of four: 32 for the bits, four for
 * a checksum, so that a slip of the pen is told from another archive's key. The alphabet is Crockford's base 32:
 * no I, L, O, U.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 20;
const keyCharacters = 32;
const checkCharacters = 4;
const groupLength = 4;

export const recoveryGroups = (keyCharacters + checkCharacters) / groupLength;

/** How many groups the owner types to show that the key was written down. */
const askedGroups = 2;

const encode = (bytes: Uint8Array): string => {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let rest = bytes.length * 8; rest > 0; rest -= 5) {
    text += alphabet[Number((bits >> BigInt(rest - 5)) & 31n)];
  }
  return text;
};

const decode = (text: string): Uint8Array => {
  let bits = 0n;
  for (const character of text) bits = (bits << 5n) | BigInt(alphabet.indexOf(character));
  return Uint8Array.from({ length: keyBytes }, (_, index) =>
    Number((bits >> BigInt((keyBytes - 1 - index) * 8)) & 255n),
  );
};

/** 20 bits of SHA-256. */
const checkOf = (bytes: Uint8Array): string =>
  encode(createHash('sha256').update('kedang recovery key').update(bytes).digest().subarray(0, 5)).slice(
    0,
    checkCharacters,
  );

/** 20 new random bytes. */
export const newRecoveryKey = (): Uint8Array => Uint8Array.from(randomBytes(keyBytes));

/** As it is written down: `7K4M-…`, nine groups. */
export const formatRecoveryKey = (bytes: Uint8Array): string =>
  (encode(bytes) + checkOf(bytes)).match(/.{4}/gu)?.join('-') ?? '';

/** What was typed, as its characters: any case, full-width letters, spaces and dashes, and letters that look alike. */
export const readCharacters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('U', 'V');

/** The 20 bytes of a recovery key as it was typed; null when it was mistyped. */
export const readRecoveryKey = (typed: string): Uint8Array | null => {
  const text = readCharacters(typed);
  if (text.length !== keyCharacters + checkCharacters) return null;
  const bytes = decode(text.slice(0, keyCharacters));
  return checkOf(bytes) === text.slice(keyCharacters) ? bytes : null;
};

/** Which groups to ask for, in order, 0-based. */
export const groupsToAsk = (): number[] => {
  const groups = new Set<number>();
  while (groups.size < askedGroups) groups.add(randomInt(recoveryGroups));
  return [...groups].toSorted((a, b) => a - b);
};

/** Whether the groups were typed as they stand in the key. */
export const groupsAgree = (
  bytes: Uint8Array,
  asked: readonly number[],
  typed: readonly string[],
): boolean => {
  const groups = formatRecoveryKey(bytes).split('-');
  return asked.every((group, index) => readCharacters(typed[index] ?? '') === groups[group]);
};
