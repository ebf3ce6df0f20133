import type { SheetPlan } from '../../../src-shared/import-plan.ts';
import type { Cell } from './readers/cells.ts';

/**
 * The cells of a sheet that were corrected for an import. A correction of one cell counts before one of all cells that
 * read the same; both go by what the file says.
 */
export class CellEdits {
  /** By row of the sheet, and column. */
  readonly #rows = new Map<number, Map<number, string>>();
  /** By column, and the text of the file. */
  readonly #texts = new Map<number, Map<string, string>>();

  constructor({ edits, columnEdits }: Pick<SheetPlan, 'edits' | 'columnEdits'>) {
    for (const { row, column, text } of edits) this.setCell(row, column, text);
    for (const { column, from, text } of columnEdits) this.setText(column, from, text);
  }

  /** Another one with the same corrections. */
  copy(): CellEdits {
    const copy = new CellEdits({ edits: [], columnEdits: [] });
    for (const [row, cells] of this.#rows) copy.#rows.set(row, new Map(cells));
    for (const [column, texts] of this.#texts) copy.#texts.set(column, new Map(texts));
    return copy;
  }

  setCell(row: number, column: number, text: string): void {
    const cells = this.#rows.get(row);
    if (cells) cells.set(column, text);
    else this.#rows.set(row, new Map([[column, text]]));
  }

  setText(column: number, from: string, text: string): void {
    const texts = this.#texts.get(column);
    if (texts) texts.set(from, text);
    else this.#texts.set(column, new Map([[from, text]]));
  }

  /** What a cell says instead of the text in the file; undefined when nobody corrected it. */
  textOf(row: number, column: number, original: string): string | undefined {
    return this.#rows.get(row)?.get(column) ?? this.#texts.get(column)?.get(original);
  }

  /** Whether this cell was corrected by itself. */
  hasCell(row: number, column: number): boolean {
    return this.#rows.get(row)?.has(column) === true;
  }

  /** The cells of a row as they are to be read, in order of their columns. The cells given are not changed. */
  apply(row: number, cells: Cell[]): Cell[] {
    const own = this.#rows.get(row);
    if (own === undefined && this.#texts.size === 0) return cells;
    const read: Cell[] = [];
    let changed = false;
    for (const cell of cells) {
      const text = own?.get(cell.column) ?? this.#texts.get(cell.column)?.get(cell.text);
      if (text === undefined) read.push(cell);
      else if (text !== '') read.push({ column: cell.column, type: 'text', text });
      changed ||= text !== undefined;
    }
    for (const [column, text] of own ?? []) {
      if (text === '' || cells.some((cell) => cell.column === column)) continue;
      read.push({ column, type: 'text', text });
      changed = true;
    }
    return changed ? read.sort((a, b) => a.column - b.column) : cells;
  }
}
