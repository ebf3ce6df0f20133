import { looksLikeCompany } from '../../../src-shared/company-names.ts';
import { contactMethodTypes } from '../../../src-shared/contact-methods.ts';
import type { Cell } from './readers/cells.ts';
import type { RowColumn } from './row-columns.ts';
import type { SheetCells } from './sheet-cut.ts';

/** What is said of the people of a company; a row that says nothing else has no company of its own. */
const ofPeople: ReadonlySet<string> = new Set([
  'contactName',
  'contactTitle',
  'contactDepartment',
  'notes',
  ...contactMethodTypes,
]);

/** No company has more people below it. */
const mostPeople = 200;

type CellsAt = (position: number) => Cell[];

/**
 * Reads rows of people right below their company as rows of it, as if its name were merged over them: where the
 * companies are numbered and the people are not, or where a row has the company alone and the next ones its people.
 *
 * @param serials columns that number the rows; who has a number of their own is nobody's contact.
 */
export function withCompanyAbove(
  cellsAt: CellsAt,
  sheet: SheetCells,
  columns: readonly RowColumn[],
  serials: readonly number[],
): CellsAt {
  const all = columns.flatMap((column) => [column, ...column.further]);
  const [name, ...halves] = all.filter(({ field }) => field === 'name');
  const people = new Set(all.filter(({ field }) => field === 'contactName').map(({ column }) => column));
  if (!name || halves.length > 0 || people.size === 0) return cellsAt;
  const numbers = new Set([
    ...serials,
    ...all.filter(({ field }) => field === 'code').map(({ column }) => column),
  ]);
  const others = new Set([
    ...serials,
    ...all.filter(({ field }) => !ofPeople.has(field)).map(({ column }) => column),
  ]);
  const namesOnlyPeople = (cells: readonly Cell[]): boolean =>
    cells.some(({ column }) => people.has(column)) && !cells.some(({ column }) => others.has(column));

  // A row with a company and its contact, without a number, may be followed by somebody who has no company.
  const leadsPeople = (cells: readonly Cell[]): boolean =>
    cells.some(({ column }) => numbers.has(column)) || !cells.some(({ column }) => people.has(column));

  return (position) => {
    const cells = cellsAt(position);
    if (!namesOnlyPeople(cells)) return cells;
    for (let above = position - 1; above >= 0 && position - above <= mostPeople; above--) {
      if (sheet.rowAt(above) !== sheet.rowAt(above + 1) - 1) return cells;
      const known = cellsAt(above);
      const company = known.find(({ column }) => column === name.column);
      if (company) {
        return looksLikeCompany(company.text) && leadsPeople(known)
          ? [...cells, company].sort((a, b) => a.column - b.column)
          : cells;
      }
      if (!namesOnlyPeople(known)) return cells;
    }
    return cells;
  };
}
