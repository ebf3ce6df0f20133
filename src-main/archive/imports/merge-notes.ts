import type { ColumnPolicy } from '../../../src-shared/import-plan.ts';
import type { MergeChange } from './merge.ts';
import type { RowFields } from './row-draft.ts';

const longestNotes = 50_000;

/** Adds the notes of a row to those of a customer, line by line, as far as they do not say it already. */
export function mergeNotes(
  fields: RowFields,
  notes: string,
  policy: ColumnPolicy,
  changes: MergeChange[],
): void {
  const before = fields.notes ?? '';
  if (notes === '' || notes === before || policy === 'keep' || (policy === 'fill' && before !== '')) return;
  if (policy === 'overwrite') {
    fields.notes = notes;
    changes.push({ field: 'notes', before, after: notes });
    return;
  }
  if (says(before, notes)) return;
  const lines = before === '' ? [notes] : notes.split('\n').filter((line) => !says(before, line));
  if (lines.length === 0) return;
  const after = [before, ...lines]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, longestNotes);
  if (after === before) return;
  fields.notes = after;
  changes.push({ field: 'notes', before, after });
}

/** Whether notes say a text already, as a whole: 无欠款 does not say 欠款, and 1.5 not 5. */
function says(notes: string, text: string): boolean {
  if (text === '') return true;
  for (let at = notes.indexOf(text); at !== -1; at = notes.indexOf(text, at + 1)) {
    const end = at + text.length;
    const isWithin =
      goesOn(notes.charAt(at - 1), text.charAt(0)) || goesOn(text.charAt(text.length - 1), notes.charAt(end));
    if (!isWithin) return true;
  }
  return false;
}

/** Whether two signs beside each other belong to one word or number. */
const goesOn = (one: string, next: string): boolean => inWord.test(one) && inWord.test(next);
const inWord = /[\p{L}\p{N}.%/-]/u;
