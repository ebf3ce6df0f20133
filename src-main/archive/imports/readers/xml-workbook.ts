import type { CellType, SheetChunk } from './cells.ts';
import { ChunkWriter, type TextBudget } from './chunk-writer.ts';
import type { ReaderOutput } from './messages.ts';
import { plainNumber, readFormatCode, type NumberFormat } from './number-formats.ts';
import { isoText, numberText } from './numbers.ts';
import { FactsCollector } from './sheet-facts.ts';
import { attribute, readXmlText, type XmlListener } from './xml.ts';

/** Whether text is a workbook in the XML of Excel 2002 and 2003 (SpreadsheetML), as many programs still export. */
export const isXmlWorkbook = (start: string): boolean =>
  /^\s*<(?:\?|!--|(?:\w+:)?Workbook)/u.test(start) &&
  start.includes('urn:schemas-microsoft-com:office:spreadsheet');

/** Reads all worksheets of such a workbook. */
export function readXmlWorkbook(text: string, fileName: string, output: ReaderOutput): void {
  const reader = new WorkbookReader(fileName, output);
  readXmlText(text, fileName, reader, (done) => output.progress(done, text.length));
}

type Attributes = Readonly<Record<string, string>>;

class WorkbookReader implements XmlListener {
  readonly #fileName: string;
  readonly #output: ReaderOutput;
  readonly #budget: TextBudget = { used: 0 };
  readonly #formats = new Map<string, NumberFormat>();
  #style = '';
  #epoch1904 = false;
  #sheet: SheetReader | null = null;
  /** The element whose text is wanted, while it is open. */
  #taking: string | null = null;
  #text = '';
  #inRemark = false;

  constructor(fileName: string, output: ReaderOutput) {
    this.#fileName = fileName;
    this.#output = output;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#inRemark) return;
    switch (name) {
      case 'Style':
        this.#style = attribute(attributes, 'ID') ?? '';
        return;
      case 'NumberFormat':
        this.#formats.set(this.#style, readFormatCode(attribute(attributes, 'Format') ?? ''));
        return;
      case 'Date1904':
        this.#epoch1904 = true;
        return;
      case 'Worksheet':
        this.#sheet = new SheetReader(
          attribute(attributes, 'Name') ?? '',
          (emit) => new ChunkWriter(this.#fileName, this.#budget, emit),
          this.#formats,
          this.#epoch1904,
        );
        return;
      case 'Comment':
        this.#inRemark = true;
        return;
      case 'Data':
      case 'Visible':
        this.#taking = name;
        this.#text = '';
        break;
      default:
    }
    this.#sheet?.open(name, attributes);
  }

  text(part: string): void {
    if (this.#taking !== null) this.#text += part;
  }

  close(name: string): void {
    if (name === 'Comment') this.#inRemark = false;
    if (this.#inRemark) return;
    if (name === this.#taking) {
      this.#taking = null;
      if (name === 'Data') this.#sheet?.addData(this.#text);
      else if (this.#sheet) this.#sheet.hidden = this.#text.trim().startsWith('SheetHidden');
    } else if (name === 'Worksheet') {
      this.#sheet?.end(this.#output);
      this.#sheet = null;
    }
  }
}

/** One worksheet. Its chunks are kept until its end, as only there it says whether it is hidden. */
class SheetReader {
  hidden = false;
  readonly #name: string;
  readonly #formats: ReadonlyMap<string, NumberFormat>;
  readonly #facts: FactsCollector;
  readonly #chunks: SheetChunk[] = [];
  readonly #writer: ChunkWriter;
  #row = -1;
  #rowSpan = 0;
  #column = -1;
  /** The column after the columns described so far. */
  #described = 0;
  #across = 0;
  #style: string | undefined;
  #type = '';

  constructor(
    name: string,
    writerTo: (emit: (chunk: SheetChunk) => void) => ChunkWriter,
    formats: ReadonlyMap<string, NumberFormat>,
    epoch1904: boolean,
  ) {
    this.#name = name;
    this.#formats = formats;
    this.#facts = new FactsCollector(epoch1904);
    this.#writer = writerTo((chunk) => this.#chunks.push(chunk));
  }

  open(name: string, attributes: Attributes): void {
    const index = whole(attribute(attributes, 'Index')) - 1;
    const span = whole(attribute(attributes, 'Span'));
    const hidden = attribute(attributes, 'Hidden') === '1';
    switch (name) {
      case 'Column': {
        const from = index >= 0 ? index : this.#described;
        this.#described = from + span + 1;
        if (hidden) this.#facts.hideColumns(from, this.#described);
        return;
      }
      case 'Row':
        this.#row = index >= 0 ? index : this.#row + 1 + this.#rowSpan;
        this.#rowSpan = span;
        this.#column = -1;
        this.#across = 0;
        if (hidden) this.#facts.hideRows(this.#row, this.#row + span + 1);
        this.#writer.beginRow(this.#row);
        return;
      case 'Cell': {
        this.#column = index >= 0 ? index : this.#column + 1 + this.#across;
        this.#across = whole(attribute(attributes, 'MergeAcross'));
        const down = whole(attribute(attributes, 'MergeDown'));
        this.#facts.addMerged(this.#row, this.#column, this.#row + down, this.#column + this.#across);
        this.#style = attribute(attributes, 'StyleID');
        return;
      }
      case 'Data':
        this.#type = attribute(attributes, 'Type') ?? 'String';
        return;
      case 'AutoFilterColumn':
        this.#facts.filtered ||= (attribute(attributes, 'Type') ?? 'All') !== 'All';
        return;
      default:
    }
  }

  addData(text: string): void {
    const { type, text: written } = this.#valueOf(text);
    if (this.#row >= 0 && this.#column >= 0) this.#writer.addText(this.#column, type, written);
  }

  end(output: ReaderOutput): void {
    this.#writer.end();
    output.beginSheet(this.#name, this.hidden);
    for (const chunk of this.#chunks) output.chunk(chunk);
    output.endSheet(this.#facts.facts());
  }

  #valueOf(text: string): { readonly type: CellType; readonly text: string } {
    switch (this.#type) {
      case 'Number': {
        const format = this.#formats.get(this.#style ?? 'Default') ?? plainNumber;
        return numberText(text, format, this.#facts.epoch1904) ?? { type: 'text', text };
      }
      case 'DateTime':
        // A time of no day is written as one of the day before the first.
        return { type: 'date', text: isoText(text).replace(/^1899-12-3[01] /u, '') };
      case 'Boolean':
        return { type: 'boolean', text: text.trim() === '1' ? 'TRUE' : 'FALSE' };
      case 'Error':
        return { type: 'error', text };
      default:
        return { type: 'text', text };
    }
  }
}

/** More rows or columns than any sheet has are none. */
const mostCounted = 1_048_576;

/** A whole number of an attribute; 0 when it has none. */
function whole(text: string | undefined): number {
  const number = Number(text ?? '0');
  return Number.isInteger(number) && number > 0 ? Math.min(number, mostCounted) : 0;
}
