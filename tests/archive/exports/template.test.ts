import * as XLSX from '@e965/xlsx';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateColumns } from '../../../src-main/archive/exports/template-texts.ts';
import { sheetLanguages } from '../../../src-shared/labels.ts';
import { openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { importFile, planFile } from '../../support/import-file.ts';
import { readZip } from '../../support/read-zip.ts';
import { readSheets, textsOf } from '../../support/read-sheets.ts';
import { allCustomers, understandFile } from '../../support/sheet-import.ts';

function templateFile(): string {
  const path = temporaryFolder('客户导入模板.xlsx');
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

const meanings = [
  ['name', null],
  ['code', null],
  ['kind', null],
  ['contactName', 0],
  ['contactTitle', 0],
  ['mobile', 0],
  ['phone', null],
  ['wechat', 0],
  ['email', 0],
  ['tags', null],
  ['stage', null],
  ['level', null],
  ['industry', null],
  ['source', null],
  ['owner', null],
  ['province', null],
  ['city', null],
  ['district', null],
  ['address', null],
  ['gender', null],
  ['birthday', null],
  ['identityNumber', null],
  ['creditCode', null],
  ['website', null],
  ['taxId', null],
  ['bankName', null],
  ['bankAccount', null],
  ['registeredAddress', null],
  ['registeredPhone', null],
  ['notes', null],
];

describe.each(sheetLanguages)('the template in %s', (language) => {
  it('comes back with every column understood, its examples and its notes left out', async () => {
    const { client, session } = await openTestArchive();
    const target = templateFile();
    await client.imports.template({ language, target });
    const { reading, understanding } = await understandFile(session, target);
    expect(reading.sheets.map(({ likelyTable }) => likelyTable)).toEqual([true, false]);
    expect(reading.suggestedSheet).toBe(0);
    expect(understanding.header).toEqual([0, 0]);
    expect(understanding.columns.map(({ target: { field } }) => field)).toEqual(
      meanings.map(([field]) => field),
    );
    expect(understanding.leftOut).toEqual([
      { row: 0, reason: 'header' },
      { row: 1, reason: 'example' },
      { row: 2, reason: 'example' },
    ]);
    const { counts } = await planFile(client, target);
    expect(counts).toMatchObject({ rows: 0, create: 0 });
  });

  it('offers the words of fixed fields as lists, hints for every column, and text where digits are names', async () => {
    const { client } = await openTestArchive();
    const target = templateFile();
    await client.imports.template({ language, target });
    const xml = (await readZip(target)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(
      [...xml.matchAll(/<dataValidation type="list"[^>]*><formula1>"([^"]*)"/gu)].map(([, list]) => list),
    ).toEqual(templateColumns(language).flatMap(({ choices }) => (choices ? [choices.join(',')] : [])));
    const hints = [...xml.matchAll(/promptTitle="([^"]*)" prompt="([^"]*)"/gu)];
    expect(hints).toHaveLength(meanings.length);
    for (const [, title = '', hint = ''] of hints) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(hint.length).toBeLessThanOrEqual(255);
    }
    const mobile = meanings.findIndex(([field]) => field === 'mobile') + 1;
    expect(xml).toContain(`<col min="${mobile}" max="${mobile}" width="18" style="2" customWidth="1"/>`);
    expect(xml).toContain('ySplit="1"');

    const [customers = [], notes = []] = (await readSheets(target)).sheets.map(textsOf);
    expect(customers).toHaveLength(3);
    const explained = new Map(notes.map(([column = '', how = '']) => [column, how]));
    for (const { header, note } of templateColumns(language)) expect(explained.get(header)).toBe(note);
  });
});

/** Fills a row of a workbook in, by its headers, as whoever has the template does. */
function fillIn(path: string, row: number, values: Readonly<Record<string, string | number>>): void {
  const book = XLSX.read(readFileSync(path));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const [header = []] = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  XLSX.utils.sheet_add_aoa(sheet, [header.map((name) => values[name] ?? null)], { origin: row });
  const written: unknown = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
  writeFileSync(path, written as Buffer);
}

it('a template has a column for every custom field, with what can be chosen, and it comes in without a guess', async () => {
  const { client, session } = await openTestArchive();
  const routes = Array.from({ length: 60 }, (_, index) => `城西${index}号线`);
  const fields = [
    { name: '结算周期', type: 'choice' as const, options: ['月结', '现款'] },
    { name: '配送路线', type: 'choice' as const, options: routes },
    { name: '会员卡号', type: 'text' as const },
    { name: '授信（万元）', type: 'money' as const },
    { name: '可开票', type: 'boolean' as const },
    { name: '合同到期', type: 'date' as const },
    { name: '门店数', type: 'number' as const },
  ];
  for (const field of fields) await client.customFields.create(field);
  const target = templateFile();
  await client.imports.template({ language: 'zh-CN', target });

  const { understanding } = await understandFile(session, target);
  expect(
    understanding.columns
      .slice(meanings.length)
      .map(({ target: { field }, confidence, reason }) => [field, confidence > 0.9, reason]),
  ).toEqual(fields.map((_, index) => [`custom:${index + 1}`, true, 'header']));
  expect((await planFile(client, target)).counts).toMatchObject({ rows: 0 });

  const parts = await readZip(target);
  const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).toContain('<formula1>"月结,现款"</formula1>');
  expect(xml).toContain('<formula1>"是,否"</formula1>');
  const book = XLSX.read(readFileSync(target));
  const range = /'说明'!([^<]+)</u.exec(xml)?.[1] ?? '';
  const listed = XLSX.utils.sheet_to_json<string[]>(book.Sheets['说明'] ?? {}, {
    header: 1,
    range: range.replaceAll('$', ''),
  });
  expect(listed).toEqual([routes]);

  fillIn(target, 3, {
    客户名称: '杭州八骏科技有限公司',
    结算周期: '月结',
    配送路线: '城西59号线',
    会员卡号: '0071',
    '授信（万元）': 1.5,
    可开票: '是',
    合同到期: '2026.3.1',
    门店数: 9,
  });
  expect(await importFile(client, target)).toMatchObject({ created: 1, doubtful: 0 });
  expect(allCustomers(session).map(({ custom }) => custom.map(({ value }) => value))).toEqual([
    ['月结', '城西59号线', '0071', '1500000', '1', '2026-03-01', '9'],
  ]);
});
