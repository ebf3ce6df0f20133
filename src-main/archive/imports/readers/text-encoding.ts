import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import type { Encoding } from './messages.ts';

/**
 * How the bytes of a text file are encoded: by its mark, else by the zero bytes of UTF-16, else UTF-8 when all
 * of it, or all but a few damaged characters, is valid; and GB18030, which contains GBK and GB2312, otherwise.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return detectUtf16(bytes) ?? (isMostlyUtf8(bytes) ? 'utf-8' : 'gb18030');
}

/** Decodes without the mark. Bytes that mean nothing become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-16be') {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
    return new TextDecoder('utf-16le').decode(swapped);
  }
  if (encoding !== 'gb18030') return new TextDecoder(encoding).decode(bytes);
  return gb18030Decoder()?.decode(bytes) ?? iconv.decode(Buffer.from(bytes), 'gb18030');
}

/** The decoder of the runtime, where its build of ICU has the table. */
const gb18030Decoder = (): TextDecoder | null => {
  try {
    return new TextDecoder('gb18030');
  } catch {
    return null;
  }
};

/** Text of any language has line ends, digits and commas, whose other half is zero in UTF-16. */
function detectUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const few = sample.length / 50;
  if (odd > few && even === 0) return 'utf-16le';
  return even > few && odd === 0 ? 'utf-16be' : null;
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream, so that a character cut off at the very end is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const damaged = text.match(/\uFFFD/gu)?.length ?? 0;
    const intact = text.match(/[\u0080-\uFFFC]/gu)?.length ?? 0;
    return intact > 200 * damaged;
  }
}
