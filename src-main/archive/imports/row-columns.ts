import type { ImportTarget } from '../../../src-shared/imports.ts';
import { headerUnit } from '../../../src-shared/money.ts';
import type { Meaning } from './dictionary-entries.ts';
import { readHeader } from './dictionary.ts';
import { joinHeader } from './header-rows.ts';

/** A mapped column, with what its header means for reading its values. */
export interface RowColumn {
  readonly column: number;
  readonly field: string;
  readonly contact: number | null;
  /** One line, for notes: `年采购额（万元）`. */
  readonly header: string;
  readonly meaning: Meaning | null;
  /** Yuan that a plain number stands for. */
  readonly unit: number;
  /** Days are of the lunar calendar. */
  readonly isLunar: boolean;
  /** Notes from this column begin with the header, since the text alone would not say what it is. */
  readonly prefixed: boolean;
}

/** Prepares the columns that are mapped to something, in the order of the sheet. */
export function rowColumns(
  targets: readonly { readonly index: number; readonly target: ImportTarget }[],
  headers: readonly (readonly string[])[],
): RowColumn[] {
  let hasPlainNotes = false;
  return targets
    .filter(({ target }) => target.field !== 'ignore')
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, target }) => {
      const rows = headers[index] ?? [];
      const header = joinHeader(rows);
      const meaning = readHeader(rows)?.meaning ?? null;
      const isPlain = target.field === 'notes' && (header === '' || (meaning === 'notes' && !hasPlainNotes));
      hasPlainNotes ||= isPlain;
      return {
        column: index,
        field: target.field,
        contact: target.contact,
        header,
        meaning,
        unit: headerUnit(header),
        isLunar: /农历|阴历|lunar/iu.test(header),
        prefixed: !isPlain,
      };
    });
}
