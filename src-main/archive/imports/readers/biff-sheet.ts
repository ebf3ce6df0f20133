import { errorName, rkNumber } from './binary-values.ts';
import { biffTypes, endOf, isBeginning, recordAt, withContinued, type BiffRecord } from './biff-records.ts';
import { biffText } from './biff-text.ts';
import type { BiffWorkbook } from './biff-workbook.ts';
import type { ChunkWriter } from './chunk-writer.ts';
import { plainNumber } from './number-formats.ts';
import { numberText } from './numbers.ts';
import { FactsCollector, type SheetFacts } from './sheet-facts.ts';

const types = biffTypes;

const cellTypes = new Set<number>([
  types.oldInteger,
  types.oldNumber,
  types.oldLabel,
  types.oldBooleanOrError,
  types.formula,
  types.manyRk,
  types.richLabel,
  types.sharedLabel,
  types.number,
  types.label,
  types.booleanOrError,
  types.formula3,
  types.rk,
  types.formula4,
]);

/**
 * Reads the sheet that begins at a place of the stream into the writer.
 *
 * @param progress is told how many bytes of the stream are read.
 */
export function readBiffSheet(
  stream: Buffer,
  begin: number,
  workbook: BiffWorkbook,
  writer: ChunkWriter,
  progress: (done: number) => void,
): SheetFacts {
  const facts = new FactsCollector(workbook.epoch1904);
  const { cells, texts } = findCells(stream, begin, facts);
  const reader = new CellReader(stream, workbook, writer, texts);
  for (const [index, at] of cells.entries()) {
    const record = recordAt(stream, at);
    if (record) reader.add(record);
    if (index % 4_096 === 0) progress(at);
  }
  return facts.facts();
}

/** The records of cells by row, and where the text of formulas stands that give text. */
function findCells(
  stream: Buffer,
  begin: number,
  facts: FactsCollector,
): { cells: number[]; texts: Map<number, number> } {
  const cells: number[] = [];
  const texts = new Map<number, number>();
  let formula = -1;
  let lastRow = 0;
  let isOrdered = true;
  let depth = 0;
  for (let record = recordAt(stream, begin); record; record = recordAt(stream, endOf(record))) {
    const { type, data, at } = record;
    if (isBeginning(type)) depth++;
    else if (type === types.endOfStream) {
      if (--depth <= 0) break;
    } else if (depth > 1) continue;
    else if (cellTypes.has(type)) {
      const row = data.readUInt16LE(0);
      if (row < lastRow) isOrdered = false;
      lastRow = row;
      cells.push(at);
      formula = at;
    } else if (type === types.string || type === types.oldString) texts.set(formula, at);
    else addFact(record, facts);
  }
  // Programs that write cells by themselves may write them column by column.
  if (!isOrdered) cells.sort((a, b) => stream.readUInt16LE(a + 4) - stream.readUInt16LE(b + 4) || a - b);
  return { cells, texts };
}

function addFact({ type, data }: BiffRecord, facts: FactsCollector): void {
  switch (type) {
    case types.row:
      if (data.length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0) facts.hideRows(data.readUInt16LE(0));
      return;
    case types.column:
      if ((data.readUInt16LE(8) & 1) === 1) facts.hideColumns(data.readUInt16LE(0), data.readUInt16LE(2) + 1);
      return;
    case types.filterMode:
      facts.filtered = true;
      return;
    case types.merged:
      for (let at = 2; at + 8 <= data.length; at += 8) {
        facts.addMerged(
          data.readUInt16LE(at),
          data.readUInt16LE(at + 4),
          data.readUInt16LE(at + 2),
          data.readUInt16LE(at + 6),
        );
      }
      return;
    default:
  }
}

/** Writes the cells of records that come row by row. */
class CellReader {
  readonly #stream: Buffer;
  readonly #workbook: BiffWorkbook;
  readonly #writer: ChunkWriter;
  readonly #texts: ReadonlyMap<number, number>;
  /** Where the value of a cell begins, after its place and style. */
  readonly #valueAt: number;
  #row = -1;

  constructor(
    stream: Buffer,
    workbook: BiffWorkbook,
    writer: ChunkWriter,
    texts: ReadonlyMap<number, number>,
  ) {
    this.#stream = stream;
    this.#workbook = workbook;
    this.#writer = writer;
    this.#texts = texts;
    this.#valueAt = workbook.encoding.version === 2 ? 7 : 6;
  }

  add(record: BiffRecord): void {
    const { type, data } = record;
    const row = data.readUInt16LE(0);
    if (row !== this.#row) this.#writer.beginRow(row);
    this.#row = row;
    const column = data.readUInt16LE(2);
    const style = data.readUInt16LE(4);
    const valueAt = this.#valueAt;
    switch (type) {
      case types.oldInteger:
        this.#addNumber(column, -1, data.readUInt16LE(valueAt));
        return;
      case types.oldNumber:
        this.#addNumber(column, -1, data.readDoubleLE(valueAt));
        return;
      case types.number:
        this.#addNumber(column, style, data.readDoubleLE(valueAt));
        return;
      case types.rk:
        this.#addNumber(column, style, rkNumber(data.readInt32LE(valueAt)));
        return;
      case types.manyRk:
        for (let at = 4, next = column; at + 8 <= data.length; at += 6, next++)
          this.#addNumber(next, data.readUInt16LE(at), rkNumber(data.readInt32LE(at + 2)));
        return;
      case types.sharedLabel: {
        const bytes = this.#workbook.strings.get(data.readUInt32LE(valueAt));
        if (bytes) this.#writer.addBytes(column, bytes);
        return;
      }
      case types.label:
      case types.richLabel:
      case types.oldLabel:
        this.#addText(column, record, valueAt);
        return;
      case types.booleanOrError:
      case types.oldBooleanOrError:
        this.#addBooleanOrError(column, data.readUInt8(valueAt), data.readUInt8(valueAt + 1) === 1);
        return;
      default:
        this.#addResult(column, style, record);
    }
  }

  #addNumber(column: number, style: number, value: number): void {
    const { styles, epoch1904 } = this.#workbook;
    const read = numberText(String(value), styles[style] ?? plainNumber, epoch1904);
    if (read) this.#writer.addText(column, read.type, read.text);
  }

  #addText(column: number, record: BiffRecord, at: number): void {
    const { encoding } = this.#workbook;
    const parts = withContinued(this.#stream, record);
    this.#writer.addText(column, 'text', biffText(parts, at, encoding.version === 2 ? 1 : 2, encoding));
  }

  #addBooleanOrError(column: number, value: number, isError: boolean): void {
    if (isError) this.#writer.addText(column, 'error', errorName(value));
    else this.#writer.addText(column, 'boolean', value === 0 ? 'FALSE' : 'TRUE');
  }

  /** What a formula last gave (MS-XLS 2.5.133): a number, or by its last two bytes something else. */
  #addResult(column: number, style: number, record: BiffRecord): void {
    const result = record.data.subarray(this.#valueAt, this.#valueAt + 8);
    if (result.readUInt16LE(6) !== 0xff_ff) {
      this.#addNumber(column, this.#workbook.encoding.version === 2 ? -1 : style, result.readDoubleLE(0));
      return;
    }
    const kind = result.readUInt8(0);
    if (kind === 1 || kind === 2) this.#addBooleanOrError(column, result.readUInt8(2), kind === 2);
    const text = kind === 0 ? this.#texts.get(record.at) : undefined;
    const found = text === undefined ? null : recordAt(this.#stream, text);
    if (found) this.#addText(column, found, 0);
  }
}
