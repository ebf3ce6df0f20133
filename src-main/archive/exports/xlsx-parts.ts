import { isFormulaLike } from '../../../src-shared/exports-guard.ts';
import { dateSerial, timeSerial, type Cell } from './cells.ts';
import type { Sheet } from './sheet.ts';

export const sheetPart = 'xl/worksheets/sheet1.xml';

/** Indices into `cellXfs` of the styles part. */
const styles = { general: 0, header: 1, text: 2, date: 3, time: 4, money: 5, lines: 6 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of the workbook beside its one sheet, by name. */
export const fixedParts = (sheetName: string): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${packaged}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
      `<Override PartName="/${sheetPart}" ContentType="${type}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${packaged}/relationships">` +
      `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
      `<sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${packaged}/relationships">` +
      `<Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', stylesXml()],
];

const xf = (format: number, more = '/>') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}`;

function stylesXml(): string {
  return (
    `${declaration}<styleSheet xmlns="${main}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEAF1F8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="7">${xf(0)}` +
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>' +
    `${xf(49)}${xf(164)}${xf(165)}${xf(4)}${xf(0, ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>')}` +
    '</cellXfs></styleSheet>'
  );
}

/** The sheet part, piece by piece: the header stays in view, and every column can be filtered. */
export async function* sheetXml(sheet: Sheet): AsyncGenerator<Buffer> {
  const last = columnName(sheet.columns.length - 1);
  const columns = sheet.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = sheet.columns.map(({ header }) => textXml(header, styles.header));
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns.join('')}</cols><sheetData><row>${header.join('')}</row>`,
  );
  let count = 1;
  for await (const rows of sheet.rows) {
    count += rows.length;
    yield Buffer.from(rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join(''));
  }
  yield Buffer.from(`</sheetData><autoFilter ref="A1:${last}${count}"/></worksheet>`);
}

const cellXml = (cell: Cell): string => {
  if (cell.type === 'empty') return '<c/>';
  if (cell.type === 'number') return `<c s="${styles.money}"><v>${cell.value}</v></c>`;
  if (cell.type === 'date') return serialXml(dateSerial(cell.date), styles.date, cell.date);
  if (cell.type === 'time') return serialXml(timeSerial(cell.at), styles.time, cell.at);
  if (cell.type === 'code' || isFormulaLike(cell.text)) return textXml(cell.text, styles.text);
  return textXml(cell.text, cell.text.includes('\n') ? styles.lines : styles.general);
};

const serialXml = (serial: number | null, style: number, text: string): string =>
  serial === null ? textXml(text, styles.text) : `<c s="${style}"><v>${serial}</v></c>`;

const textXml = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeUnderscore(shortened(text)))}</t></is></c>`;

/** Excel declares a workbook damaged when a cell holds more UTF-16 units than this. */
const cellLimit = 32_767;
const cut = '…（超出单元格上限）';

const shortened = (text: string): string =>
  text.length <= cellLimit ? text : text.slice(0, cellLimit - cut.length) + cut;

/** `_x0041_` in a text would be read as a character's number (ECMA-376 part 1, 22.9.2.19): its first sign is named. */
const escapeUnderscore = (text: string): string =>
  text.includes('_x') ? text.replace(/_(?=x[0-9A-F]{4}_)/giu, '_x005F_') : text;

// eslint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const needsEscape = /[&<>"\r]/u;

function escapeXml(text: string): string {
  const whole = text.replace(notXml, '');
  if (!needsEscape.test(whole)) return whole;
  return whole
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** 0 → A, 26 → AA */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
