import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import type { CellType } from './cells.ts';
import { readLimits } from './limits.ts';
import type { ReaderOutput } from './messages.ts';
import { isoText, numberText } from './numbers.ts';
import type { OdsStyles } from './ods-styles.ts';
import { FactsCollector } from './sheet-facts.ts';
import { attribute } from './xml.ts';

interface OdsCell {
  readonly column: number;
  readonly type: CellType;
  readonly text: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Programs end their sheets with one row or cell repeated to the edge; nothing claims more than this. */
const mostRepeated = 1_048_576;

/** Puts the elements within one table together to rows of cells. */
export class OdsCells {
  readonly #writer: ChunkWriter;
  readonly #facts: FactsCollector;
  readonly #styles: OdsStyles;
  readonly #output: ReaderOutput;
  /** Default cell styles of columns, as half-open ranges. */
  readonly #columnStyles: { readonly from: number; readonly to: number; readonly style: string }[] = [];
  #columns = 0;
  #row = 0;
  #rowAttributes: Attributes = {};
  #cells: OdsCell[] = [];
  #column = 0;
  #cell: Attributes | null = null;
  #paragraphs: string[] = [];
  #inParagraph = 0;

  constructor(
    fileName: string,
    budget: TextBudget,
    styles: OdsStyles,
    epoch1904: boolean,
    output: ReaderOutput,
  ) {
    this.#writer = new ChunkWriter(fileName, budget, (chunk) => output.chunk(chunk));
    this.#facts = new FactsCollector(epoch1904);
    this.#styles = styles;
    this.#output = output;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'table-column':
        this.#addColumns(attributes);
        return;
      case 'table-row':
        this.#rowAttributes = attributes;
        this.#cells = [];
        this.#column = 0;
        return;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = attributes;
        this.#paragraphs = [];
        return;
      case 'p':
        if (this.#inParagraph++ === 0) this.#paragraphs.push('');
        return;
      case 's':
        this.text(' '.repeat(countOf(attributes, 'c', readLimits.cellLength)));
        return;
      case 'tab':
        this.text('\t');
        return;
      case 'line-break':
        this.text('\n');
        return;
      default:
    }
  }

  text(part: string): void {
    const last = this.#paragraphs.length - 1;
    const written = this.#paragraphs[last];
    if (
      this.#cell &&
      this.#inParagraph > 0 &&
      written !== undefined &&
      written.length < readLimits.cellLength
    )
      this.#paragraphs[last] = written + part;
  }

  close(name: string): void {
    if (name === 'p' && this.#inParagraph > 0) this.#inParagraph--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#endRow();
    else if (name === 'filter-condition') this.#facts.filtered = true;
  }

  end(): void {
    this.#writer.end();
    this.#output.endSheet(this.#facts.facts());
  }

  #addColumns(attributes: Attributes): void {
    const to = this.#columns + countOf(attributes, 'number-columns-repeated', mostRepeated);
    if (isHidden(attributes)) this.#facts.hideColumns(this.#columns, to);
    const style = attribute(attributes, 'default-cell-style-name');
    if (style !== undefined && this.#columns < readLimits.columns)
      this.#columnStyles.push({ from: this.#columns, to, style });
    this.#columns = to;
  }

  #endCell(): void {
    if (!this.#cell) return;
    const cell = this.#cell;
    this.#cell = null;
    const repeated = countOf(cell, 'number-columns-repeated', mostRepeated);
    const across = countOf(cell, 'number-columns-spanned', mostRepeated);
    const down = countOf(cell, 'number-rows-spanned', mostRepeated);
    this.#facts.addMerged(this.#row, this.#column, this.#row + down - 1, this.#column + across - 1);
    const read = this.#valueOf(cell);
    if (read.text !== '') {
      // One past the most is enough to be refused.
      const last = Math.min(this.#column + repeated, readLimits.columns + 1);
      for (let column = this.#column; column < last; column++) this.#cells.push({ ...read, column });
      if (this.#column >= readLimits.columns) this.#cells.push({ ...read, column: this.#column });
    }
    this.#column += repeated;
  }

  #endRow(): void {
    const repeated = countOf(this.#rowAttributes, 'number-rows-repeated', mostRepeated);
    if (isHidden(this.#rowAttributes)) this.#facts.hideRows(this.#row, this.#row + repeated);
    if (attribute(this.#rowAttributes, 'visibility') === 'filter') this.#facts.filtered = true;
    if (this.#cells.length > 0) {
      for (let row = this.#row; row < this.#row + repeated; row++) {
        this.#writer.beginRow(row);
        for (const { column, type, text } of this.#cells) this.#writer.addText(column, type, text);
      }
    }
    this.#row += repeated;
    this.#cells = [];
  }

  #valueOf(cell: Attributes): Omit<OdsCell, 'column'> {
    const shown = this.#paragraphs.join('\n');
    if (cell['calcext:value-type'] === 'error') return { type: 'error', text: shown };
    switch (cell['office:value-type']) {
      case 'float':
      case 'currency':
      case 'percentage':
        return this.#numberOf(cell, shown);
      case 'date':
        return { type: 'date', text: isoText(cell['office:date-value'] ?? shown) };
      case 'time':
        return { type: 'date', text: clockText(cell['office:time-value'] ?? '') ?? shown };
      case 'boolean':
        return { type: 'boolean', text: cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE' };
      default:
        return { type: 'text', text: shown === '' ? (cell['office:string-value'] ?? '') : shown };
    }
  }

  #numberOf(cell: Attributes, shown: string): Omit<OdsCell, 'column'> {
    const style = attribute(cell, 'style-name') ?? this.#styleOfColumn();
    const format = this.#styles.formatOf(style);
    const number = numberText(cell['office:value'] ?? '', format, this.#facts.epoch1904);
    return number ?? { type: 'text', text: shown };
  }

  #styleOfColumn(): string {
    const found = this.#columnStyles.find(({ from, to }) => this.#column >= from && this.#column < to);
    return found?.style ?? '';
  }
}

/** A count that an attribute gives; 1 when it gives none. */
function countOf(attributes: Attributes, name: string, most: number): number {
  const count = Number(attribute(attributes, name) ?? '1');
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
}

const isHidden = (attributes: Attributes): boolean => {
  const visibility = attribute(attributes, 'visibility');
  return visibility === 'collapse' || visibility === 'filter';
};

/** `PT08H30M00S` → `08:30`; null when it is no time of a day. */
function clockText(duration: string): string | null {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/u.exec(duration) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  const two = (text: string): string => text.padStart(2, '0');
  return `${two(hours)}:${two(minutes)}${Number(seconds) === 0 ? '' : `:${two(seconds)}`}`;
}
