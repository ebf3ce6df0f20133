import { buildZip, type ZipEntry } from './build-zip.ts';

/** A cell of a test workbook: a plain value, or one with a number format, a formula, or XML of its own. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly result: string | number }
  | { readonly error: string }
  | { readonly xml: string };

export interface TestSheet {
  readonly name?: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** `A1:C1` */
  readonly merged?: readonly string[];
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly state?: 'hidden' | 'veryHidden';
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly epoch1904?: boolean;
  /** Texts stand in the cells instead of in the shared strings. */
  readonly inline?: boolean;
  /** Entries in place of those of the same name, or beside them. */
  readonly entries?: readonly ZipEntry[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `A`, `B` … `AA` of a 0-based column. */
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

/** The bytes of an .xlsx file with the given cells, as small as they can be and as odd as a test wants them. */
export function buildWorkbook({ sheets, epoch1904, inline, entries = [] }: TestWorkbook): Buffer {
  const strings: string[] = [];
  const formats: string[] = [];
  const parts = sheets.map((sheet) => sheetXml(sheet, strings, formats, inline ?? false));
  const made: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${packages}/relationships">${sheets
        .map((_, index) => relationship(index, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${relationship(sheets.length, 'sharedStrings', 'sharedStrings.xml')}${relationship(sheets.length + 1, 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${epoch1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escape(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}" state="${state ?? 'visible'}" r:id="r${index}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code)}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    },
    ...parts.map((data, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data })),
  ];
  const replaced = new Set(entries.map(({ name }) => name));
  return buildZip([...made.filter(({ name }) => !replaced.has(name)), ...entries]);
}

const relationship = (index: number, type: string, target: string): string =>
  `<Relationship Id="r${index}" Type="${relations}/${type}" Target="${target}"/>`;

function sheetXml(sheet: TestSheet, strings: string[], formats: string[], inline: boolean): string {
  const rows = sheet.rows.map((cells, row) => {
    const hidden = sheet.hiddenRows?.includes(row) ? ' hidden="1"' : '';
    const written = cells.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${row + 1}`, strings, formats, inline),
    );
    return `<row r="${row + 1}"${hidden}>${written.join('')}</row>`;
  });
  const hidden = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column + 1}" max="${column + 1}" hidden="1"/>`,
  );
  const merged = (sheet.merged ?? []).map((reference) => `<mergeCell ref="${reference}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}">${
    hidden.length > 0 ? `<cols>${hidden.join('')}</cols>` : ''
  }<sheetData>${rows.join('')}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.join('')}</mergeCells>` : ''}</worksheet>`;
}

function cellXml(
  cell: TestCell,
  place: string,
  strings: string[],
  formats: string[],
  inline: boolean,
): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    if (inline)
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
    return `<c r="${place}" t="s"><v>${indexIn(strings, cell)}</v></c>`;
  }
  if ('xml' in cell) return cell.xml.replaceAll('@', place);
  if ('error' in cell) return `<c r="${place}" t="e"><v>${escape(cell.error)}</v></c>`;
  if ('formula' in cell) {
    const type = typeof cell.result === 'string' ? ' t="str"' : '';
    return `<c r="${place}"${type}><f>${escape(cell.formula)}</f><v>${escape(String(cell.result))}</v></c>`;
  }
  return `<c r="${place}" s="${indexIn(formats, cell.format) + 1}"><v>${cell.number}</v></c>`;
}

function indexIn(list: string[], value: string): number {
  const found = list.indexOf(value);
  return found >= 0 ? found : list.push(value) - 1;
}
