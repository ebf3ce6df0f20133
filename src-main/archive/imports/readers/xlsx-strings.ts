import { isBlank } from './chunk-writer.ts';
import { GrowingBytes } from './growing.ts';
import { readLimits } from './limits.ts';
import { readXml } from './xml.ts';
import type { CheckedZip } from './zip.ts';

/** The shared strings of a workbook as UTF-8, so that cells take them over without a string being made. */
export interface SharedStrings {
  /** Undefined for a blank text or an index that does not exist. */
  get(index: number): Uint8Array | undefined;
}

/** Reads the shared strings: rich text as its plain text, without the readings that East Asian editions add. */
export async function readSharedStrings(
  zip: CheckedZip,
  part: string,
  fileName: string,
): Promise<SharedStrings> {
  const bytes = new GrowingBytes(1 << 20);
  const ends: number[] = [];
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
      if (inText) text += part;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh' && phonetic > 0) phonetic--;
      else if (name === 'si') {
        const plain = unescapeText(text).slice(0, readLimits.cellLength);
        if (!isBlank(plain)) bytes.addText(plain);
        ends.push(bytes.length);
      }
    },
  });
  return {
    get(index) {
      const end = ends[index];
      if (end === undefined) return undefined;
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      return start === end ? undefined : bytes.view(start, end);
    },
  };
}

/** `_x000D_` stands for the character of that number where XML cannot hold it (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
