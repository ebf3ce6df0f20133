import type { DateStyle } from '../../../src-shared/date-order.ts';
import { codeOfLabel } from '../../../src-shared/labels.ts';
import { splitList } from '../../../src-shared/list-cells.ts';
import { contactMethodTypes } from '../../../src-shared/contact-methods.ts';
import { cleanText } from '../../../src-shared/text.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import { readMoney } from '../../../src-shared/money.ts';
import { regionText } from '../../../src-shared/region-text.ts';
import { birthdayValue, dateValue } from './field-values.ts';
import { readOwnCell } from './own-fields.ts';
import type { Cell } from './readers/cells.ts';
import { RowBuilder } from './row-builder.ts';
import type { RowColumn } from './row-columns.ts';
import type { RowDraft } from './row-draft.ts';

/** Exports write dates as the archive stores them. */
const asWritten: DateStyle = { order: null, yearLast: false, epoch: 1900 };

/**
 * Reads a row as an export of this program has written it: nothing is split, tidied or derived. It is how a row
 * that comes back unchanged is recognised, whatever odd values the customer holds; null where a cell is none that an
 * export of this customer would write.
 */
export function readExportedRow(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  customer: Customer,
): RowDraft | null {
  const row = new RowBuilder();
  for (const column of columns) {
    const cell = cells.find((one) => one.column === column.column);
    if (cell && !readCell(row, column, cell, customer)) return null;
  }
  if (row.doubts.length > 0) return null;
  return {
    kind: row.kind === '' ? 'company' : row.kind,
    name: row.name,
    importedAs: '',
    fields: row.fields,
    aliases: row.aliases,
    tags: row.tags,
    methods: row.methods,
    contacts: row.contacts(),
  };
}

/** Whether the cell is one that an export writes. */
function readCell(row: RowBuilder, of: RowColumn, cell: Cell, customer: Customer): boolean {
  const { field, contact, column, unit, own } = of;
  const text = cleanText(cell.text);
  const type = contactMethodTypes.find((name) => name === field);
  if (type) {
    for (const value of splitList(cell.text)) row.addMethod(contact, { type, value, label: '', column });
    return true;
  }
  if (own) {
    readOwnCell(row, of, own, cell, text);
    return true;
  }
  switch (field) {
    case 'name':
      row.name = text;
      return true;
    case 'kind':
      row.kind = codeOfLabel('kind', text) ?? '';
      return row.kind !== '';
    case 'stage':
      row.fields.stage = codeOfLabel('stage', text) ?? '';
      return row.fields.stage !== '';
    case 'level':
      row.fields.level = codeOfLabel('level', text) ?? '';
      return row.fields.level !== '';
    case 'gender':
      row.fields.gender = codeOfLabel('gender', text) ?? '';
      return row.fields.gender !== '';
    case 'tags':
      row.tags.push(...splitList(cell.text));
      return true;
    case 'aliases':
      row.aliases.push(...splitList(cell.text));
      return true;
    case 'contactName':
    case 'contactTitle':
    case 'contactDepartment': {
      const of = row.contact(contact ?? 0);
      if (field === 'contactName') of.name = text;
      else if (field === 'contactTitle') of.title = text;
      else of.department = text;
      return true;
    }
    // Region in one cell is shown beside its three parts, or instead of them: it says nothing new.
    case 'region':
      return text === regionText(customer);
    case 'registeredCapital':
      row.fields.registeredCapital = readMoney(text, unit);
      return row.fields.registeredCapital !== null;
    case 'birthday':
      row.fields.birthday = birthdayValue(cell, text, false, asWritten);
      return row.fields.birthday !== '';
    case 'foundedOn':
      row.fields.foundedOn = dateValue(cell, text, asWritten);
      return row.fields.foundedOn !== '';
    default:
      Object.assign(row.fields, { [field]: text });
      return true;
  }
}
