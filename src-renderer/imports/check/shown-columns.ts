import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import { includedSheets, targetOf, type ImportWork } from '../state.ts';
import { targetKey } from '../targets.ts';

export interface ShownColumn {
  readonly target: ImportTarget;
  /** The column of each sheet that feeds it, by the sheet's place in the plan. */
  readonly sources: ReadonlyMap<number, ColumnGuess>;
}

/** How a plan names a field: `name`, `contacts[0].mobile`. */
export const plannedField = ({ field, contact }: ImportTarget): string =>
  contact === null ? field : `contacts[${contact}].${field}`;

/**
 * The columns of the plan: what the sheets bring in, the name first, and beside it the remarks (null), which say whom a
 * row belongs to and what is wrong with it. Columns of several sheets that mean the same are one.
 */
export const shownColumns = (
  work: Pick<ImportWork, 'files' | 'sheets' | 'included'>,
): (ShownColumn | null)[] => {
  const columns = new Map<string, { target: ImportTarget; sources: Map<number, ColumnGuess> }>();
  for (const [place, sheet] of includedSheets(work).entries()) {
    const used = new Map<string, number>();
    for (const guess of sheet.understanding.columns) {
      const target = targetOf(sheet, guess.index);
      if (target.field === 'ignore') continue;
      const nth = used.get(targetKey(target)) ?? 0;
      used.set(targetKey(target), nth + 1);
      const key = `${targetKey(target)} ${nth}`;
      const known = columns.get(key);
      if (known) known.sources.set(place, guess);
      else columns.set(key, { target, sources: new Map([[place, guess]]) });
    }
  }
  const all = [...columns.values()];
  const named = all.filter(({ target }) => target.field === 'name');
  return [...named, null, ...all.filter((column) => !named.includes(column))];
};
