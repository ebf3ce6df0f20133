import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { keyIdBytes, type DataKey } from '../keys/data-key.ts';

/**
 * The first 16 bytes of an encrypted database, which stand in clear. The cipher keeps a salt for a password there; a
 * key that is given as it is needs none, so the bytes say what the file is and which key it takes:
 *
 *   bytes 0–5    KEDANG
 *   bytes 6–11   the id of the key
 *   bytes 12–15  CRC-32 of bytes 6–11, big-endian: no page's tag covers these bytes, so they have a check of their own
 */
export const markBytes = 16;

const magic = Buffer.from('KEDANG', 'latin1');
const plainMagic = Buffer.from('SQLite format 3\0', 'latin1');

/** What the first bytes of a file say. */
export type Mark =
  | { readonly kind: 'plain' }
  | { readonly kind: 'encrypted'; readonly keyId: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'foreign' };

/** The mark of files encrypted under a key. */
export const markOf = ({ id }: Pick<DataKey, 'id'>): Buffer => {
  const mark = Buffer.alloc(markBytes);
  magic.copy(mark);
  mark.write(id, magic.length, 'hex');
  mark.writeUInt32BE(crc32(mark.subarray(magic.length, magic.length + keyIdBytes)), markBytes - 4);
  return mark;
};

/** Reads a mark back. Fewer bytes than a mark has are `damaged` when they begin like one. */
export const readMark = (bytes: Buffer): Mark => {
  const begun = Math.min(bytes.length, markBytes);
  if (bytes.subarray(0, begun).equals(plainMagic.subarray(0, begun)))
    return begun === markBytes ? { kind: 'plain' } : { kind: 'damaged' };
  const ours = bytes.subarray(0, magic.length).equals(magic.subarray(0, Math.min(begun, magic.length)));
  if (begun < markBytes) return { kind: ours ? 'damaged' : 'foreign' };
  const id = bytes.subarray(magic.length, magic.length + keyIdBytes);
  const checked = crc32(id) === bytes.readUInt32BE(markBytes - 4);
  if (ours && checked) return { kind: 'encrypted', keyId: id.toString('hex') };
  return { kind: ours || checked ? 'damaged' : 'foreign' };
};

/** The mark of a file that exists. Only for files that this process has not open, see identify.ts. */
export const markOfFile = (path: string): Mark => {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(markBytes);
    return readMark(bytes.subarray(0, readSync(file, bytes, 0, markBytes, 0)));
  } finally {
    closeSync(file);
  }
};
