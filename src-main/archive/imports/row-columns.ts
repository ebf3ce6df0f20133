import { dateOrderOfHeader, type DateStyle } from '../../../src-shared/date-order.ts';
import type { ColumnPlan } from '../../../src-shared/import-plan.ts';
import type { CustomFieldDraft } from '../../../src-shared/custom-fields.ts';
import { headerUnit } from '../../../src-shared/money.ts';
import type { Meaning } from './dictionary-entries.ts';
import { readHeader } from './dictionary.ts';
import { joinHeader } from './header-rows.ts';
import { joinColumns } from './joined-columns.ts';
import { optionKey } from './options.ts';
import type { OwnFieldOf } from './own-fields.ts';

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
  readonly dates: DateStyle;
  /** Notes from this column begin with the header, since the text alone would not say what it is. */
  readonly prefixed: boolean;
  /** What words of the column stand for, as somebody has said; '' where a word says nothing. */
  readonly options: ReadonlyMap<string, string>;
  /** Further columns that feed the same field, in the order of the sheet ({@link ./joined-columns.ts}). */
  readonly further: readonly RowColumn[];
  /** The custom field it goes to; undefined for all others, and where that field is gone. */
  readonly own: CustomFieldDraft | undefined;
}

/** What a column was mapped to. */
export type MappedColumn = Omit<ColumnPlan, 'policy'>;

const noOptions: ReadonlyMap<string, string> = new Map();

/** Prepares the columns that are mapped to something, in the order of the sheet. */
export function rowColumns(
  targets: readonly MappedColumn[],
  headers: readonly (readonly string[])[],
  epoch: 1900 | 1904 = 1900,
  ownOf: OwnFieldOf = () => undefined,
): RowColumn[] {
  let hasPlainNotes = false;
  const columns = targets
    .filter(({ target }) => target.field !== 'ignore')
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, target, options, dateOrder, yearLast }) => {
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
        dates: { order: dateOrder ?? dateOrderOfHeader(header), yearLast: yearLast ?? false, epoch },
        isLunar: /农历|阴历|lunar/iu.test(header),
        prefixed: !isPlain,
        own: ownOf(target.field),
        options: options ? new Map(options.map(({ from, to }) => [optionKey(from), to])) : noOptions,
        further: [],
      };
    });
  return joinColumns(columns);
}
