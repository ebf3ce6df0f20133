import type { ColumnWord, WordField } from '../../../src-shared/imports.ts';
import { breathe } from '../long-work.ts';
import { asTag } from '../../../src-shared/import-plan.ts';
import { cleanText } from '../../../src-shared/text.ts';
import { optionKey, readGender, readKind, readLevel, readStage, saysNothing } from './options.ts';
import type { UnderstoodSheet } from './understand.ts';

/** More words than these are no options; the most frequent ones come first. */
const mostWords = 100;
/** So many different ones are counted. */
const mostCounted = 5_000;
/** Rows between two turns of the event loop. */
const batch = 2_000;

const readers = { stage: readStage, level: readLevel, gender: readGender, kind: readKind } as const;

/** The words of a column with how often they occur, and what each stands for in a field of options unless somebody says otherwise. */
export async function columnWords(
  { cells, rows }: UnderstoodSheet,
  column: number,
  field: WordField,
): Promise<ColumnWord[]> {
  const words = new Map<string, { word: string; count: number }>();
  for (const [index, position] of rows.data.entries()) {
    if (index % batch === 0) await breathe();
    if (!cells.columnsAt(position).includes(column)) continue;
    const cell = cells.cellsAt(position).find((one) => one.column === column);
    const word =
      cell && cell.type !== 'error' ? cleanText(cell.text).replace(/\s+/gu, ' ').slice(0, 200) : '';
    if (word === '' || saysNothing(word)) continue;
    const key = optionKey(word);
    const known = words.get(key);
    if (known) known.count++;
    else if (words.size < mostCounted) words.set(key, { word, count: 1 });
  }
  return [...words.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostWords)
    .map(({ word, count }) => ({ word, count, to: usually(field, word) }));
}

/** What is no stage and no level becomes a tag; what is no gender or kind says nothing about it. */
function usually(field: WordField, word: string): string {
  const read = readers[field](word);
  if (read) return read.value;
  return (field === 'stage' || field === 'level') && word.length <= 20 ? asTag : '';
}
