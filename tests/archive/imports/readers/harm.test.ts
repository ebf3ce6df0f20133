import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src-main/archive/imports/readers/read-file.ts';
import { buildWorkbook, type TestWorkbook } from '../../../support/build-workbook.ts';
import { buildZip, type ZipEntry } from '../../../support/build-zip.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { failureOf } from '../../../support/open-test-archive.ts';
import { compoundFile } from '../../../support/write-sheets.ts';
import { readFailure, readSheets } from '../../../support/read-sheets.ts';

const name = '客户.xlsx';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const workbook = (entries: ZipEntry[], rest: Partial<TestWorkbook> = {}): Buffer =>
  buildWorkbook({ sheets: [{ rows: [['客户名称'], ['八骏']] }], ...rest, entries });
const failing = (content: Uint8Array | string) => readFailure(readSheets(temporaryFile(name, content)));
const sheetXml = (body: string): ZipEntry => ({ name: 'xl/worksheets/sheet1.xml', data: body });

describe('a file that means harm is refused by name', () => {
  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'C:/windows/x.xml',
    'xl\\worksheets\\sheet2.xml',
    'xl/./sheet.xml',
    'xl/a\u0000.xml',
    'XL/WORKBOOK.XML',
  ])('with the entry %j', async (entry) => {
    expect(await failing(workbook([{ name: entry, data: 'x' }]))).toEqual({
      code: 'sheetSuspicious',
      name,
      reason: 'entryName',
    });
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['an external entity', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'],
    ['a document type behind a comment', '<?xml version="1.0"?><!-- x --> \n<!doctype x>'],
  ])('with %s', async (_, doctype) => {
    const xml = `${doctype}<worksheet xmlns="${main}"><sheetData/></worksheet>`;
    expect(await failing(workbook([sheetXml(xml)]))).toEqual({
      code: 'sheetSuspicious',
      name,
      reason: 'dtd',
    });
  });

  it('with entities that nobody declared', async () => {
    const xml = `<worksheet xmlns="${main}"><sheetData><row><c t="str"><v>&boom;</v></c></row></sheetData></worksheet>`;
    await expect(readSheets(temporaryFile(name, workbook([sheetXml(xml)])))).rejects.toThrow(/entity/u);
  });

  it('that inflates to a multiple of its size', async () => {
    const data = Buffer.alloc(40 * 1024 * 1024, 0x20);
    expect(await failing(workbook([{ name: 'xl/sharedStrings.xml', data }]))).toMatchObject({
      code: 'sheetTooLarge',
      limit: 'ratio',
      max: 250,
    });
  });

  it('that says it is small and inflates all the same', async () => {
    const data = Buffer.alloc(40 * 1024 * 1024, 0x20);
    const file = workbook([{ name: 'xl/sharedStrings.xml', data, claimedSize: 1_000 }]);
    await expect(readSheets(temporaryFile(name, file))).rejects.toThrow();
  });

  it('that claims more than half a gibibyte', async () => {
    const entries = Array.from({ length: 3 }, (_, index) => ({
      name: `xl/media/image${index}.png`,
      data: 'x',
      claimedSize: 200 * 1024 * 1024,
    }));
    expect(await failing(workbook(entries))).toMatchObject({ code: 'sheetTooLarge', limit: 'inflatedBytes' });
  });

  it('that has thousands of entries', async () => {
    const entries = Array.from({ length: 2_001 }, (_, index) => ({
      name: `xl/media/${index}.png`,
      data: '',
    }));
    expect(await failing(workbook(entries))).toMatchObject({
      code: 'sheetTooLarge',
      limit: 'entries',
      max: 2_000,
    });
  });

  it('that has more columns, rows or text than anybody’s customers', async () => {
    const row = (cells: string): string =>
      `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`;
    const wide = row('<row r="1"><c r="GS1" t="str"><v>x</v></c></row>');
    expect(await failing(workbook([sheetXml(wide)]))).toMatchObject({ limit: 'columns', max: 200 });
    const long = row('<row><c><v>1</v></c></row>'.repeat(200_001));
    expect(await failing(workbook([sheetXml(long)]))).toMatchObject({ limit: 'rows', max: 200_000 });
    // A small file whose cells all show one long shared string.
    const heavy = row(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(120));
    const strings = `<sst xmlns="${main}"><si><t>${'长'.repeat(32_000)}</t></si></sst>`;
    expect(
      await failing(workbook([sheetXml(heavy), { name: 'xl/sharedStrings.xml', data: strings }])),
    ).toMatchObject({ limit: 'memory' });
  });
});

describe('a file that cannot be read says why', () => {
  it('when it has a password', async () => {
    const envelope = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1_016),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await failing(envelope)).toEqual({ code: 'sheetEncrypted', name });
    const zip = buildZip([{ name: 'xl/workbook.xml', data: 'x', encrypted: true }]);
    expect(await failing(zip)).toEqual({ code: 'sheetEncrypted', name });
  });

  it.each<[string, Uint8Array | string]>([
    ['a text of an old word processor', compoundFile({ WordDocument: Buffer.alloc(5_000) })],
    ['a web page without a table', '<html><body><p>客户</p></body></html>'],
    ['XML of another kind', '<?xml version="1.0"?><Bericht><客户/></Bericht>'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
    ['a PDF', '%PDF-1.7\n…'],
    ['another kind of zip', buildZip([{ name: 'word/document.xml', data: '<x/>' }])],
    ['bytes without meaning', Buffer.from([1, 0, 0, 2, 0, 0, 3, 0, 0, 4])],
  ])('when it is %s', async (_, content) => {
    expect(await failing(content)).toEqual({ code: 'sheetUnsupported', name });
  });

  it('when it is empty', async () => {
    expect(await failing('')).toEqual({ code: 'sheetEmpty', name });
    expect(await failureOf(readFile(temporaryFile('空.csv', '\n\n,,\n'), '空.csv'))).toEqual({
      code: 'sheetEmpty',
      name: '空.csv',
    });
  });

  it('when it is cut off or damaged, with the sheet where it happened', async () => {
    const whole = workbook([]);
    const cut = temporaryFile(name, whole.subarray(0, whole.length - 200));
    expect(await failureOf(readFile(cut, name))).toMatchObject({ code: 'sheetUnreadable', name });
    const broken = temporaryFile(name, workbook([sheetXml('<worksheet><sheetData><row></worksheet>')]));
    expect(await failureOf(readFile(broken, name))).toEqual({
      code: 'sheetUnreadable',
      name,
      sheet: 'Sheet1',
    });
  });

  it('when it is not there', async () => {
    await expect(readFile('/nirgends/客户.xlsx', name)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

const large = (): string =>
  temporaryFile(
    '大.csv',
    Array.from({ length: 150_000 }, (_, row) => `客户${row},13800138000,杭州市西湖区文一西路${row}号`).join(
      '\n',
    ),
  );

describe('the worker', () => {
  it('is killed when it takes too long', async () => {
    const failure = await failureOf(readFile(large(), '大.csv', { limits: { heapMiB: 320, timeMs: 1 } }));
    expect(failure).toEqual({ code: 'sheetTooLarge', name: '大.csv', limit: 'time', max: 1 });
  });

  it('is killed when it needs too much memory, and the program lives on', async () => {
    const failure = await failureOf(readFile(large(), '大.csv', { limits: { heapMiB: 8, timeMs: 60_000 } }));
    expect(failure).toMatchObject({ code: 'sheetTooLarge', limit: 'memory' });
    expect((await readFile(temporaryFile('小.csv', '名称\n八骏'), '小.csv')).sheets).toHaveLength(1);
  });

  it('is killed when the user gives up', async () => {
    const controller = new AbortController();
    const reading = readFile(large(), '大.csv', {
      signal: controller.signal,
      report: () => controller.abort(),
    });
    expect(await failureOf(reading)).toEqual({ code: 'cancelled' });
    const aborted = readFile(large(), '大.csv', { signal: AbortSignal.abort() });
    expect(await failureOf(aborted)).toEqual({ code: 'cancelled' });
  });

  it('brings over exactly what a reader without it reads', async () => {
    const path = large();
    const [there] = (await readFile(path, '大.csv')).sheets;
    const [here] = (await readSheets(path)).sheets;
    expect(there?.filledRows).toBe(150_000);
    expect(there?.cellsOfRow(149_999)).toEqual(here?.cellsOfRow(149_999));
  });
});
