import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { archiveFileName } from '../../../src-main/archive/database/file-name.ts';
import { exportCustomers } from '../../../src-main/archive/exports/export.ts';
import { readFile } from '../../../src-main/archive/imports/readers/read-file.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import type { CustomerDraftInput } from '../../../src-shared/customers.ts';
import { exportInputSchema } from '../../../src-shared/exports.ts';
import type { z } from 'zod';
import {
  failureOf,
  finish,
  openTestArchive,
  temporaryFolder,
  type TestArchive,
} from '../../support/open-test-archive.ts';
import { readZip } from '../../support/read-zip.ts';

let opened: TestArchive;
let target: string;

const company: CustomerDraftInput = {
  kind: 'company',
  code: 'KH-0001',
  name: '杭州八骏科技有限公司',
  shortName: '八骏',
  aliases: ['八骏软件', '杭州八骏、余杭分部'],
  stage: 'active',
  level: 'A',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  address: '文一西路 8 号',
  postcode: '310012',
  creditCode: '91330106MA2B0XYZ1X',
  registeredCapital: 500_000_050,
  foundedOn: '2015-03-08',
  bankAccount: '6222020200112233445',
  notes: '第一行\n第二行 <重要> & "急"',
  methods: [
    { type: 'phone', value: '0571-88881234' },
    { type: 'phone', value: '0571-88885678' },
  ],
  contacts: [
    { name: '张三', title: '采购经理', methods: [{ type: 'mobile', value: '+86 13812345678' }] },
    { name: '李四', department: '财务部', methods: [{ type: 'email', value: 'lisi@bajun.cn' }] },
  ],
};
const person: CustomerDraftInput = {
  kind: 'person',
  code: '007',
  name: '=HYPERLINK("http://example.com")',
  stage: 'lost',
  gender: 'female',
  birthday: '1988-08-08',
  identityNumber: '330106198808080021',
  owner: '@小王',
  source: '-',
  methods: [{ type: 'mobile', value: '13900001111' }],
};

beforeEach(async () => {
  opened = await openTestArchive({ clock: () => new Date(2026, 10, 22, 14, 30, 5) });
  for (const draft of [company, person]) await opened.client.customers.create({ draft });
  const folder = temporaryFolder('导出');
  mkdirSync(folder, { recursive: true });
  target = join(folder, '客户.xlsx');
});

const run = (input: Partial<z.input<typeof exportInputSchema>> = {}) =>
  finish(
    opened.client.exports.customers({
      selection: { filter: {} },
      columns: 'all',
      sort: { column: 'name', direction: 'desc' },
      format: 'xlsx',
      target,
      ...input,
    }),
  );

/** Cells of the sheet's XML as they stand there, by row: `[style, type, text]`. */
const cellsOf = async (path: string) => {
  const xml = (await readZip(path)).get('xl/worksheets/sheet1.xml') ?? '';
  return [...xml.matchAll(/<row>(.*?)<\/row>/gsu)].map(([, row = '']) =>
    [
      ...row.matchAll(
        /<c(?: s="(\d+)")?(?: t="(\w+)")?(?:\/>|>(?:<v>|<is><t[^>]*>)(.*?)(?:<\/v>|<\/t><\/is>)<\/c>)/gsu,
      ),
    ].map(([, style, type, text]) => [style ?? '', type ?? '', text ?? ''] as const),
  );
};

/** What stands in the first column, the header apart. */
const namesIn = async (path: string) => (await cellsOf(path)).slice(1).map(([name]) => name?.[2]);

/** The same as a table by header. */
const tableOf = async (path: string) => {
  const [header = [], ...rows] = await cellsOf(path);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index]?.[2] ?? '', cell])));
};

const general = '0';
const text = '2';
const lines = '6';

describe('a workbook', () => {
  test('shows labels, text cells for names made of digits, real dates and numbers, one row a customer', async () => {
    const result = await run();
    expect(result).toEqual({ rows: 2, sizeBytes: readFileSync(target).length });
    const [row, other] = await tableOf(target);
    expect(row).toMatchObject({
      客户编号: [text, 'inlineStr', 'KH-0001'],
      客户名称: [general, 'inlineStr', '杭州八骏科技有限公司'],
      曾用名: [lines, 'inlineStr', '八骏软件\n杭州八骏、余杭分部'],
      类型: [general, 'inlineStr', '公司'],
      阶段: [general, 'inlineStr', '成交'],
      等级: [general, 'inlineStr', 'A'],
      电话: [text, 'inlineStr', '0571-88881234；0571-88885678'],
      省: [general, 'inlineStr', '浙江省'],
      邮编: [text, 'inlineStr', '310012'],
      银行账号: [text, 'inlineStr', '6222020200112233445'],
      '注册资本（元）': ['5', '', '5000000.5'],
      成立日期: ['3', '', '42071'],
      备注: [lines, 'inlineStr', '第一行\n第二行 &lt;重要&gt; &amp; &quot;急&quot;'],
      '联系人1/姓名': [general, 'inlineStr', '张三'],
      '联系人1/职务': [general, 'inlineStr', '采购经理'],
      '联系人1/手机': [text, 'inlineStr', '+86 13812345678'],
      '联系人2/部门': [general, 'inlineStr', '财务部'],
      '联系人2/邮箱': [text, 'inlineStr', 'lisi@bajun.cn'],
    });
    expect(other).toMatchObject({
      客户编号: [text, 'inlineStr', '007'],
      身份证号: [text, 'inlineStr', '330106198808080021'],
      生日: ['3', '', '32363'],
      性别: [general, 'inlineStr', '女'],
      手机: [text, 'inlineStr', '13900001111'],
      类型: [general, 'inlineStr', '个人'],
      阶段: [general, 'inlineStr', '流失'],
    });
  });

  test('holds no column that nobody fills, and none that an import could not read back', async () => {
    await run();
    const [header = []] = await cellsOf(target);
    const names = header.map(([, , name]) => name);
    for (const absent of [
      '微信',
      '传真',
      '联系人1/部门',
      '联系人2/职务',
      '联系人2/手机',
      '联系人3/姓名',
      '建档时间',
    ])
      expect(names).not.toContain(absent);
  });

  test('what looks like a formula is a text cell, and there is no formula anywhere', async () => {
    await run();
    const [, row] = await tableOf(target);
    expect(row?.['客户名称']).toEqual([text, 'inlineStr', '=HYPERLINK(&quot;http://example.com&quot;)']);
    expect(row?.['负责人']).toEqual([text, 'inlineStr', '@小王']);
    expect(row?.['来源']).toEqual([text, 'inlineStr', '-']);
    expect((await readZip(target)).get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/u);
  });

  test('its styles are dates, text and money, and its header stays in view', async () => {
    await run();
    const parts = await readZip(target);
    const styles = parts.get('xl/styles.xml') ?? '';
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*xfId="0"/gu)].map(([, id]) => Number(id));
    expect(formats).toEqual([0, 49, 49, 164, 165, 4, 0, 49, 49]);
    expect(styles).toContain('numFmtId="164" formatCode="yyyy\\-mm\\-dd"');
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+3"\/>/u);
    for (const [name, xml] of parts) expect(xml.startsWith('<?xml'), name).toBe(true);
  });

  test('is read back by the import’s own reader, cell by cell', async () => {
    await run();
    const { sheets } = await readFile(target, '客户.xlsx');
    const [sheet] = sheets;
    expect(sheet?.name).toBe('客户');
    const header = new Map(sheet?.cellsOfRow(0).map((cell) => [cell.column, cell.text]));
    const rows = [1, 2].map((row) =>
      Object.fromEntries(
        sheet?.cellsOfRow(row).map((cell) => [header.get(cell.column), [cell.type, cell.text]]) ?? [],
      ),
    );
    expect(rows[0]).toMatchObject({
      客户名称: ['text', '杭州八骏科技有限公司'],
      成立日期: ['date', '2015-03-08'],
      银行账号: ['text', '6222020200112233445'],
      备注: ['text', '第一行\n第二行 <重要> & "急"'],
      '注册资本（元）': ['number', '5000000.5'],
    });
    expect(rows[1]).toMatchObject({ 生日: ['date', '1988-08-08'], 客户名称: ['text', person.name] });
  });

  test('odd texts come through whole: signs of XML, escapes that look like Excel’s, emoji', async () => {
    const name = '怪名 _x0041_ <b>&amp; 👩‍👩‍👧 ]]> "\'';
    await opened.client.customers.create({ draft: { name } });
    await run();
    const { sheets } = await readFile(target, '客户.xlsx');
    const texts = [1, 2, 3].flatMap((row) => sheets[0]?.cellsOfRow(row).map((cell) => cell.text) ?? []);
    expect(texts).toContain(name);
  });

  test('a text longer than a cell may be is cut and says so, instead of giving a workbook Excel must repair', async () => {
    await opened.client.customers.create({ draft: { name: '长备注', notes: '很长。'.repeat(12_000) } });
    await run();
    const longest = (await cellsOf(target))
      .flat()
      .reduce((most, [, , content]) => Math.max(most, content.length), 0);
    expect(longest).toBe(32_767);
    expect((await readZip(target)).get('xl/worksheets/sheet1.xml')).toContain('…（超出单元格上限）');
  });

  test('chosen columns come in the order chosen, in either language', async () => {
    await run({
      columns: ['updatedAt', 'mobile', 'stage', 'contacts', 'region', 'doubts', 'name'],
      language: 'en',
    });
    const [header, row] = await cellsOf(target);
    expect(header?.map(([, , name]) => name)).toEqual([
      'Changed',
      'Mobile',
      'Stage',
      'All contacts',
      'Region',
      'Doubtful details',
      'Customer name',
    ]);
    const [updated, mobile, stage, contacts, region, doubts] = row ?? [];
    expect(updated?.[0]).toBe('4');
    expect(Number(updated?.[2])).toBeCloseTo(46348 + (14 * 3600 + 30 * 60 + 5) / 86_400, 6);
    expect(mobile?.[2]).toBe('+86 13812345678');
    expect(stage?.[2]).toBe('Active');
    expect(contacts?.[2]).toBe('张三（采购经理） +86 13812345678\n李四 lisi@bajun.cn');
    expect(region?.[2]).toBe('浙江省 杭州市 西湖区');
    expect(doubts?.[2]).toBe('Credit code looks wrong');
  });

  test('birthdays without a year and by the lunar calendar, and dates before 1900, stand as people write them', async () => {
    for (const [name, birthday] of [
      ['甲', '--05-20'],
      ['乙', 'lunar:08-15'],
      ['丙', '1899-12-31'],
      ['丁', '属龙'],
    ] as const)
      await opened.client.customers.create({ draft: { kind: 'person', name, birthday } });
    await run({ columns: ['name', 'birthday'] });
    const rows = new Map((await cellsOf(target)).map(([name, birthday]) => [name?.[2], birthday?.[2]]));
    expect(['甲', '乙', '丙', '丁'].map((name) => rows.get(name))).toEqual([
      '5月20日',
      '农历08-15',
      '1899-12-31',
      '属龙',
    ]);
  });
});

describe('a text file', () => {
  test('in UTF-8 begins with the mark, ends lines with CRLF, quotes what needs it, and guards formulas', async () => {
    await run({
      format: 'csv',
      columns: ['code', 'name', 'mobile', 'owner', 'source', 'birthday', 'registeredCapital', 'notes'],
    });
    const content = readFileSync(target, 'utf8');
    expect(content).toBe(
      [
        '\uFEFF客户编号,客户名称,手机,负责人,来源,生日,注册资本（元）,备注',
        `KH-0001,杭州八骏科技有限公司,'+86 13812345678,,,,5000000.5,"第一行\n第二行 <重要> & ""急"""`,
        `007,"'=HYPERLINK(""http://example.com"")",13900001111,'@小王,'-,1988-08-08,,`,
        '',
      ].join('\r\n'),
    );
  });

  test('in GB18030 is what an older Excel expects, rare characters included', async () => {
    await opened.client.customers.create({ draft: { name: '𠮷野家（镕基）😀' } });
    await run({ format: 'csv', encoding: 'gb18030', columns: ['name'] });
    const bytes = readFileSync(target);
    expect(bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(false);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes).split('\r\n').sort()).toEqual(
      [
        '',
        '客户名称',
        '杭州八骏科技有限公司',
        `"'=HYPERLINK(""http://example.com"")"`,
        '𠮷野家（镕基）😀',
      ].sort(),
    );
  });
});

describe('whatever happens', () => {
  test('exactly the selection goes out: a filter, but for exceptions, or what was ticked', async () => {
    const [first, second] = (await opened.client.customers.list({ filter: {} })).rows.map(({ id }) => id);
    await run({ columns: ['name'], selection: { filter: { stage: ['active'] } } });
    expect(await namesIn(target)).toEqual(['杭州八骏科技有限公司']);
    expect((await run({ columns: ['name'], selection: { filter: {}, except: [first ?? 0] } })).rows).toBe(1);
    expect((await run({ columns: ['name'], selection: { ids: [second ?? 0] } })).rows).toBe(1);
    expect((await run({ selection: { filter: { text: '没有这样的客户' } } })).rows).toBe(0);
    expect(await namesIn(target)).toEqual([]);
  });

  test('cancelled, there is no file, or the one that was there', async () => {
    await writeSampleData(opened.session, undefined, undefined, 1_000);
    const cancelled = (format: 'xlsx' | 'csv', stopAt: number) => {
      const controller = new AbortController();
      const report = ({ done }: { done: number }) => {
        if (done >= stopAt) controller.abort();
      };
      const input = exportInputSchema.parse({ selection: { filter: {} }, columns: 'all', format, target });
      return failureOf(exportCustomers(opened.session, input, report, controller.signal));
    };
    for (const format of ['xlsx', 'csv'] as const) {
      for (const stopAt of [0, 400]) {
        expect(await cancelled(format, stopAt)).toEqual({ code: 'cancelled' });
        expect(readdirSync(dirname(target))).toEqual([]);
      }
    }
    writeFileSync(target, '上个月的导出');
    await cancelled('xlsx', 400);
    expect(readFileSync(target, 'utf8')).toBe('上个月的导出');
    expect(readdirSync(dirname(target))).toEqual(['客户.xlsx']);
  });

  test('a folder that is gone is named, and the archive itself is never written over', async () => {
    const gone = join(dirname(target), '没有', '客户.xlsx');
    expect((await failureOf(run({ target: gone }))).code).toBe('fileMissing');
    const own = join(opened.folder, archiveFileName);
    expect(await failureOf(run({ target: own }))).toEqual({
      code: 'archiveAlreadyThere',
      folder: opened.folder,
    });
    expect(existsSync(own)).toBe(true);
  });

  test('three thousand customers go out batch by batch, with progress to the last', async () => {
    await writeSampleData(opened.session, undefined, undefined, 3_000);
    const seen: number[] = [];
    const input = exportInputSchema.parse({
      selection: { filter: {} },
      columns: 'all',
      format: 'xlsx',
      target,
    });
    const { rows } = await exportCustomers(opened.session, input, ({ done }) => seen.push(done));
    expect(rows).toBe(3_002);
    expect(seen.at(-1)).toBe(3_002);
    expect(seen.length).toBeGreaterThan(10);
    expect(await cellsOf(target)).toHaveLength(3_003);
  });
});
