import { createHash } from 'node:crypto';
import { z } from 'zod';
import { archiveCountsSchema, backupReasonSchema } from '../../../src-shared/backups.ts';
import { keyEntrySchema } from '../keys/slots.ts';

/**
 * A backup is one file: a header of 4096 bytes, then the database as `VACUUM INTO` wrote it.
 *
 *   bytes 0–15      KEDANG-BACKUP 2 and a line feed: what it is, and the version of the format
 *   bytes 16–4030   the header as JSON on one line, filled up with spaces to the line feed at its end
 *   bytes 4031–4094 SHA-256 of bytes 0–4030 in hexadecimal, and a line feed
 *
 * The header holds the SHA-256 of the rest, so that no bit of the file is uncovered. It can be read in any text
 * editor. It names counts and times only, and holds the slots that open the key of the encrypted database.
 *
 * Version 1 had no slots: its database is plain.
 */
export const headerBytes = 4096;
export const backupExtension = '.kedang';

const magic = 'KEDANG-BACKUP 2\n';
const magicOfFirstVersion = 'KEDANG-BACKUP 1\n';
const magicOfAnyVersion = 'KEDANG-BACKUP ';
const hashBytes = 65;
const textEnd = headerBytes - hashBytes;

export const backupHeaderSchema = z.object({
  /** Which archive it is of; backups made before archives had an id have none. */
  archiveId: z.string().max(64).optional(),
  /** Counts up within an archive; clocks jump, this does not. */
  number: z.number().int().min(1),
  /** ISO instant. */
  madeAt: z.string(),
  reason: backupReasonSchema,
  appVersion: z.string(),
  /** `user_version` of the database. */
  schema: z.number().int().min(1),
  counts: archiveCountsSchema,
  /** The newest change in it; null when there is none. */
  lastChange: z.object({ id: z.number().int(), at: z.string() }).nullable(),
  imageBytes: z.number().int().min(1),
  imageSha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** What opens the database; null when it is plain. */
  keys: keyEntrySchema.nullable().default(null),
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The header as the first {@link headerBytes} bytes of the file. */
export const encodeHeader = (header: BackupHeader): Buffer => {
  const bytes = Buffer.alloc(headerBytes, ' ');
  const json = JSON.stringify(header);
  if (magic.length + Buffer.byteLength(json) >= textEnd)
    throw new RangeError('the header of a backup is too long');
  bytes.write(magic, 0);
  bytes.write(json, magic.length);
  bytes.write('\n', textEnd - 1);
  bytes.write(`${sha256(bytes.subarray(0, textEnd))}\n`, textEnd);
  return bytes;
};

/**
 * Reads a header back. `foreign` is a file that does not begin like a backup, `damaged` one that does and whose
 * header was changed or cut, `newer` a format that a later version of the program writes.
 */
export const decodeHeader = (bytes: Buffer): BackupHeader | 'foreign' | 'damaged' | 'newer' => {
  const begin = bytes.toString('latin1', 0, magic.length);
  if (!begin.startsWith(magicOfAnyVersion)) return 'foreign';
  if (bytes.length < headerBytes) return 'damaged';
  const hash = bytes.toString('latin1', textEnd, headerBytes);
  if (hash !== `${sha256(bytes.subarray(0, textEnd))}\n`) return 'damaged';
  // Only after the hash: a flipped bit in the version is damage, not a later program.
  if (begin !== magic && begin !== magicOfFirstVersion) return 'newer';
  const header = backupHeaderSchema.safeParse(JSON.parse(bytes.toString('utf8', magic.length, textEnd)));
  return header.success ? header.data : 'damaged';
};
