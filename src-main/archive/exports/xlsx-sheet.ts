import { isFormulaLike } from '../../../src-shared/exports-guard.ts';
import { dateSerial, timeSerial, type Cell } from './cells.ts';
import type { ColumnHelp, Sheet, SheetColumn } from './sheet.ts';
import { declaration, main } from './xlsx-names.ts';
import { styleOfTone, styles } from './xlsx-styles.ts';
import { cellText, columnName, escapeXml } from './xlsx-text.ts';

/** Excel has no more rows. */
const lastRow = 1_048_576;

/** The sheet part, piece by piece: the header stays in view, and every column can be filtered. */
export async function* sheetXml(sheet: Sheet): AsyncGenerator<Buffer> {
  const head = sheet.head?.rows ?? [sheet.columns.map(({ header }) => header)];
  const last = columnName(sheet.columns.length - 1);
  const header = head.map((row) => `<row>${row.map((text) => textXml(text, styles.header)).join('')}</row>`);
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="${head.length}" topLeftCell="A${head.length + 1}" activePane="bottomLeft" state="frozen"/>` +
      `</sheetView></sheetViews><cols>${sheet.columns.map(columnXml).join('')}</cols><sheetData>${header.join('')}`,
  );
  let count = head.length;
  for await (const rows of sheet.rows) {
    count += rows.length;
    yield Buffer.from(rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join(''));
  }
  yield Buffer.from(
    `</sheetData>${sheet.filter === false ? '' : `<autoFilter ref="A${head.length}:${last}${count}"/>`}` +
      mergedXml(sheet.head?.merged ?? []) +
      validationsXml(sheet.columns, head.length + 1) +
      // Phones and ids are text on purpose: no green corner in every cell.
      `<ignoredErrors><ignoredError sqref="A1:${last}${lastRow}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  );
}

const columnXml = ({ width, asText }: SheetColumn, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}"${asText === true ? ` style="${styles.text}"` : ''} customWidth="1"/>`;

const mergedXml = (merged: readonly string[]): string =>
  merged.length === 0
    ? ''
    : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** Lists to choose from and hints, for every row from `first` on. What is not in a list may be written all the same. */
function validationsXml(columns: readonly SheetColumn[], first: number): string {
  const validations = columns.flatMap(({ help }, index) =>
    help === undefined ? [] : validationXml(help, columnName(index), first),
  );
  return validations.length === 0
    ? ''
    : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
}

const validationXml = ({ title, text, choices }: ColumnHelp, column: string, first: number): string => {
  const list = choices === undefined ? '' : `<formula1>${choicesFormula(choices)}</formula1>`;
  return (
    `<dataValidation${choices === undefined ? '' : ' type="list"'} allowBlank="1" showInputMessage="1"` +
    ` promptTitle="${escapeXml(title)}" prompt="${escapeXml(text)}" sqref="${column}${first}:${column}${lastRow}">` +
    `${list}</dataValidation>`
  );
};

/** Words stand in quotes as they are; a range stands for what is in its cells. */
const choicesFormula = (choices: NonNullable<ColumnHelp['choices']>): string =>
  'range' in choices ? `'${escapeXml(choices.sheet)}'!${choices.range}` : `"${escapeXml(choices.join(','))}"`;

const cellXml = (cell: Cell): string => {
  if (cell.type === 'empty') return '<c/>';
  if (cell.type === 'number') return `<c s="${styles.money}"><v>${cell.value}</v></c>`;
  if (cell.type === 'date') return serialXml(dateSerial(cell.date), styles.date, cell.date);
  if (cell.type === 'time') return serialXml(timeSerial(cell.at), styles.time, cell.at);
  if (cell.tone !== undefined) return textXml(cell.text, styleOfTone[cell.tone]);
  if (cell.type === 'code' || isFormulaLike(cell.text)) return textXml(cell.text, styles.text);
  return textXml(cell.text, cell.text.includes('\n') ? styles.lines : styles.general);
};

const serialXml = (serial: number | null, style: number, text: string): string =>
  serial === null ? textXml(text, styles.text) : `<c s="${style}"><v>${serial}</v></c>`;

const textXml = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`;
