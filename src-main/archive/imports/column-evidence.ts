import { dateOrderOf, isDayAndMonth, type DateOrderEvidence } from '../../../src-shared/date-order.ts';
import { breathe } from '../long-work.ts';
import type { SheetCells } from './sheet-cut.ts';
import { shapeOf, type Shape } from './value-shapes.ts';

/** What the values of a column show. */
export interface ColumnEvidence {
  readonly filled: number;
  /** First filled values, at most five. */
  readonly samples: readonly string[];
  /** Values that were looked at. */
  readonly looked: number;
  /** Share of each shape among them, 0…1. */
  readonly shapes: ReadonlyMap<Shape, number>;
  /** Mean length in UTF-16 units. */
  readonly length: number;
  /** Share of values that are different from each other, 0…1. */
  readonly distinct: number;
  /** Different values among those that were looked at, at most 200, as they first stand there. */
  readonly values: readonly string[];
  /** Whole numbers that count up. */
  readonly countsUp: boolean;
  /** What its dates say about the order of day and month; null when nothing in it could be read in two ways. */
  readonly dateOrder: DateOrderEvidence | null;
}

const lookedAtRows = 200;
const sampleRows = 3_000;
/** Rows between two turns of the event loop. */
const batch = 20;

/** Looks at rows spread over the data, whose positions are given, and gathers what each column holds. */
export async function gatherEvidence(sheet: SheetCells, positions: Uint32Array): Promise<ColumnEvidence[]> {
  const columns = Array.from({ length: sheet.columnCount }, () => ({
    samples: [] as string[],
    looked: 0,
    counts: new Map<Shape, number>(),
    characters: 0,
    numbers: [] as number[],
    values: new Set<string>(),
  }));
  const step = Math.max(1, Math.floor(positions.length / lookedAtRows));
  let missing = columns.length;
  let looked = 0;
  for (let index = 0; index < positions.length; index++) {
    const wanted = index % step === 0;
    if (!wanted && (missing === 0 || index > sampleRows)) continue;
    if (++looked % batch === 0) await breathe();
    for (const cell of sheet.cellsAt(positions[index] ?? 0)) {
      const column = columns[cell.column];
      if (!column) continue;
      if (column.samples.length < 5 && column.samples.push(cell.text) === 5) missing--;
      if (!wanted) continue;
      const shape = shapeOf(cell);
      if (shape === null) continue;
      column.looked++;
      column.counts.set(shape, (column.counts.get(shape) ?? 0) + 1);
      column.characters += cell.text.length;
      column.values.add(cell.text.trim());
      if (/^\d{1,7}$/u.test(cell.text)) column.numbers.push(Number(cell.text));
    }
  }
  const filled = filledCounts(sheet, positions);
  const dates = await dateOrders(
    sheet,
    positions,
    columns.map(({ values }) => [...values].some(isDayAndMonth)),
  );
  return columns.map(({ samples, looked, counts, characters, numbers, values }, column) => ({
    dateOrder: dates[column] ?? null,
    filled: filled[column] ?? 0,
    samples,
    looked,
    shapes: new Map([...counts].map(([shape, count]) => [shape, count / looked])),
    length: looked === 0 ? 0 : characters / looked,
    distinct: looked === 0 ? 0 : values.size / looked,
    values: [...values].slice(0, 200).map((value) => value.slice(0, 200)),
    countsUp:
      looked >= 3 &&
      numbers.length === looked &&
      (numbers[0] ?? 0) <= 1 + (positions[0] ?? 0) &&
      numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0)),
  }));
}

/** More rows are not asked whether a 31st proves which number is the day. */
const datedRows = 20_000;

/** Looks for the order of day and month in far more rows, in those columns where it makes a difference. */
async function dateOrders(
  sheet: SheetCells,
  positions: Uint32Array,
  matters: readonly boolean[],
): Promise<(DateOrderEvidence | null)[]> {
  if (!matters.includes(true)) return matters.map(() => null);
  const values = matters.map(() => new Set<string>());
  const step = Math.ceil(positions.length / datedRows);
  for (let index = 0; index < positions.length; index += Math.max(1, step)) {
    if (index % (batch * 10) === 0) await breathe();
    for (const { column, type, text } of sheet.cellsAt(positions[index] ?? 0)) {
      if (matters[column] && type === 'text') values[column]?.add(text.trim());
    }
  }
  return values.map((texts) => dateOrderOf(texts));
}

function filledCounts(sheet: SheetCells, positions: Uint32Array): Uint32Array {
  const counts = new Uint32Array(sheet.columnCount);
  for (const position of positions) {
    for (const column of sheet.columnsAt(position)) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** The share of values that have one of the shapes. */
export const shareOf = (evidence: ColumnEvidence, ...shapes: readonly Shape[]): number =>
  shapes.reduce((sum, shape) => sum + (evidence.shapes.get(shape) ?? 0), 0);
