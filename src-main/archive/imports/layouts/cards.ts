import { looksLikeCompany } from '../../../../src-shared/company-names.ts';
import type { Meaning } from '../dictionary-entries.ts';
import type { Cell } from '../readers/cells.ts';
import type { SheetCells } from '../sheet-cut.ts';
import { keyOfLabel, Labels, type LabelledRow, type LabelPair } from './label-pairs.ts';
import type { LaidOut } from './laid-out.ts';
import { sheetOfRecords } from './made-sheet.ts';

/** So many rows decide whether a sheet is cards; a sheet with more rows than the second is none. */
const looked = 60;
const mostRows = 50_000;

const naming: ReadonlySet<Meaning | null> = new Set<Meaning | null>([
  'customerName',
  'companyName',
  'personName',
  'contactName',
]);

/** A customer as a card: labels with their values, and what stood there without one. */
interface Card {
  readonly pairs: LabelPair[];
  readonly strays: Cell[];
}

/**
 * Customers as cards or forms one below the other or side by side: 名称, 电话 and 地址 beside or before their values, again for each
 * customer. Null for any other sheet.
 */
export function cardsOf(sheet: SheetCells): LaidOut | null {
  if (sheet.filledRows < 2 || sheet.filledRows > mostRows) return null;
  const first = readRows(sheet, new Labels(), looked);
  if (!looksLikeCards(first, new Labels())) return null;
  const labels = new Labels(furtherLabels(sheet, first));
  const rows = withNames(readRows(sheet, labels, sheet.filledRows), labels);
  const start = startOf(rows);
  if (start === null) return null;
  const { cards, aside } = collect(rows, start);
  const said = rows.flatMap(({ pairs }) => pairs.filter(({ value }) => value !== null));
  const known = new Set(said.map(({ label }) => labels.meaningOf(label)));
  // A single form has to say more to be one.
  if (![...known].some((meaning) => naming.has(meaning)) || (cards.length < 2 && known.size < 4)) return null;
  return made(sheet, cards, aside, labels);
}

function readRows(sheet: SheetCells, labels: Labels, most: number): LabelledRow[] {
  return Array.from({ length: Math.min(most, sheet.filledRows) }, (_, position) =>
    labels.read(sheet.rowAt(position), sheet.cellsAt(position)),
  );
}

/** Also with one label more than the dictionary knows: 地址 | … | 车型 | C1. */
const isLabelled = ({ pairs, strays }: LabelledRow): boolean => {
  const [first] = pairs;
  if (!first || strays.length === 0) return first !== undefined;
  return strays.length === 2 && first.value !== null && strays.every(({ column }) => column > first.column);
};

/** Nearly all rows are labels with their values, and few of the values look like labels as a header does. */
function looksLikeCards(rows: readonly LabelledRow[], labels: Labels): boolean {
  const whole = rows.filter(isLabelled);
  const pairs = whole.flatMap((row) => row.pairs);
  const filled = pairs.filter(({ value }) => value !== null).length;
  const distinct = new Set(pairs.map(({ label }) => labels.meaningOf(label)).filter((one) => one !== null));
  const body = rows.filter((row) => row.pairs.length > 0 || row.strays.length > 1).length;
  return (
    whole.length >= 2 && whole.length * 4 >= body * 3 && filled * 2 >= pairs.length && distinct.size >= 2
  );
}

/** Labels that the dictionary does not know: they stand in the columns of labels, again and again. */
function furtherLabels(sheet: SheetCells, rows: readonly LabelledRow[]): Set<string> {
  const columns = new Set(rows.flatMap(({ pairs }) => pairs.map(({ column }) => column)));
  const values = new Set(rows.flatMap(({ pairs }) => pairs.map(({ valueColumn }) => valueColumn)));
  const times = new Map<string, number>();
  for (const { strays } of rows) {
    for (const [at, { column, type, text }] of strays.entries()) {
      // A label has its value beside it.
      if (at === strays.length - 1) continue;
      if (type !== 'text' || !columns.has(column) || values.has(column) || text.trim().length > 14) continue;
      if (looksLikeCompany(text)) continue;
      const key = keyOfLabel(text);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  const isForm = sheet.filledRows <= looked && times.size <= 12;
  return new Set(
    [...times].filter(([key, count]) => key !== '' && (count > 1 || isForm)).map(([key]) => key),
  );
}

/** Where no label names anybody, the line without one above the labels does. */
function withNames(rows: readonly LabelledRow[], labels: Labels): readonly LabelledRow[] {
  const all = rows.flatMap(({ pairs }) => pairs);
  if (all.some(({ label }) => naming.has(labels.meaningOf(label)))) return rows;
  const first = all[0]?.key;
  return rows.map((line, index) => {
    const [stray] = line.strays;
    const isAbove = rows[index + 1]?.pairs[0]?.key === first;
    if (!stray || line.strays.length > 1 || line.pairs.length > 0 || !isAbove) return line;
    const { column } = stray;
    const pair = { row: line.row, column, valueColumn: column, label: '名称', key: '名称', value: stray };
    return { row: line.row, pairs: [pair], strays: [] };
  });
}

/** The label that every card begins with: the first that is about as frequent as the most frequent one. */
function startOf(rows: readonly LabelledRow[]): string | null {
  const times = new Map<string, number>();
  for (const { pairs } of rows) for (const { key } of pairs) times.set(key, (times.get(key) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return [...times].find(([, count]) => count * 10 >= most * 7)?.[0] ?? null;
}

function collect(rows: readonly LabelledRow[], start: string): { cards: Card[]; aside: string[] } {
  // Cards beside each other begin in columns of their own.
  const begins = [
    ...new Set(
      rows.flatMap(({ pairs }) => pairs.filter(({ key }) => key === start).map(({ column }) => column)),
    ),
  ];
  const laneOf = (column: number): number =>
    begins.reduce((lane, begin) => (begin <= column && begin > lane ? begin : lane), Math.min(...begins));
  const cards: Card[] = [];
  const open = new Map<number, Card>();
  const aside: string[] = [];
  let before = -1;
  for (const { row, pairs, strays } of rows) {
    const isApart = row > before + 1;
    before = row;
    for (const pair of pairs) {
      const lane = laneOf(pair.column);
      let card = open.get(lane);
      const isAgain = isApart && card?.pairs.some(({ key }) => key === pair.key) === true;
      if (!card || (pair.key === start && card.pairs.some(({ key }) => key === start)) || isAgain) {
        card = { pairs: [], strays: [] };
        open.set(lane, card);
        cards.push(card);
      }
      card.pairs.push(pair);
    }
    for (const stray of strays) {
      const card = open.get(laneOf(stray.column));
      if (card) card.strays.push(stray);
      else aside.push(stray.text.trim());
    }
  }
  return { cards, aside };
}

/** What stands on many cards without being a label, or numbers them, says nothing about a customer. */
function plainTexts(cards: readonly Card[]): (text: string) => boolean {
  const times = new Map<string, number>();
  for (const { strays } of cards)
    for (const text of new Set(strays.map((stray) => stray.text.trim())))
      times.set(text, (times.get(text) ?? 0) + 1);
  return (text) =>
    (cards.length > 1 && (times.get(text) ?? 0) * 2 > cards.length) ||
    !/[\p{L}\p{N}]/u.test(text) ||
    /^(?:客户|会员|卡片?|编号|no\.?|第)?\s*\d{1,5}\s*[号张位]?$/iu.test(text);
}

function made(sheet: SheetCells, cards: readonly Card[], aside: readonly string[], labels: Labels): LaidOut {
  const columns = new Map<string, string>();
  const isPlain = plainTexts(cards);
  const hasNotes = cards.some(({ pairs }) => pairs.some(({ label }) => labels.meaningOf(label) === 'notes'));
  const records = cards.map(({ pairs, strays }) => {
    const record = new Map<string, Cell>();
    for (const { key, label, value } of pairs) {
      // 电话 twice on a card are two columns.
      let place = key;
      for (let more = 2; record.has(place); more++) place = `${key}#${more}`;
      if (!columns.has(place)) columns.set(place, label.trim());
      if (value) record.set(place, value);
    }
    const rest = strays.map(({ text }) => text.trim()).filter((text) => !isPlain(text));
    if (rest.length > 0) record.set('', { column: 0, type: 'text', text: rest.join(' ') });
    return record;
  });
  columns.set('', hasNotes ? '其他备注' : '备注');
  const filled = records.filter((record) => record.size > 0);
  const example = cards[0]?.pairs.find(({ value }) => value)?.value?.text ?? '';
  return {
    type: 'cards',
    sheet: sheetOfRecords(sheet, filled, columns),
    count: filled.length,
    example,
    aside: [...aside],
  };
}
