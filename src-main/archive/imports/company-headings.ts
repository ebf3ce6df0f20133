import { isAddress, isPersonName, looksLikeCompany } from '../../../src-shared/company-names.ts';
import type { HeaderRange } from './header-rows.ts';
import { bareHeading, type Headings } from './heading-rows.ts';
import { cellIn, headingTable, type HeadingTable } from './heading-table.ts';
import { isNoteStart, isTotalText } from './left-out.ts';
import type { Cell } from './readers/cells.ts';
import type { SheetCells } from './sheet-cut.ts';

/** So many rows decide whether companies stand above their people. */
const looked = 300;

/** Columns further to the right are none in which a company heads its people. */
const mostLeads = 4;

interface Row {
  readonly cells: readonly Cell[];
  readonly across: boolean;
}

/** What tells the rows of companies from those of their people. */
interface Shape {
  readonly lead: number;
  /** Filled in the rows of people, and never all of them in that of a company. */
  readonly telling: readonly number[];
}

/**
 * Companies that stand in rows of their own above their people: merged across the table, alone in their row, or in turn with
 * the people in one column. Those are told apart by shape: people have a phone, and companies have none there.
 */
export function companyHeadings(sheet: SheetCells, header: HeaderRange | null): Headings | null {
  const table = headingTable(sheet, header);
  const rows = sample(table);
  for (let lead = 0; lead < Math.min(mostLeads, sheet.columnCount); lead++) {
    const shape = shapeOf(rows, lead);
    if (shape) return headingsOf(table, shape);
  }
  return null;
}

function sample({ sheet, from, isAcross, isHeader }: HeadingTable): Row[] {
  const rows: Row[] = [];
  for (let position = from; position < sheet.filledRows && rows.length < looked; position++) {
    if (isHeader(position)) continue;
    const cells = sheet.cellsAt(position);
    if (cells.some(({ type, text }) => type === 'text' && isTotalText(text))) continue;
    rows.push({ cells, across: isAcross(position) });
  }
  return rows;
}

const textIn = (cells: readonly Cell[], column: number): string =>
  cells.find((cell) => cell.column === column && cell.type === 'text')?.text.trim() ?? '';

/** Also with a remark in brackets behind its name. */
const isCompany = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= 60 &&
  looksLikeCompany(bareHeading(text).replace(/\s*[(（[【][^()（）]*[)）\]】]$/u, ''));
const isPerson = (text: string): boolean => isPersonName(text) || isAddress(text);

const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length;

/** How companies and people differ when they stand in turn in the rows of a column; null when they do not. */
function shapeOf(rows: readonly Row[], lead: number): Shape | null {
  const named = rows.filter(({ cells }) => isCompany(textIn(cells, lead)));
  if (named.length === 0 || named.length > rows.length * 0.6) return null;
  const people = rows.filter((row) => !named.includes(row));
  const columns = [...new Set(people.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  const filledBy = (column: number): number =>
    share(people, ({ cells }) => cells.some((cell) => cell.column === column));
  // Where the column is empty in the rows of people, they have their names beside it: company-above.ts.
  if (filledBy(lead) < 0.8) return null;
  const telling = columns.filter((column) => column !== lead && filledBy(column) >= 0.8);
  const shape = { lead, telling };
  const heads = named.filter(({ cells }) => isHead(cells, shape));
  const across = heads.filter((row) => row.across).length;
  if (telling.length === 0 || heads.length < named.length * 0.9) return null;
  if (heads.length < 2 && across === 0) return null;
  if (across * 2 < heads.length && rows[0] !== heads[0]) return null;
  const isLed = share(heads, (head) => {
    const next = rows[rows.indexOf(head) + 1];
    return next !== undefined && !named.includes(next);
  });
  if (isLed < 0.6) return null;
  // Somebody has to be named below, and no column may name companies already.
  const hasPeople = [lead, ...telling].some(
    (column) => share(people, ({ cells }) => isPerson(textIn(cells, column))) >= 0.6,
  );
  const hasCompanies = columns.some(
    (column) => share(people, ({ cells }) => isCompany(textIn(cells, column))) >= 0.3,
  );
  return hasPeople && !hasCompanies ? shape : null;
}

const isHead = (cells: readonly Cell[], { lead, telling }: Shape): boolean =>
  isCompany(textIn(cells, lead)) && telling.every((column) => !cells.some((cell) => cell.column === column));

/** Whether a row could be one of the people, and not the remark or total below the last of them. */
const isSomebody = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && !cells.some(({ type, text }) => type === 'text' && isTotalText(text));

/** 三、个体客户: whoever stands below it belongs to none of the companies above. */
const isEnd = (cells: readonly Cell[], { lead }: Shape): boolean => {
  const text = cells.length === 1 ? textIn(cells, lead) : '';
  return (
    text !== '' &&
    text.length <= 20 &&
    !isPerson(bareHeading(text)) &&
    !isTotalText(text) &&
    !isNoteStart(text)
  );
};

function headingsOf({ sheet, from, isHeader, above }: HeadingTable, shape: Shape): Headings {
  const texts = new Map<number, string>();
  const own = new Set<number>();
  const first = above === null ? undefined : sheet.cellsAt(above)[0];
  if (above !== null && first && isCompany(first.text))
    texts.set(sheet.rowAt(above), bareHeading(first.text));
  let last = -1;
  for (let position = from; position < sheet.filledRows; position++) {
    const row = sheet.rowAt(position);
    const lead = cellIn(sheet, position, shape.lead);
    if (!lead || !isCompany(lead.text.trim())) {
      const cells = isHeader(position) ? [] : sheet.cellsAt(position);
      if (last >= 0 && isSomebody(cells)) last = -1;
      if (isEnd(cells, shape)) texts.set(row, '');
      continue;
    }
    const cells = sheet.cellsAt(position);
    if (!isHead(cells, shape)) continue;
    // Nobody stood below the one before.
    if (last >= 0) own.add(last);
    texts.set(row, bareHeading(lead.text));
    if (cells.length > 1) own.add(row);
    last = row;
  }
  if (last >= 0) own.add(last);
  return { kind: 'company', texts, own, lead: shape.lead };
}
