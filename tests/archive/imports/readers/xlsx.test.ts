import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../../support/build-workbook.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { readSheets, sheetOf, textsOf } from '../../../support/read-sheets.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('a cell', () => {
  it('that holds a phone as a number has all its digits', async () => {
    const sheet = await sheetOf([
      [
        13_100_000_002,
        { xml: '<c r="@"><v>1.3812345678E+10</v></c>' },
        { number: 13_812_345_678, format: '0.00E+00' },
      ],
    ]);
    expect(textsOf(sheet)).toEqual([['13100000002', '13812345678', '13812345678']]);
  });

  it('that holds an identity number as a number shows what Excel has left of it', async () => {
    const sheet = await sheetOf([[{ xml: '<c r="@"><v>3.3010619900101101E+17</v></c>' }]]);
    expect(sheet.cellsAt(0)).toEqual([{ column: 0, type: 'number', text: '330106199001011000' }]);
  });

  it('that holds a fraction is written as people see it', async () => {
    const sheet = await sheetOf([
      [{ xml: '<c r="@"><v>62.299999999999997</v></c>' }, 0.1 + 0.2, 1e-7, -12.5],
    ]);
    expect(textsOf(sheet)).toEqual([['62.3', '0.3', '0.0000001', '-12.5']]);
  });

  it('with a format of zeros keeps them', async () => {
    const sheet = await sheetOf([
      [
        { number: 17_053, format: '000000' },
        { number: 57_188_012_345, format: '0000-00000000' },
        { number: 5, format: '0.00' },
      ],
    ]);
    expect(textsOf(sheet)).toEqual([['017053', '057188012345', '5']]);
  });

  it.each([
    ['yyyy-mm-dd', 44_511, '2021-11-11'],
    ['yyyy"年"m"月"d"日"', 44_511, '2021-11-11'],
    ['[$-804]yyyy/m/d;@', 44_511, '2021-11-11'],
    ['mmm-yy', 44_511, '2021-11-11'],
    ['yyyy-mm-dd hh:mm', 44_511.354_166_666_7, '2021-11-11 08:30'],
    ['h:mm AM/PM', 0.354_166_666_7, '08:30'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', 2_958_465, '9999-12-31'],
  ])('with the format %s and the number %d is the day %s', async (format, number, text) => {
    const sheet = await sheetOf([[{ number, format }]]);
    expect(sheet.cellsAt(0)).toEqual([{ column: 0, type: 'date', text }]);
  });

  it.each([
    ['#,##0.00', '44511'],
    ['0"d"', '44511'],
    ['[Red]0', '44511'],
    ['General', '44511'],
    ['0.00E+00', '44511'],
    ['yyyy-mm-dd', '20230501'],
  ])('with the format %s that is no date of this number stays a number', async (format, text) => {
    const sheet = await sheetOf([[{ number: Number(text), format }]]);
    expect(sheet.cellsAt(0)).toEqual([{ column: 0, type: 'number', text }]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const sheet = await sheetOf([[{ number: 43_049, format: 'yyyy-mm-dd' }]], { epoch1904: true });
    expect(textsOf(sheet)).toEqual([['2021-11-11']]);
    expect(sheet.facts.epoch1904).toBe(true);
  });

  it('is what its formula last gave; truth values and errors are marked', async () => {
    const sheet = await sheetOf([
      [
        { formula: 'A1&"有限公司"', result: '八骏有限公司' },
        { formula: 'SUM(B:B)', result: 12 },
        true,
        { error: '#N/A' },
      ],
    ]);
    expect(sheet.cellsAt(0)).toEqual([
      { column: 0, type: 'text', text: '八骏有限公司' },
      { column: 1, type: 'number', text: '12' },
      { column: 2, type: 'boolean', text: 'TRUE' },
      { column: 3, type: 'error', text: '#N/A' },
    ]);
  });

  it('stays as written: spaces, line breaks, leading zeros, entities', async () => {
    const texts = [' 王 伟　', '价格敏感，\n报价后跟进', '00123', '<A&B> "C"', '=1+1'];
    expect(textsOf(await sheetOf([texts]))).toEqual([texts]);
    expect(textsOf(await sheetOf([texts], { inline: true }))).toEqual([texts]);
  });

  it('with nothing but spaces is empty, and a row of such cells is none', async () => {
    const sheet = await sheetOf([['客户'], ['　 ', ' \n', ''], ['八骏']]);
    expect(sheet.filledRows).toBe(2);
    expect(sheet.rowAt(1)).toBe(2);
  });

  it('loses its readings and formats, but no text: rich text, phonetic runs, escapes, prefixes', async () => {
    const strings = `<x:sst xmlns:x="${main}"><x:si><x:r><x:t>八骏</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>科技</x:t></x:r><x:rPh sb="0" eb="2"><x:t>バシュン</x:t></x:rPh></x:si><x:si><x:t>第一行_x000D_第二行</x:t></x:si></x:sst>`;
    const cells = [{ xml: '<c r="@" t="s"><v>0</v></c>' }, { xml: '<c r="@" t="s"><v>1</v></c>' }];
    const file = buildWorkbook({
      sheets: [{ rows: [cells] }],
      entries: [{ name: 'xl/sharedStrings.xml', data: strings }],
    });
    const [sheet] = (await readSheets(temporaryFile('客户.xlsx', file))).sheets;
    expect(sheet && textsOf(sheet)).toEqual([['八骏科技', '第一行\r第二行']]);
  });

  it('of a strict workbook may hold its date as ISO text', async () => {
    const sheet = await sheetOf([[{ xml: '<c r="@" t="d"><v>2021-11-11T08:30:00Z</v></c>' }]]);
    expect(sheet.cellsAt(0)).toEqual([{ column: 0, type: 'date', text: '2021-11-11 08:30' }]);
  });
});

describe('a sheet', () => {
  it('says what is merged and hidden', async () => {
    const sheet = await sheetOf([['客户', '', '电话'], ['八骏'], ['恒通']], {
      merged: ['A1:B1'],
      hiddenRows: [2],
      hiddenColumns: [1],
      state: 'veryHidden',
    });
    expect(sheet.facts.merged).toEqual([[0, 0, 0, 1]]);
    expect(sheet.facts.hiddenRows).toEqual([[2, 3]]);
    expect(sheet.facts.hiddenColumns).toEqual([[1, 2]]);
    expect(sheet.hidden).toBe(true);
  });

  it('says whether a filter is why rows are hidden', async () => {
    const xml = `<worksheet xmlns="${main}"><sheetData><row r="1"><c t="str"><v>甲</v></c></row></sheetData><autoFilter ref="A1:A9"><filterColumn colId="0"/></autoFilter></worksheet>`;
    const file = buildWorkbook({
      sheets: [{ rows: [] }],
      entries: [{ name: 'xl/worksheets/sheet1.xml', data: xml }],
    });
    const [sheet] = (await readSheets(temporaryFile('客户.xlsx', file))).sheets;
    expect(sheet?.facts.filtered).toBe(true);
  });

  it('may leave out the places of its rows and cells, and list its rows in any order', async () => {
    const xml = `<worksheet xmlns="${main}"><sheetData><row r="3"><c t="str"><v>丙</v></c><c><v>3</v></c></row><row r="1"><c t="str"><v>甲</v></c></row><row><c r="C2" t="str"><v>乙</v></c></row></sheetData></worksheet>`;
    const file = buildWorkbook({
      sheets: [{ rows: [] }],
      entries: [{ name: 'xl/worksheets/sheet1.xml', data: xml }],
    });
    const [sheet] = (await readSheets(temporaryFile('客户.xlsx', file))).sheets;
    expect(sheet && textsOf(sheet)).toEqual([
      ['甲', '', ''],
      ['', '', '乙'],
      ['丙', '3', ''],
    ]);
  });

  it('that claims a million rows has only those that are filled', async () => {
    const sheet = await sheetOf([['客户'], ['八骏'], [{ xml: '<c r="XFD1048576" s="0"/>' }]]);
    expect([sheet.rowCount, sheet.columnCount, sheet.filledRows]).toEqual([2, 1, 2]);
  });

  it('of a thousand and more rows is found again row by row', async () => {
    const rows = Array.from({ length: 2_500 }, (_, row) => [`客户${row}`, row]);
    const sheet = await sheetOf(rows);
    expect([0, 1_023, 1_024, 2_047, 2_499].map((row) => sheet.cellsOfRow(row)[0]?.text)).toEqual([
      '客户0',
      '客户1023',
      '客户1024',
      '客户2047',
      '客户2499',
    ]);
    expect(sheet.cellsOfRow(2_500)).toEqual([]);
  });

  it('keeps headers such as __proto__ as the data they are', async () => {
    const texts = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(textsOf(await sheetOf([texts]))).toEqual([texts]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a workbook', () => {
  it('lists its sheets in order, whatever their parts are called', async () => {
    const file = buildWorkbook({
      sheets: [
        { name: '客户', rows: [['甲']] },
        { name: '旧客户', rows: [['乙']], state: 'hidden' },
      ],
    });
    const { sheets } = await readSheets(temporaryFile('客户.xlsx', file));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['客户', false],
      ['旧客户', true],
    ]);
  });

  it('is recognised by its content, not by its name', async () => {
    const file = buildWorkbook({ sheets: [{ rows: [['八骏']] }] });
    expect((await readSheets(temporaryFile('客户.xls', file))).format).toBe('xlsx');
    expect((await readSheets(temporaryFile('客户.xlsx', '客户名称,电话\n八骏,1'))).format).toBe('csv');
  });
});
