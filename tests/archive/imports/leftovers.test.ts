import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitImport, planImport } from '../../../src-main/archive/imports/imports.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { buildWorkbook } from '../../support/build-workbook.ts';
import { failureOf, finish, openTestArchive, temporaryFolder } from '../../support/open-test-archive.ts';
import { readSheets, textsOf } from '../../support/read-sheets.ts';
import { readZip } from '../../support/read-zip.ts';
import {
  allCustomers,
  importFile,
  planInputOf,
  temporaryFile,
  understandFile,
} from '../../support/sheet-import.ts';

const ledger = (): string =>
  temporaryFile(
    '客户台账.xlsx',
    buildWorkbook({
      sheets: [
        {
          name: '2024年',
          merged: ['A1:F1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3'],
          rows: [
            ['某某贸易有限公司客户台账'],
            ['客户名称', '联系人', null, '邮编', '邮箱', '备注'],
            [null, '姓名', '手机', null, null, null],
            ['杭州八骏科技有限公司', '张三', '13812345678', '310012', 'a@bajun.cn', ''],
            ['苏州盛隆机械厂', '李娜', '1391234567', '21500', 'lina#shenglong.cn', '=1+1'],
            [null, null, null, '210000', null, '没写是谁'],
            ['南京瑞丰装饰工程有限公司', '赵敏', '13712345678/1371234', null, null, null],
            ['宁波恒通五金有限公司', '王伟', '13612345678', null, null, null],
            ['合计', null, null, null, null, '4 家'],
          ],
        },
      ],
    }),
  );

/** Brings the ledger in, with its last customer skipped. */
async function importLedger(session: Session): Promise<number> {
  const understood = await understandFile(session, ledger());
  const input = planInputOf(
    [understood],
    {},
    {
      decisions: [{ rows: [{ sheet: 0, row: 7 }], decision: 'skip' }],
    },
  );
  const { planId } = await planImport(session, input, () => {});
  const { changeId } = await commitImport(
    session,
    { planId },
    async () => {},
    () => {},
  );
  return changeId;
}

function target(): string {
  const path = temporaryFolder('待更正.xlsx');
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** The file of leftovers with some of its cells corrected, by row and column, as its reader would do it. */
async function corrected(path: string, edits: Record<string, string>): Promise<string> {
  const [sheet] = (await readSheets(path)).sheets;
  if (!sheet) throw new Error('the file has no sheet');
  const rows = textsOf(sheet);
  for (const [place, text] of Object.entries(edits)) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = rows[row];
    if (cells) cells[column] = text;
  }
  const letter = (column: number): string => String.fromCodePoint(65 + column);
  const merged = sheet.facts.merged.map(
    ([top, left, bottom, right]) => `${letter(left)}${top + 1}:${letter(right)}${bottom + 1}`,
  );
  return temporaryFile('更正.xlsx', buildWorkbook({ sheets: [{ name: sheet.name, rows, merged }] }));
}

describe('the rows that an import left out or doubted', () => {
  it('are kept with the import, with what is wrong and whom they became, also when it is undone', async () => {
    const { client, session } = await openTestArchive();
    const changeId = await importLedger(session);
    const details = await client.imports.get({ changeId });
    expect(details).toMatchObject({ created: 3, leftOut: 3, doubtful: 2, stored: 5, undo: null });
    const { rows, total } = await client.imports.leftovers({ changeId });
    expect(total).toBe(5);
    expect(
      rows.map(({ row, reasons, headers, customer }) => [
        row,
        reasons.map(({ reason }, at) => `${headers[at] ?? ''} ${reason}`).toSorted(),
        customer?.name ?? null,
      ]),
    ).toEqual([
      [
        4,
        ['联系人/手机 phoneInvalid', '邮箱 emailInvalid', '邮编 postcodeInvalid'].toSorted(),
        '苏州盛隆机械厂',
      ],
      [5, [' nameless'], null],
      [6, ['联系人/手机 phoneInvalid'], '南京瑞丰装饰工程有限公司'],
      [7, [' skipped'], null],
      [8, [' total'], null],
    ]);
    await finish(client.changes.undo({ changeId }));
    const undone = await client.imports.get({ changeId });
    expect(undone).toMatchObject({ inEffect: false, stored: 5, undo: { keptCount: 0 } });
    const after = await client.imports.leftovers({ changeId });
    expect(after.rows.map(({ customer }) => customer)).toEqual([null, null, null, null, null]);
  });

  it('go out in the shape of the original, doubtful cells coloured, formulas as text, reasons in words', async () => {
    const { client, session } = await openTestArchive();
    const changeId = await importLedger(session);
    const path = target();
    expect(await client.imports.exportLeftovers({ changeId, language: 'zh-CN', target: path })).toMatchObject(
      {
        rows: 5,
      },
    );
    const [sheet] = (await readSheets(path)).sheets;
    expect(sheet?.name).toBe('2024年');
    expect(sheet && textsOf(sheet)).toEqual([
      ['客户名称', '联系人', '', '邮编', '邮箱', '备注', '已导入为（客户编号）', '原因'],
      ['', '姓名', '手机', '', '', '', '', ''],
      [
        '苏州盛隆机械厂',
        '李娜',
        '1391234567',
        '21500',
        'lina#shenglong.cn',
        '=1+1',
        'KH-0002',
        expect.any(String),
      ],
      ['', '', '', '210000', '', '没写是谁', '', '没有客户名称，没有导入'],
      [
        '南京瑞丰装饰工程有限公司',
        '赵敏',
        '13712345678/1371234',
        '',
        '',
        '',
        'KH-0003',
        '联系人/手机：电话号码不对',
      ],
      ['宁波恒通五金有限公司', '王伟', '13612345678', '', '', '', '', '核对时选了跳过，没有导入'],
      ['合计', '', '', '', '', '4 家', '', '合计行，没有导入'],
    ]);
    const xml = (await readZip(path)).get('xl/worksheets/sheet1.xml') ?? '';
    const coloured = [...xml.matchAll(/<c s="7"[^>]*><is><t[^>]*>([^<]*)</gu)].map(([, text]) => text);
    expect(coloured).toEqual(['1391234567', '21500', 'lina#shenglong.cn', '13712345678/1371234']);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('ySplit="2"');
    for (const merged of ['B1:C1', 'A1:A2', 'G1:G2', 'H1:H2'])
      expect(xml).toContain(`<mergeCell ref="${merged}"/>`);
  });

  it('corrected and imported again, take only those rows and replace what was doubtful, each in its place', async () => {
    const { client, session } = await openTestArchive();
    const changeId = await importLedger(session);
    const path = target();
    await client.imports.exportLeftovers({ changeId, language: 'zh-CN', target: path });
    const file = await corrected(path, {
      '2,2': '13912345678',
      '2,3': '215000',
      '3,0': '无锡华强电子有限公司',
      '4,2': '13712345678/13712345679',
    });

    const { understanding } = await understandFile(session, file);
    expect(understanding.header).toEqual([0, 1]);
    expect(understanding.columns.map(({ target: { field } }) => field)).toEqual([
      'name',
      'contactName',
      'mobile',
      'postcode',
      'email',
      'notes',
      'importedAs',
      'ignore',
    ]);
    const { result } = await importFile(session, file);
    expect(result).toMatchObject({ created: 2, updated: 2 });
    const customers = allCustomers(session);
    expect(customers.map(({ name }) => name).toSorted()).toEqual(
      [
        '杭州八骏科技有限公司',
        '苏州盛隆机械厂',
        '南京瑞丰装饰工程有限公司',
        '无锡华强电子有限公司',
        '宁波恒通五金有限公司',
      ].toSorted(),
    );
    const of = (name: string) => customers.find((customer) => customer.name === name);
    const shenglong = of('苏州盛隆机械厂');
    expect(shenglong).toMatchObject({ postcode: '215000', aliases: [] });
    const methods = (name: string) =>
      of(name)?.contacts.map(({ name: contact, methods: own }) => [contact, own.map(({ value }) => value)]);
    expect(methods('苏州盛隆机械厂')).toEqual([['李娜', ['13912345678', 'lina#shenglong.cn']]]);
    expect(methods('南京瑞丰装饰工程有限公司')).toEqual([['赵敏', ['13712345678', '13712345679']]]);
    expect(shenglong?.doubts.map(({ reason }) => reason)).toEqual(['emailInvalid']);
    expectAgreement(session);

    // What was put right is a change like any other: it goes back, and comes again.
    await finish(client.changes.undo({ changeId: result.changeId }));
    expect(allCustomers(session).find(({ name }) => name === '苏州盛隆机械厂')).toMatchObject({
      postcode: '21500',
    });
    expect(await importFile(session, file)).toMatchObject({ result: { created: 2, updated: 2 } });
  });

  it('uncorrected change nothing, and after an undo bring their customers anew', async () => {
    const { client, session } = await openTestArchive();
    const changeId = await importLedger(session);
    const path = target();
    await client.imports.exportLeftovers({ changeId, language: 'en', target: path });
    const before = allCustomers(session);
    const { result } = await importFile(session, await corrected(path, { '5,0': '', '5,1': '', '5,2': '' }));
    expect(result).toMatchObject({ changeId: 0, created: 0, updated: 0 });
    expect(allCustomers(session)).toEqual(before);
    await finish(client.changes.undo({ changeId }));
    expect(await importFile(session, path)).toMatchObject({ result: { created: 3, updated: 0 } });
  });

  it('come back as their columns were said to be, without being told again', async () => {
    const { client, session } = await openTestArchive();
    const file = temporaryFile(
      '名单.csv',
      '客户名称,手机,内部暗号\n杭州八骏科技有限公司,1381234,甲\n宁波恒通五金有限公司,13912345678,乙\n',
    );
    const understood = await understandFile(session, file);
    const columns = understood.understanding.columns.map(({ index, target }) => ({
      index,
      target: index === 2 ? { field: 'shortName', contact: null } : target,
    }));
    const { planId } = await planImport(session, planInputOf([understood], { columns }), () => {});
    const commit = () =>
      commitImport(
        session,
        { planId },
        async () => {},
        () => {},
      );
    const { changeId } = await commit();
    const path = target();
    await client.imports.exportLeftovers({ changeId, language: 'zh-CN', target: path });
    const { understanding } = await understandFile(session, await corrected(path, { '1,1': '13812345678' }));
    expect(understanding.columns.map(({ target: { field }, reason }) => [field, reason])).toEqual([
      ['name', 'remembered'],
      ['mobile', 'remembered'],
      ['shortName', 'remembered'],
      ['importedAs', 'header'],
      ['ignore', 'header'],
    ]);
  });

  it('of an import without any, and of what is no import, are refused in words', async () => {
    const { client, session } = await openTestArchive();
    const file = temporaryFile('客户.csv', '客户名称,手机\n杭州八骏科技有限公司,13812345678\n');
    const { result } = await importFile(session, file);
    expect(await client.imports.get({ changeId: result.changeId })).toMatchObject({ leftOut: 0, stored: 0 });
    const exporting = client.imports.exportLeftovers({
      changeId: result.changeId,
      language: 'zh-CN',
      target: target(),
    });
    expect(await failureOf(exporting)).toEqual({ code: 'notFound', what: 'leftovers' });
    expect(await failureOf(client.imports.get({ changeId: 1 }))).toEqual({
      code: 'notFound',
      what: 'change',
    });
  });
});
