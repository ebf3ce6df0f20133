import { isAddress, isPersonName, looksLikeCompany } from '../../../../src-shared/company-names.ts';
import { readLabels } from '../../../../src-shared/pasted-labels.ts';
import { splitPhones } from '../../../../src-shared/phones.ts';
import { halfWidth } from '../../../../src-shared/width.ts';
import { findHeader } from '../header.ts';
import type { SheetCells } from '../sheet-cut.ts';
import type { LaidOut } from './laid-out.ts';
import { lineColumns, readLine } from './line-fields.ts';
import { sheetOfRecords } from './made-sheet.ts';

/** No list that people write by hand has more lines. */
const mostLines = 5_000;
const looked = 100;
const longestLine = 1_000;

/** A line of text, and whether it follows a blank one. */
interface Line {
  readonly text: string;
  readonly isApart: boolean;
}

/** The lines of each customer, and those that belong to none. */
interface Records {
  readonly records: readonly (readonly string[])[];
  readonly aside: readonly string[];
}

/**
 * People in lines of text: a 接龙 with its numbers, a line for each with name, phone and whatever else, or a few lines for
 * each. Null for any other sheet.
 */
export function linesOf(sheet: SheetCells, delimiter: string | null): LaidOut | null {
  if (sheet.filledRows < 2 || sheet.filledRows > mostLines) return null;
  const isText = delimiter !== null && !isTable(sheet);
  const sample = Array.from({ length: Math.min(looked, sheet.filledRows) }, (_, at) => sheet.columnsAt(at));
  if (!isText && sample.some(({ length }) => length > 1)) return null;
  const lines = linesIn(sheet, delimiter ?? ' ');
  if (lines.some(({ text }) => text.length > longestLine)) return null;
  const found =
    numbered(lines) ?? (findHeader(sheet) ? null : (single(lines) ?? blocks(lines) ?? periods(lines)));
  if (!found) return null;
  const records = found.records.map(readLine);
  return {
    type: 'lines',
    sheet: sheetOfRecords(sheet, records, lineColumns),
    count: records.length,
    example: found.records[0]?.[0] ?? '',
    aside: [...found.aside],
  };
}

/** Whether nearly every line has the same number of fields, and the first of them is a number or a name alone. */
function isTable(sheet: SheetCells): boolean {
  const rows = Array.from({ length: Math.min(looked, sheet.filledRows) }, (_, at) => sheet.cellsAt(at));
  const several = rows.filter((cells) => cells.length > 1);
  const plain = several.filter(([first]) => numberOf(first?.text ?? '') === null);
  return several.length * 2 > rows.length && plain.length * 5 > several.length * 2;
}

function linesIn(sheet: SheetCells, delimiter: string): Line[] {
  const between = delimiter === '\t' ? ' ' : delimiter;
  return Array.from({ length: sheet.filledRows }, (_, at) => ({
    // A cell may hold several lines.
    texts: sheet
      .cellsAt(at)
      .map(({ text }) => text.trim())
      .join(between)
      .split(/\r?\n/u),
    isApart: at > 0 && sheet.rowAt(at) > sheet.rowAt(at - 1) + 1,
  })).flatMap(({ texts, isApart }) =>
    texts
      .map((text, at) => ({ text: text.trim(), isApart: isApart && at === 0 }))
      .filter(({ text }) => text !== ''),
  );
}

const numbering =
  /^[\s#＃([（【]*(\d{1,4})\s*(?:[.、．,，)）\]】:：]\s*|\s+)(?=[^\d\s]|1[3-9]\d{9}|\d{1,3}[-栋幢号座])/u;

/** The number that a line of a 接龙 begins with; null without one. */
const numberOf = (text: string): number | null => {
  const found = numbering.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

const withoutNumber = (text: string): string => text.replace(numbering, '');

/** 1. 张三 …, 2. 李四 …: what stands between two numbers belongs to the first of them. */
function numbered(lines: readonly Line[]): Records | null {
  const numbers = lines.map(({ text }) => numberOf(text));
  const first = numbers.findIndex((number) => number !== null);
  const own = numbers.filter((number) => number !== null);
  const rising = own.filter((number, at) => at === 0 || number > (own[at - 1] ?? 0)).length;
  if (first < 0 || own.length < 2 || rising * 5 < own.length * 4) return null;
  if (own.length * 5 < (lines.length - first) * 2) return null;
  const isChain = lines.slice(0, first + 1).some(({ text }) => /接龙/u.test(text));
  const somebody = lines.filter(({ text }, at) => numbers[at] !== null && namesSomebody(withoutNumber(text)));
  if (!isChain && (somebody.length * 5 < own.length * 3 || (first === 0 && own.length < 3 && own[0] !== 1)))
    return null;
  const records: string[][] = [];
  const aside: string[] = [];
  for (const [at, { text }] of lines.entries()) {
    // 例：1. 张三 138… shows how it is meant.
    if (numbers[at] !== null) records.push([withoutNumber(text)]);
    else (records.at(-1) ?? aside).push(text);
  }
  return { records, aside };
}

const hasPhone = (text: string): boolean => splitPhones(text).phones.some(({ valid }) => valid);
const isName = (text: string): boolean => isPersonName(text) || isAddress(text) || looksLikeCompany(text);
const namesSomebody = (text: string): boolean =>
  hasPhone(text) || text.split(/[\s,，;；、:：+＋]+/u).some((word) => word.length <= 20 && isName(word));

/** A line with a phone, and with words besides. */
const isWhole = ({ text }: Line): boolean => {
  const { pairs } = readLabels(halfWidth(text));
  if (pairs.length > 2) return true;
  return hasPhone(text) && text.replace(/[^\p{L}]/gu, '').length >= 2;
};

/** Every line is somebody. */
function single(lines: readonly Line[]): Records | null {
  if (lines.length < 2 || lines.filter(isWhole).length * 5 < lines.length * 3) return null;
  const first = lines.findIndex(isWhole);
  const texts = lines.map(({ text }) => text);
  // A title above the list.
  const from = first <= 2 && !texts.slice(0, first).some(namesSomebody) ? first : 0;
  return { records: texts.slice(from).map((text) => [text]), aside: texts.slice(0, from) };
}

/** A few lines for each, with blank ones between them. */
function blocks(lines: readonly Line[]): Records | null {
  const records: string[][] = [];
  for (const { text, isApart } of lines) {
    if (isApart || records.length === 0) records.push([]);
    records.at(-1)?.push(text);
  }
  const isOne = (texts: readonly string[]): boolean =>
    texts.length > 1 && texts.length <= 12 && texts.filter(hasPhone).length === 1;
  const whole = records.filter(isOne);
  if (whole.length < 2 || whole.length * 10 < records.length * 7) return null;
  const [title] = records;
  const isTitle = title !== undefined && title.length === 1 && !namesSomebody(title[0] ?? '');
  return { records: isTitle ? records.slice(1) : records, aside: isTitle ? title : [] };
}

/** As many lines for each, the first of them a name. */
function periods(lines: readonly Line[]): Records | null {
  for (let length = 2; length <= 5; length++) {
    if (lines.length % length !== 0 || lines.length < 2 * length) continue;
    const records = Array.from({ length: lines.length / length }, (_, at) =>
      lines.slice(at * length, (at + 1) * length).map(({ text }) => text),
    );
    const isOne = (texts: readonly string[]): boolean =>
      isName(texts[0] ?? '') && texts.filter(hasPhone).length === 1;
    if (records.filter(isOne).length * 10 >= records.length * 9) return { records, aside: [] };
  }
  return null;
}
