import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../../src-main/archive/imports/readers/messages.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';
import { readSheets, textsOf } from '../../../support/read-sheets.ts';

async function read(content: string | Uint8Array, encoding: Encoding | null = null) {
  const { sheets, ...facts } = await readSheets(temporaryFile('客户.csv', content), encoding);
  return { ...facts, texts: sheets[0] ? textsOf(sheets[0]) : [] };
}

const table = '客户名称,联系电话\r\n杭州八骏科技有限公司,0571-88012345\r\n';
const cells = [
  ['客户名称', '联系电话'],
  ['杭州八骏科技有限公司', '0571-88012345'],
];

describe('the encoding of a text file', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`), 'utf-8'],
    ['GBK', iconv.encode(table, 'gbk'), 'gb18030'],
    ['GB18030', iconv.encode(`${table}𠮷野家,1\r\n`, 'gb18030'), 'gb18030'],
    ['UTF-16 of Excel’s “Unicode text”', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be'],
  ])('is found: %s', async (_, content, encoding) => {
    const result = await read(content);
    expect(result.encoding).toBe(encoding);
    expect(result.texts.slice(0, 2)).toEqual(cells);
  });

  it('is UTF-8 also when a byte in a long file is damaged', async () => {
    const bytes = Buffer.from(table.repeat(40));
    bytes[bytes.length - 30] = 0xff;
    const result = await read(bytes);
    expect(result.encoding).toBe('utf-8');
    expect(result.texts.slice(0, 2)).toEqual(cells);
  });

  it('is what the user says it is', async () => {
    const result = await read(iconv.encode('名称\n单', 'gbk'), 'gb18030');
    expect(result.texts).toEqual([['名称'], ['单']]);
  });
});

describe('the fields of a text file', () => {
  it.each([
    ['comma', ','],
    ['tab', '\t'],
    ['semicolon', ';'],
    ['bar', '|'],
    ['full-width comma', '，'],
  ])('stand between a %s', async (_, delimiter) => {
    const result = await read(`名称${delimiter}电话\n八骏${delimiter}1\n恒通${delimiter}2\n`);
    expect(result.delimiter).toBe(delimiter);
    expect(result.texts).toEqual([
      ['名称', '电话'],
      ['八骏', '1'],
      ['恒通', '2'],
    ]);
  });

  it('stand between what the user says', async () => {
    const path = temporaryFile('客户.txt', '名称;a|b\n八骏;c|d\n');
    const { sheets, delimiter } = await readSheets(path, null, { delimiter: '|' });
    expect(delimiter).toBe('|');
    expect(sheets[0] && textsOf(sheets[0])).toEqual([
      ['名称;a', 'b'],
      ['八骏;c', 'd'],
    ]);
  });

  it('stand between commas also when addresses hold more semicolons', async () => {
    const result = await read('名称,地址\n八骏,"文一西路;8号;3楼"\n恒通,"解放路;1号"\n');
    expect(result.delimiter).toBe(',');
  });

  it('stand between what the first line says', async () => {
    const result = await read('sep=;\n名称;备注\n八骏;a,b,c,d\n');
    expect(result.texts).toEqual([
      ['名称', '备注'],
      ['八骏', 'a,b,c,d'],
    ]);
  });

  it('may hold delimiters, line breaks and quotes when quoted (RFC 4180)', async () => {
    const { texts } = await read('名称,地址,备注\r\n"八骏,杭州","文一西路\r\n8号","说""好""的"\r\n');
    expect(texts[1]).toEqual(['八骏,杭州', '文一西路\r\n8号', '说"好"的']);
  });

  it('survive a quote that nothing closes', async () => {
    const { texts } = await read('名称,备注\n八骏,"没写完\n恒通,b\n');
    expect(texts).toEqual([
      ['名称', '备注'],
      ['八骏', '"没写完'],
      ['恒通', 'b'],
    ]);
  });

  it('survive ten thousand quotes that nothing closes', async () => {
    const { texts } = await read(`名称,备注\n${'八骏,"x""\n'.repeat(10_001)}`);
    expect(texts.length).toBeGreaterThan(1);
  });

  it('end with the line, whichever way lines end, and at the end of the file', async () => {
    const { texts } = await read('名称,电话\r八骏,1\n恒通,2\r\n海天,3');
    expect(texts.map(([name]) => name)).toEqual(['名称', '八骏', '恒通', '海天']);
  });

  it('lose what exporting programs put before them for Excel’s sake', async () => {
    const { texts } = await read('邮编,电话,备注\n="017053",\'+86 138 1234 5678,\'=好的\n');
    expect(texts[1]).toEqual(['017053', '+86 138 1234 5678', '=好的']);
  });
});
