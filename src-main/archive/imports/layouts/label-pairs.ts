import type { Meaning } from '../dictionary-entries.ts';
import { readHeader } from '../dictionary.ts';
import { headerKey } from '../header-key.ts';
import type { Cell } from '../readers/cells.ts';

/** A label with what stands beside or behind it, as on a form or a card. */
export interface LabelPair {
  readonly row: number;
  /** Where the label stands, and where its value does. */
  readonly column: number;
  readonly valueColumn: number;
  readonly label: string;
  /** What labels are the same by. */
  readonly key: string;
  readonly value: Cell | null;
}

/** A row taken apart into labels and what is none. */
export interface LabelledRow {
  readonly row: number;
  readonly pairs: readonly LabelPair[];
  readonly strays: readonly Cell[];
}

const longestLabel = 14;
/** With spaces and colons; a longer text is not even looked at, since looking takes its time. */
const longestWritten = 40;
const inline = /^\s*([^:：]{1,14}?)\s*[:：]\s*([\s\S]*)$/u;

/** Knows labels by the dictionary of headers, or because somebody has seen them elsewhere on the sheet. */
export class Labels {
  readonly #known = new Map<string, Meaning | null>();
  readonly #further: ReadonlySet<string>;

  /** @param further keys of labels that the dictionary does not know. */
  constructor(further: ReadonlySet<string> = new Set()) {
    this.#further = further;
  }

  /** What a label means; null for none that the dictionary knows. */
  meaningOf(text: string): Meaning | null {
    if (text.length > longestWritten) return null;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const bare = text.replace(/[:：\s]+$/u, '');
    const read = bare.length <= longestLabel && !/\d{2}/u.test(bare) ? readHeader([bare]) : null;
    const meaning = read && read.confidence >= 0.75 ? read.meaning : null;
    this.#known.set(text, meaning);
    return meaning;
  }

  isLabel(text: string): boolean {
    if (text.length > longestWritten) return false;
    return this.meaningOf(text) !== null || this.#further.has(keyOfLabel(text));
  }

  /** Takes a row apart: `名称 | 八骏科技 | 电话 | 138…`, or `名称：八骏科技` in one cell. */
  read(row: number, cells: readonly Cell[]): LabelledRow {
    const pairs: LabelPair[] = [];
    const strays: Cell[] = [];
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (!cell) continue;
      const text = cell.type === 'text' ? cell.text.trim() : '';
      const [, written = '', behind = ''] = inline.exec(text) ?? [];
      const { column } = cell;
      if (behind.trim() !== '' && this.isLabel(written) && !this.#holdsLabel(behind)) {
        const value: Cell = { column, type: 'text', text: behind.trim() };
        pairs.push({ row, column, valueColumn: column, label: written, key: keyOfLabel(written), value });
        continue;
      }
      const label = behind === '' && written !== '' ? written : text;
      if (label === '' || (label !== written && !this.isLabel(label))) {
        strays.push(cell);
        continue;
      }
      const next = cells[at + 1];
      const value = next && !(next.type === 'text' && this.#startsLabel(next.text)) ? next : null;
      if (value) at++;
      const valueColumn = value?.column ?? column + 1;
      pairs.push({ row, column, valueColumn, label, key: keyOfLabel(label), value });
    }
    return { row, pairs, strays };
  }

  #startsLabel(text: string): boolean {
    const [, written] = inline.exec(text.trim()) ?? [];
    return this.isLabel(text.trim()) || (written !== undefined && this.isLabel(written));
  }

  /** 张三 电话：138…: a second label in what stands behind the first. */
  #holdsLabel(text: string): boolean {
    return [...text.matchAll(/(?:^|[\s,，;；、])([^\s:：,，;；、]{1,14})[:：]/gu)].some(([, word = '']) =>
      this.isLabel(word),
    );
  }
}

/** By what two labels are the same: without spaces, colons, brackets and width. */
export const keyOfLabel = (label: string): string => {
  const { key, number } = headerKey(label);
  return number === null ? key : `${key}${number}`;
};
