import { buildWorkbook } from './build-workbook.ts';
import { cell, wide, words, xlsFile, xlsStream, sheetName } from './build-xls.ts';
import { longs, xlsbFile } from './build-xlsb.ts';
import { buildZip } from './build-zip.ts';
import { compoundFile } from './write-sheets.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const xlsx = (sheet: string): Buffer =>
  buildWorkbook({
    sheets: [{ rows: [['客户名称']] }],
    entries: [{ name: 'xl/worksheets/sheet1.xml', data: `<worksheet xmlns="${main}">${sheet}</worksheet>` }],
  });
const xlsxStrings = (data: string | Uint8Array): Buffer =>
  buildWorkbook({ sheets: [{ rows: [['客户']] }], entries: [{ name: 'xl/sharedStrings.xml', data }] });
const ods = (table: string, head = ''): Buffer =>
  buildZip([
    {
      name: 'content.xml',
      data: `${head}<d xmlns:table="t" xmlns:office="o" xmlns:text="x"><office:spreadsheet><table:table table:name="客户">${table}</table:table></office:spreadsheet></d>`,
    },
  ]);
const odsCell = (attributes: string): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>客户</text:p></table:table-cell>`;

/** A compound file whose allocation table and directory lead in circles. */
function circles(): Buffer {
  const file = xlsFile([cell(0x0204, 0, 0, wide('客户'))]);
  const table = (file.readUInt32LE(76) + 1) * 512;
  for (let at = 0; at < 128; at++) file.writeUInt32LE(at % 2, table + at * 4);
  return file;
}

/** A workbook whose list of sheets names the same one ten thousand times. */
function sameSheet(): Buffer {
  const records = Array.from({ length: 2_000 }, (_, row) => cell(0x0204, row, 0, wide('客户')));
  const stream = xlsStream(
    8,
    [],
    Array.from({ length: 10_000 }, (_, index) => ({
      name: sheetName('客户'),
      records: index === 0 ? records : [],
    })),
  );
  const first = stream.indexOf(Buffer.from([0x85, 0]));
  const at = stream.readUInt32LE(first + 4);
  for (let next = first; stream.readUInt16LE(next) === 0x85; next += 4 + stream.readUInt16LE(next + 2))
    stream.writeUInt32LE(at, next + 4);
  return compoundFile({ Workbook: stream });
}

/** Files that mean harm, by what they do; each a few kilobytes that claim to be much. */
export const hostileFiles = (): Readonly<Record<string, Buffer>> => ({
  'a sheet that claims all cells there are': xlsx(
    '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>客户</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  ),
  'a text without an end': xlsxStrings(
    Buffer.concat([Buffer.from(`<sst xmlns="${main}"><si><t>`), Buffer.alloc(15 * 1024 * 1024, 0x61)]),
  ),
  'half a gibibyte of shared strings': xlsxStrings(
    Buffer.from(
      `<sst xmlns="${main}">${`<si><t>${'客户'.repeat(5_000)}</t></si>`.repeat(2_000)}`
        .repeat(8)
        .slice(0, 400_000_000),
    ),
  ),
  'one string in all cells': buildWorkbook({
    sheets: [{ rows: [['客户']] }],
    entries: [
      {
        name: 'xl/worksheets/sheet1.xml',
        data: `<worksheet xmlns="${main}"><sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(120)}</sheetData></worksheet>`,
      },
      {
        name: 'xl/sharedStrings.xml',
        data: `<sst xmlns="${main}"><si><t>${'长'.repeat(32_000)}</t></si></sst>`,
      },
    ],
  }),
  'an entity bomb in .ods': ods('', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'),
  'an .ods with a row in all rows': ods(
    `<table:table-row table:number-rows-repeated="1048576">${odsCell('table:number-columns-repeated="100"')}</table:table-row>`,
  ),
  'an .ods with a cell in all columns': ods(
    `<table:table-row>${odsCell('table:number-columns-repeated="16384"')}</table:table-row>`,
  ),
  'an .ods with a row and column of any number': ods(
    `<table:table-row table:number-rows-repeated="1e300">${odsCell('table:number-columns-repeated="-5" table:number-columns-spanned="99999999999"')}</table:table-row>`,
  ),
  'an .ods of spaces': ods(
    `<table:table-row><table:table-cell office:value-type="string"><text:p>客${'<text:s text:c="999999999"/>'.repeat(1_000)}户</text:p></table:table-cell></table:table-row>`,
  ),
  'an .xls that leads in circles': circles(),
  'an .xls that has one sheet ten thousand times': sameSheet(),
  'an .xls whose text is longer than itself': xlsFile([
    cell(0x0204, 0, 0, Buffer.concat([words(0xff_ff), Buffer.from([1, 0x61, 0])])),
  ]),
  'an .xls whose shared strings have endless formats': xlsFile(
    [],
    [
      [
        0x00fc,
        Buffer.concat([
          longs(1, 0xff_ff_ff_ff),
          words(1),
          Buffer.from([12]),
          words(0xff_ff),
          longs(0xff_ff_ff_ff),
        ]),
      ],
    ],
  ),
  'an .xlsb with a record that claims 256 MB': xlsbFile(Buffer.from([0, 0xff, 0xff, 0xff, 0x7f])),
  'an .xlsb with a text that claims 4 GB': xlsbFile(
    Buffer.concat([Buffer.from([0, 12]), longs(0, 0, 0)]),
    Buffer.concat([Buffer.from([6, 12]), longs(0, 0, 0xff_ff_ff_f0)]),
  ),
  'an .xlsb in the last row and column': xlsbFile(
    Buffer.concat([Buffer.from([0, 12]), longs(0xff_ff_ff_ff, 0, 0)]),
    Buffer.concat([Buffer.from([5, 16]), longs(0xff_ff_ff_fe, 0, 0, 0)]),
  ),
  'a web page with cells over everything': Buffer.from(
    `<table>${'<tr><td colspan="99999999" rowspan="99999999">客户</td><td rowspan=1e9 colspan=1e9>户</td></tr>'.repeat(2_000)}</table>`,
  ),
  'a web page of tables within tables': Buffer.from('<table><tr><td>客'.repeat(100_000)),
  'XML of Excel 2003 in the last row and column': Buffer.from(
    `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="客户"><Table><Column ss:Span="999999999" ss:Hidden="1"/><Row ss:Index="999999999" ss:Span="999999999"><Cell ss:MergeAcross="999999999" ss:MergeDown="999999999"><Data ss:Type="String">客户</Data></Cell></Row></Table></Worksheet></Workbook>`,
  ),
});
