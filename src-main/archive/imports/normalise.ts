import type { Kind } from '../../../src-shared/customers.ts';
import { doubtsOf } from '../../../src-shared/doubts.ts';
import { cleanText } from '../../../src-shared/text.ts';
import { unitFinder } from '../../../src-shared/unit-finder.ts';
import { assembleRow, type RowKinds } from './assemble-row.ts';
import { saysNothing } from './options.ts';
import { destroyedIn, noteDestroyed } from './destroyed.ts';
import { joinTexts } from './joined-columns.ts';
import { readCell } from './read-cell.ts';
import type { Cell } from './readers/cells.ts';
import { RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';
import type { NormalisedRow, RowDoubt, RowDraft, RowValue } from './row-draft.ts';

export interface NormaliseContext extends RowKinds {
  readonly columns: readonly RowColumn[];
  /** ISO date, for dates that lie in the future. */
  readonly today: string;
}

/** Prepares what {@link normaliseRow} needs for all rows of a sheet. */
export function normaliseContext(
  columns: readonly RowColumn[],
  { kind, today }: { kind: Kind; today: string },
): NormaliseContext {
  return {
    columns,
    kind,
    today,
    namesCompanies: columns.some(({ field, meaning }) => field === 'name' && meaning === 'companyName'),
    titleHeader:
      columns
        .find(({ field }) => field === 'contactTitle')
        ?.header.split('/')
        .at(-1) ?? '',
  };
}

/** Marks that web pages and chat programs leave in copied text. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/gu;
const withoutInvisible = (text: string): string => cleanText(text.replace(invisible, ''));
/** Most cells hold nothing to take away. */
const needsCleaning = unitFinder((unit) => withoutInvisible(unit) !== unit);

/**
 * Turns one row of a sheet into a customer with everything that looks doubtful in it. Null when the row names
 * nobody: no name, no contact, no number.
 */
export function normaliseRow(cells: readonly Cell[], context: NormaliseContext): NormalisedRow | null {
  const row = new RowBuilder();
  const written: { column: RowColumn; raw: string }[] = [];
  let at = 0;
  const take = (column: RowColumn): { cell: Cell; text: string } | null => {
    while ((cells[at]?.column ?? Infinity) < column.column) at++;
    const cell = cells[at]?.column === column.column ? cells[at] : undefined;
    if (!cell || cell.type === 'error') return null;
    const text = needsCleaning(cell.text) ? withoutInvisible(cell.text) : cell.text;
    // 无 says nothing anywhere but where the answer is 是 or 否.
    if (text === '' || (saysNothing(text) && column.own?.type !== 'boolean')) return null;
    written.push({ column, raw: cell.text });
    const lost = destroyedIn(column.field, cell, text);
    if (lost) noteDestroyed(row, column, lost, text);
    return lost ? null : { cell, text };
  };
  for (const column of context.columns) {
    const own = take(column);
    if (column.further.length === 0) {
      if (own) readCell(row, column, own.cell, own.text);
      continue;
    }
    const back = at;
    const said = [column, ...column.further].flatMap((part, index) => {
      const taken = index === 0 ? own : take(part);
      return taken ? [{ column: part, ...taken }] : [];
    });
    at = back;
    const [first] = said;
    if (!first) continue;
    const text = joinTexts(column.field, said);
    readCell(row, first.column, said.length === 1 ? first.cell : { ...first.cell, type: 'text', text }, text);
  }
  const draft = assembleRow(row, context);
  if (!draft) return null;
  const writtenName = cleanText(written.find(({ column }) => column.field === 'name')?.raw ?? '');
  return {
    draft,
    writtenName,
    // Only a page of rows is ever shown, and who writes them has no use for their doubts: worked out when asked for.
    doubts: () => doubtsOfRow(draft, row, context),
    values: () => written.map(({ column, raw }) => valueOf(column, raw, draft, row)),
  };
}

function doubtsOfRow(draft: RowDraft, row: RowBuilder, { today, columns }: NormaliseContext): RowDoubt[] {
  const found = doubtsOf(doubtable(draft), today).map((doubt) => ({
    ...doubt,
    column: columnOf(doubt.field, draft, row, columns),
  }));
  return row.doubts.length === 0 ? found : withCellDoubts(row.doubts, found);
}

/** A cell is doubted once, for what is most particular about it. */
const withCellDoubts = (ofCells: readonly RowDoubt[], found: readonly RowDoubt[]): RowDoubt[] => [
  ...ofCells,
  ...found.filter(({ column }) => !ofCells.some((doubt) => doubt.column === column)),
];

const doubtable = (draft: RowDraft) => ({
  ...draft.fields,
  kind: draft.kind,
  name: draft.name,
  methods: draft.methods,
  contacts: draft.contacts,
});

/** The column of a doubtful value: of its own cell, or of the one it was read from. */
function columnOf(path: string, draft: RowDraft, row: RowBuilder, columns: readonly RowColumn[]): number {
  const nested = /^(?:contacts\.(\d+)\.)?methods\.(\d+)$/u.exec(path);
  if (nested) {
    const methods = nested[1] === undefined ? draft.methods : draft.contacts[Number(nested[1])]?.methods;
    return methods?.[Number(nested[2])]?.column ?? 0;
  }
  const isPlace = path === 'province' || path === 'city' || path === 'district';
  const sources = isPlace ? [path, 'region', 'address'] : [path, 'identityNumber'];
  for (const source of sources) {
    const column = row.originOf(source) ?? columns.find(({ field }) => field === source)?.column;
    if (column !== undefined) return column;
  }
  return columns.find(({ field }) => field === 'name' || field === 'contactName')?.column ?? 0;
}

function valueOf(column: RowColumn, raw: string, draft: RowDraft, row: RowBuilder): RowValue {
  const field = column.contact === null ? column.field : `contacts[${column.contact}].${column.field}`;
  return { field, column: column.column, raw, value: valueText(column, raw, draft, row) };
}

/** What stands in the archive for a cell, as text; options and money as they are stored. */
function valueText(column: RowColumn, raw: string, draft: RowDraft, row: RowBuilder): string {
  const { field } = column;
  const methods = [...draft.methods, ...draft.contacts.flatMap((contact) => contact.methods)].filter(
    (method) => method.column === column.column,
  );
  if (methods.length > 0) {
    return methods.map(({ value, label }) => (label === '' ? value : `${value} ${label}`)).join('、');
  }
  switch (field) {
    case 'name':
      return draft.name;
    case 'kind':
      return draft.kind;
    case 'tags':
      return draft.tags.join('、');
    case 'aliases':
      return draft.aliases.join('、');
    case 'region':
      return [draft.fields.province, draft.fields.city, draft.fields.district].filter(Boolean).join(' ');
    case 'contactName':
      return row.contactAt(column.contact ?? 0)?.name || cleanText(raw);
    case 'contactTitle':
      return row.contactAt(column.contact ?? 0)?.title || cleanText(raw);
    case 'notes':
      return cleanText(raw);
    default: {
      const value: unknown = new Map<string, unknown>(Object.entries(draft.fields)).get(field);
      return value === undefined ? cleanText(raw) : String(value);
    }
  }
}
