import type { SheetChunk } from './cells.ts';
import type { ChunkWriter } from './chunk-writer.ts';
import { formulaText } from './formula-text.ts';
import { readLimits } from './limits.ts';
import type { ReaderOutput } from './messages.ts';
import { plainDigits } from './numbers.ts';
import { FactsCollector } from './sheet-facts.ts';

type Attributes = Readonly<Record<string, string>>;

/** What browsers allow at most (HTML, 4.9.11). */
const mostAcross = 1_000;
const mostDown = 65_534;

/** One table of a web page, as its elements come. Cells may reach over rows and columns, which shifts the others. */
export class HtmlTable {
  readonly #writer: ChunkWriter;
  readonly #chunks: SheetChunk[] = [];
  readonly #facts = new FactsCollector();
  /** For each column, the row after the last that a cell above reaches into. */
  readonly #takenUntil = new Uint32Array(mostAcross);
  #row = -1;
  #column = 0;
  #columns = 0;
  #inCell = false;
  #across = 1;
  #text = '';
  #number: string | undefined;
  #isEnded = false;

  constructor(writerTo: (emit: (chunk: SheetChunk) => void) => ChunkWriter) {
    this.#writer = writerTo((chunk) => this.#chunks.push(chunk));
  }

  get isFilled(): boolean {
    return this.#chunks.length > 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'tr') {
      this.#endCell();
      this.#beginRow(isHidden(attributes));
    } else if (name === 'td' || name === 'th') {
      this.#endCell();
      this.#beginCell(attributes);
    } else if (name === 'col') {
      const span = spanOf(attributes, 'span', mostAcross);
      if (isHidden(attributes)) this.#facts.hideColumns(this.#columns, this.#columns + span);
      this.#columns += span;
    }
  }

  /** Text in which spaces and line breaks stand for one space. */
  text(part: string): void {
    if (!this.#inCell || this.#text.length > readLimits.cellLength) return;
    const text = part.replace(/[ \t\r\n\f]+/gu, ' ');
    const isSpaced = this.#text === '' || this.#text.endsWith(' ') || this.#text.endsWith('\n');
    this.#text += isSpaced && text.startsWith(' ') ? text.slice(1) : text;
  }

  /** A break is one line each time; the edge of a block only where no line has ended. */
  breakLine(isEdge: boolean): void {
    if (!this.#inCell || this.#text === '' || (isEdge && this.#text.endsWith('\n'))) return;
    this.#text = `${this.#text.endsWith(' ') ? this.#text.slice(0, -1) : this.#text}\n`;
  }

  close(name: string): void {
    if (name === 'td' || name === 'th' || name === 'tr') this.#endCell();
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#endCell();
    this.#writer.end();
  }

  emit(name: string, output: ReaderOutput): void {
    output.beginSheet(name, false);
    for (const chunk of this.#chunks) output.chunk(chunk);
    output.endSheet(this.#facts.facts());
  }

  #beginRow(hidden: boolean): void {
    this.#row++;
    this.#column = 0;
    if (hidden) this.#facts.hideRows(this.#row);
    this.#writer.beginRow(this.#row);
  }

  #beginCell(attributes: Attributes): void {
    if (this.#row < 0) this.#beginRow(false);
    while ((this.#takenUntil[this.#column] ?? 0) > this.#row) this.#column++;
    this.#across = spanOf(attributes, 'colspan', mostAcross);
    const down = spanOf(attributes, 'rowspan', mostDown);
    const last = this.#column + this.#across - 1;
    this.#facts.addMerged(this.#row, this.#column, this.#row + down - 1, last);
    if (down > 1) this.#takenUntil.fill(this.#row + down, this.#column, last + 1);
    this.#inCell = true;
    this.#text = '';
    this.#number = attributes['x:num'];
  }

  #endCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    this.#writer.addText(this.#column, 'text', this.#written());
    this.#column += this.#across;
  }

  /** Excel shows a long number as 1.38E+10, and older editions write beside it what it really is. */
  #written(): string {
    const shown = this.#text.replaceAll('\u00A0', ' ').trim();
    const number = Number(this.#number ?? '');
    return /^-?\d(?:\.\d+)?E[+-]?\d+$/iu.test(shown) && number !== 0 && Number.isFinite(number)
      ? plainDigits(number)
      : (formulaText(shown) ?? shown);
  }
}

const isHidden = (attributes: Attributes): boolean =>
  attributes['hidden'] !== undefined || /display\s*:\s*none/iu.test(attributes['style'] ?? '');

function spanOf(attributes: Attributes, name: string, most: number): number {
  const span = Number(attributes[name] ?? '1');
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}
