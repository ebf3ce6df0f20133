import type { ChunkWriter } from './chunk-writer.ts';
import { plainNumber, type NumberFormat } from './number-formats.ts';
import { isoText, numberText } from './numbers.ts';
import { FactsCollector, type SheetFacts } from './sheet-facts.ts';
import { attribute, readXml } from './xml.ts';
import { isTrue } from './xlsx-parts.ts';
import type { StringTable } from './string-table.ts';
import { unescapeText } from './xlsx-strings.ts';

export interface SheetContext {
  readonly fileName: string;
  readonly strings: StringTable | null;
  readonly styles: readonly NumberFormat[];
  readonly epoch1904: boolean;
}

/** Streams a worksheet part (ECMA-376 part 1, 18.3) into the writer: cached values of formulas, text as written. */
export async function readSheet(
  xml: AsyncIterable<Uint8Array>,
  context: SheetContext,
  writer: ChunkWriter,
): Promise<SheetFacts> {
  const facts = new FactsCollector(context.epoch1904);
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = -1;
  let value = '';
  let taking = false;
  let phonetic = 0;

  await readXml(xml, context.fileName, {
    open(name, attributes, selfClosing) {
      switch (name) {
        case 'c': {
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'], column + 1);
          type = attributes['t'] ?? 'n';
          style = attributes['s'] === undefined ? -1 : Number(attributes['s']);
          value = '';
          break;
        }
        case 'v':
          taking = true;
          break;
        case 't':
          taking = phonetic === 0;
          break;
        case 'rPh':
          if (!selfClosing) phonetic++;
          break;
        case 'row': {
          const number = Number(attributes['r']);
          row = Number.isInteger(number) && number > 0 ? number - 1 : row + 1;
          column = -1;
          writer.beginRow(row);
          if (isTrue(attributes['hidden'])) facts.hideRows(row);
          break;
        }
        case 'col':
          if (isTrue(attributes['hidden']))
            facts.hideColumns(Number(attributes['min']) - 1, Number(attributes['max']));
          break;
        case 'mergeCell':
          addMerged(facts, attribute(attributes, 'ref'));
          break;
        case 'filterColumn':
          facts.filtered = true;
          break;
        default:
      }
    },
    text(part) {
      if (taking) value += part;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh' && phonetic > 0) phonetic--;
      else if (name === 'c' && value !== '') addCell(context, writer, { column, type, style, value });
    },
  });
  return facts.facts();
}

interface WrittenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

function addCell(
  context: SheetContext,
  writer: ChunkWriter,
  { column, type, style, value }: WrittenCell,
): void {
  switch (type) {
    case 's': {
      const bytes = context.strings?.get(Number(value));
      if (bytes) writer.addBytes(column, bytes);
      return;
    }
    case 'n': {
      const number = numberText(value, context.styles[style] ?? plainNumber, context.epoch1904);
      writer.addText(column, number?.type ?? 'text', number?.text ?? value);
      return;
    }
    case 'b':
      writer.addText(column, 'boolean', isTrue(value) ? 'TRUE' : 'FALSE');
      return;
    case 'e':
      writer.addText(column, 'error', value);
      return;
    case 'd':
      writer.addText(column, 'date', isoText(value));
      return;
    default:
      writer.addText(column, 'text', unescapeText(value));
  }
}

/** 0-based column of a reference such as `AB12`; `otherwise` when it names none. */
function columnOf(reference: string, otherwise: number): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const letter = reference.charCodeAt(index) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + (letter - 64);
  }
  return column === 0 ? otherwise : column - 1;
}

function addMerged(facts: FactsCollector, reference: string | undefined): void {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/iu.exec(reference ?? '');
  if (!match) return;
  const [, left = '', top, right = '', bottom] = match;
  facts.addMerged(Number(top) - 1, columnOf(left, 0), Number(bottom) - 1, columnOf(right, 0));
}
