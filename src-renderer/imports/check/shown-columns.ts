import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import { targetOf, type SheetWork } from '../state.ts';

export interface ShownColumn {
  readonly guess: ColumnGuess;
  readonly target: ImportTarget;
}

/**
 * The columns of the plan: those of the sheet that are imported, the name first, and beside it the remarks (null),
 * which say whom a row belongs to and what is wrong with it.
 */
export const shownColumns = (sheet: SheetWork): (ShownColumn | null)[] => {
  const columns = sheet.understanding.columns.flatMap((guess) => {
    const target = targetOf(sheet, guess.index);
    return target.field === 'ignore' ? [] : [{ guess, target }];
  });
  const named = columns.filter(({ target }) => target.field === 'name');
  return [...named, null, ...columns.filter((column) => !named.includes(column))];
};
