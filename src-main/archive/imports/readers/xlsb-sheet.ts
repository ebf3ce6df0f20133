import { errorName, rkNumber } from './binary-values.ts';
import type { ChunkWriter } from './chunk-writer.ts';
import { plainNumber } from './number-formats.ts';
import { numberText } from './numbers.ts';
import { FactsCollector, type SheetFacts } from './sheet-facts.ts';
import { readRecords, recordTypes, wideText } from './xlsb-records.ts';
import type { SheetContext } from './xlsx-sheet.ts';

/** Streams a binary worksheet part (MS-XLSB 2.1.7.62) into the writer. */
export async function readBinarySheet(
  part: AsyncIterable<Uint8Array>,
  context: SheetContext,
  writer: ChunkWriter,
): Promise<SheetFacts> {
  const facts = new FactsCollector(context.epoch1904);
  let column = -1;
  await readRecords(part, (type, data) => {
    switch (type) {
      case recordTypes.row: {
        const row = data.readUInt32LE(0);
        column = -1;
        writer.beginRow(row);
        if ((data.readUInt8(11) & 0x10) !== 0) facts.hideRows(row);
        return;
      }
      case recordTypes.column:
        if ((data.readUInt16LE(16) & 1) === 1)
          facts.hideColumns(data.readUInt32LE(0), data.readUInt32LE(4) + 1);
        return;
      case recordTypes.mergedCell: {
        const [top, bottom, left, right] = [0, 4, 8, 12].map((at) => data.readUInt32LE(at));
        facts.addMerged(top ?? -1, left ?? -1, bottom ?? -1, right ?? -1);
        return;
      }
      case recordTypes.filterColumn:
        facts.filtered = true;
        return;
      default: {
        // Cells beside the one before may come without their column, under numbers of their own.
        const isShort = type >= firstShort && type <= lastShort;
        const cellType = isShort ? type - firstShort + 1 : type;
        if (cellType > recordTypes.formulaError && cellType !== recordTypes.richText) return;
        column = isShort ? column + 1 : data.readUInt32LE(0);
        const style = data.readUIntLE(isShort ? 0 : 4, 3);
        addCell({ type: cellType, column, style, value: data.subarray(isShort ? 4 : 8) }, context, writer);
      }
    }
  });
  return facts.facts();
}

const firstShort = 12;
const lastShort = 18;

interface BinaryCell {
  readonly type: number;
  readonly column: number;
  readonly style: number;
  readonly value: Buffer;
}

function addCell(
  { type, column, style, value }: BinaryCell,
  context: SheetContext,
  writer: ChunkWriter,
): void {
  const addNumber = (number: number): void => {
    const read = numberText(String(number), context.styles[style] ?? plainNumber, context.epoch1904);
    if (read) writer.addText(column, read.type, read.text);
  };
  switch (type) {
    case recordTypes.rk:
      addNumber(rkNumber(value.readInt32LE(0)));
      return;
    case recordTypes.real:
    case recordTypes.formulaNumber:
      addNumber(value.readDoubleLE(0));
      return;
    case recordTypes.sharedText: {
      const bytes = context.strings?.get(value.readUInt32LE(0));
      if (bytes) writer.addBytes(column, bytes);
      return;
    }
    case recordTypes.text:
    case recordTypes.formulaText:
      writer.addText(column, 'text', wideText(value, 0).text);
      return;
    case recordTypes.richText:
      writer.addText(column, 'text', wideText(value, 1).text);
      return;
    case recordTypes.boolean:
    case recordTypes.formulaBoolean:
      writer.addText(column, 'boolean', value.readUInt8(0) === 0 ? 'FALSE' : 'TRUE');
      return;
    case recordTypes.error:
    case recordTypes.formulaError:
      writer.addText(column, 'error', errorName(value.readUInt8(0)));
      return;
    default:
  }
}
