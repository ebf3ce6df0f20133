import type { Cell } from '../readers/cells.ts';
import type { SheetCells } from '../sheet-cut.ts';
import { Labels } from './label-pairs.ts';
import type { LaidOut } from './laid-out.ts';
import { sheetOfRecords } from './made-sheet.ts';

/** A sheet that is turned has few rows, each a field. */
const mostRows = 60;

const naming = /^(?:customerName|companyName|personName|contactName)$/u;

/** What every customer of a sheet has of its own, and no label of a form looks like. */
const numbered = /^(?:mobile|phone|identityNumber|creditCode|email)$/u;

/**
 * A table turned on its side: the labels below each other in the first column, and a customer in each of the others.
 *
 * @param surely only where every column has a name, and numbers stand beside each other as they do on no form.
 */
export function turnedOf(sheet: SheetCells, surely = false): LaidOut | null {
  if (sheet.filledRows < 3 || sheet.filledRows > mostRows || sheet.columnCount < 3) return null;
  const labels = new Labels();
  const all = Array.from({ length: sheet.filledRows }, (_, position) => sheet.cellsAt(position));
  const aside = all.filter((cells) => cells.length === 1).map(([cell]) => cell?.text.trim() ?? '');
  const rows = all.filter((cells) => cells.length > 1);
  const lead = rows[0]?.[0]?.column ?? 0;
  const fields = rows.map((cells) => {
    const [label, ...values] = cells;
    const meaning = label?.column === lead ? labels.meaningOf(label.text.trim()) : null;
    return { label: label?.text.trim() ?? '', meaning, values };
  });
  const known = fields.filter(({ meaning }) => meaning !== null);
  const texts = new Set(fields.map(({ label }) => label));
  const isTurned =
    rows.length >= 3 &&
    known.length * 10 >= fields.length * 7 &&
    texts.size === fields.length &&
    fields.every(
      ({ values }) => !values.some(({ type, text }) => type === 'text' && labels.isLabel(text.trim())),
    );
  const named = known.find(({ meaning }) => naming.test(meaning ?? ''));
  if (!isTurned || !named) return null;
  const customers = new Map<number, Map<string, Cell>>();
  for (const { label, values } of fields) {
    for (const value of values) {
      let record = customers.get(value.column);
      if (!record) customers.set(value.column, (record = new Map()));
      record.set(label, value);
    }
  }
  const records = [...customers].toSorted(([a], [b]) => a - b).map(([, record]) => record);
  if (records.length < 2) return null;
  const hasNumbers = known.some(
    ({ meaning, values }) =>
      numbered.test(meaning ?? '') && values.length > 1 && values.every(({ text }) => isNumber(text)),
  );
  if (surely && (!hasNumbers || named.values.length < records.length)) return null;
  const columns = new Map(fields.map(({ label }) => [label, label.replace(/[:：\s]+$/u, '')]));
  const example = fields[0]?.values[0]?.text ?? '';
  return {
    type: 'turned',
    sheet: sheetOfRecords(sheet, records, columns),
    count: records.length,
    example,
    aside,
  };
}

const isNumber = (text: string): boolean => text.includes('@') || text.replace(/\D/gu, '').length >= 7;
