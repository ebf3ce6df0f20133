/** Longest name (UTF-8 bytes) that every file system the program meets can hold, with room for a suffix. */
const maximumBytes = 200;

/**
 * A name given by a page or typed by a user, as a name that Windows, macOS and Linux all accept: no folders, no
 * reserved characters or device names, not too long; the extension is kept.
 *
 * @example safeFileName('客户/2024?.xlsx') // '客户_2024_.xlsx'
 */
export function safeFileName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const plain = name.normalize('NFC').replace(/[\u0000-\u001F\u007F<>:"/\\|?*]/gu, '_');
  const trimmed = plain.replace(/^[. ]+|[. ]+$/gu, '');
  const usable =
    trimmed === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu.test(trimmed) ? `_${trimmed}` : trimmed;
  return shortened(usable);
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= maximumBytes) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  let stem = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(stem + character + extension) > maximumBytes) break;
    stem += character;
  }
  return stem + extension;
}
