/** What a file is by its first bytes and a look inside, whatever its name says. */
export type DetectedFormat = 'zip' | 'encrypted' | 'compound' | 'records' | 'text' | 'unknown';

const signatures: readonly (readonly [DetectedFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // The compound file of Office 97–2003, and the envelope of an encrypted newer one.
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // The records of an old workbook without the compound file around them.
  ['records', [0x09, 0x08, 0x08, 0x00]],
  ['records', [0x09, 0x08, 0x10, 0x00]],
  ['records', [0x09, 0x04, 0x06, 0x00]],
  ['records', [0x09, 0x02, 0x06, 0x00]],
  ['records', [0x09, 0x00, 0x04, 0x00]],
  // Pictures, archives and programs that are dropped by mistake.
  ['unknown', [0x89, 0x50, 0x4e, 0x47]],
  ['unknown', [0xff, 0xd8, 0xff]],
  ['unknown', [0x52, 0x61, 0x72, 0x21]],
  ['unknown', [0x37, 0x7a, 0xbc, 0xaf]],
  ['unknown', [0x1f, 0x8b]],
  ['unknown', [0x53, 0x51, 0x4c, 0x69]],
  ['unknown', [0x4d, 0x5a, 0x90]],
];

/** Directory entry of an encrypted workbook inside its compound file (MS-OFFCRYPTO 2.3.4). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

export function detectFormat(bytes: Uint8Array): DetectedFormat {
  const found = signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (!found) return 'text';
  const [format] = found;
  return format === 'compound' &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encryptedPackage)
    ? 'encrypted'
    : format;
}
