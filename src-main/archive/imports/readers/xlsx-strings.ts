import { readLimits } from './limits.ts';
import { StringTable } from './string-table.ts';
import { readXml } from './xml.ts';
import type { CheckedZip } from './zip.ts';

/** Reads the shared strings: rich text as its plain text, without the readings that East Asian editions add. */
export async function readSharedStrings(
  zip: CheckedZip,
  part: string,
  fileName: string,
): Promise<StringTable> {
  const strings = new StringTable(fileName);
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXml(zip.open(part), fileName, {
    open(name, _attributes, selfClosing) {
      if (name === 'si') text = '';
      else if (name === 'rPh' && !selfClosing) phonetic++;
      else if (name === 't') inText = phonetic === 0;
    },
    text(part) {
      if (inText && text.length < readLimits.cellLength * 7) text += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh' && phonetic > 0) phonetic--;
      else if (name === 'si') strings.add(unescapeText(text));
    },
  });
  return strings;
}

/** `_x000D_` stands for the character of that number where XML cannot hold it (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
