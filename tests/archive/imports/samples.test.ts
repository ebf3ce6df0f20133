import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importPlanRows, importRows } from '../../../src-main/archive/imports/imports.ts';
import { finish, openTestArchive } from '../../support/open-test-archive.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { allCustomers, importFile, planUnderstood, understandFile } from '../../support/sheet-import.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/samples/${name}`, import.meta.url));
const ledger = sample('客户台账2015-2024.xlsx');
const addressBook = sample('通讯录导出.csv');
const members = sample('会员名单.xls');
const truth = JSON.parse(readFileSync(sample('truth.json'), 'utf8')) as {
  '客户台账2015-2024.xlsx': {
    客户台账: Record<
      'dataRows' | 'customers' | 'rowsWithTwoPhones' | 'wrongCreditCodes' | 'blankLinesInside',
      number
    > & {
      headerRows: [number, number];
      sameCustomerUnderAnotherSpelling: number;
    };
    '2014年以前': { dataRows: number };
  };
  '会员名单.xls': {
    sheets: string[];
    会员: Record<'dataRows' | 'lunarBirthdays' | 'wrongIdNumbers' | 'idNumbersDestroyedByExcel', number> & {
      headerRows: [number];
      kind: string;
      openedOnIsADateSerial: boolean;
    };
  };
  '通讯录导出.csv': { dataRows: number; emptyCompany: number; impossibleBirthdays: number };
};
const ofLedger = truth['客户台账2015-2024.xlsx'].客户台账;
const ofAddressBook = truth['通讯录导出.csv'];
const ofMembers = truth['会员名单.xls'].会员;

describe('the ledger of ten years', () => {
  it('is understood without a question: title, two-row header, total, note and blank lines', async () => {
    const { session } = await openTestArchive();
    const { reading, understanding } = await understandFile(session, ledger);
    expect(reading.format).toBe('xlsx');
    expect(reading.sheets.map(({ name, likelyTable }) => [name, likelyTable])).toEqual([
      ['客户台账', true],
      ['2014年以前', true],
      ['说明', false],
    ]);
    expect(reading.suggestedSheet).toBe(0);
    expect(understanding.header?.map((row) => row + 1)).toEqual(ofLedger.headerRows);
    expect(understanding.dataRows).toBe(ofLedger.dataRows);
    expect(understanding.kind).toBe('company');
    expect(understanding.columns.map(({ header, target }) => [header, target.field, target.contact])).toEqual(
      [
        ['序号', 'ignore', null],
        ['客户名称', 'name', null],
        ['联系人/姓名', 'contactName', 0],
        ['联系人/职务', 'contactTitle', 0],
        ['联系人/手机', 'mobile', 0],
        ['统一社会信用代码', 'creditCode', null],
        ['地 址', 'address', null],
        ['首次合作日期', 'ignore', null],
        ['年采购额（万元）', 'ignore', null],
        ['客户类型', 'stage', null],
        ['业务员', 'owner', null],
        ['备 注', 'notes', null],
      ],
    );
    const rowsLeftOut = (wanted: string) =>
      understanding.leftOut.filter(({ reason }) => reason === wanted).map(({ row }) => row);
    expect(rowsLeftOut('title')).toEqual([0, 1]);
    expect(rowsLeftOut('blank')).toHaveLength(ofLedger.blankLinesInside);
    expect(rowsLeftOut('total')).toEqual([424]);
    expect(rowsLeftOut('note')).toEqual([425]);
  });

  it('becomes 404 customers, with those that stand twice taken together and nothing of them lost', async () => {
    const { session } = await openTestArchive();
    const { plan, result } = await importFile(session, ledger);
    expect(plan.counts).toMatchObject({
      rows: ofLedger.dataRows,
      create: ofLedger.dataRows - ofLedger.wrongCreditCodes,
      update: 0,
      possible: 0,
      skip: 0,
      doubtful: ofLedger.wrongCreditCodes,
      newCustomers: ofLedger.customers,
    });
    expect(result).toMatchObject({ created: ofLedger.customers, updated: 0, skipped: 0 });
    const customers = allCustomers(session);
    expect(customers).toHaveLength(ofLedger.dataRows - ofLedger.sameCustomerUnderAnotherSpelling);

    const doubts = customers.flatMap((customer) => customer.doubts.map(({ reason }) => reason));
    expect(doubts).toEqual(Array.from({ length: ofLedger.wrongCreditCodes }, () => 'creditCodeInvalid'));
    const two = customers.filter(({ contacts }) => contacts.some(({ methods }) => methods.length === 2));
    expect(two).toHaveLength(ofLedger.rowsWithTwoPhones);

    expect(customers.find(({ name }) => name === '重庆星创科技商行')).toMatchObject({
      shortName: '星创科技',
      creditCode: '913301066D7DFBG34R',
      contacts: [{ name: '彭刚英', title: '老板', methods: [{ normal: '+8613100000010' }] }],
    });
    expect(customers.find(({ name }) => name === '上海汇祥物流有限公司')).toMatchObject({
      aliases: ['上海市汇祥物流有限公司'],
      creditCode: '913101045DU41Q1YGB',
      owner: '小李',
    });
    expectAgreement(session);
  });

  it('writes each cell where it belongs', async () => {
    const { session } = await openTestArchive();
    await importFile(session, ledger);
    expect(allCustomers(session)[0]).toMatchObject({
      kind: 'company',
      code: 'KH-0001',
      name: '深圳隆润服饰有限公司',
      creditCode: '91310104J75HA0L5X1',
      province: '广东省',
      city: '深圳市',
      district: '宝安区',
      address: '建设大道258号',
      stage: 'active',
      owner: '老陈',
      notes: '价格敏感，\n报价后三天内跟进',
      methods: [],
      contacts: [
        {
          name: '王伟',
          title: '老板',
          methods: [
            { type: 'mobile', value: '13100000000', normal: '+8613100000000', label: '王经理' },
            { type: 'mobile', value: '19900000001', normal: '+8619900000001', label: '王经理' },
          ],
        },
      ],
    });
    // A phone that was stored as a number has all its digits.
    expect(allCustomers(session)[1]?.contacts[0]?.methods[0]).toMatchObject({ value: '13100000002' });
  });

  it('adds nothing when it is imported again, and one undo takes all of it back', async () => {
    const { session, client } = await openTestArchive();
    const first = await importFile(session, ledger);
    const again = await understandFile(session, ledger);
    expect(again.reading.importedBefore).toMatchObject({ changeId: first.result.changeId });
    const { counts } = await planUnderstood(session, again);
    expect(counts).toMatchObject({
      create: 0,
      update: 0,
      possible: 0,
      skip: ofLedger.dataRows,
      newCustomers: 0,
    });

    await finish(client.changes.undo({}));
    expect(allCustomers(session)).toEqual([]);
    expect(await client.tags.list()).toEqual([]);
    expect((await understandFile(session, ledger)).reading.importedBefore).toBeNull();
  });

  it('shows its rows as they are, with the merged cells and what is left out', async () => {
    const { session } = await openTestArchive();
    const { reading } = await understandFile(session, ledger);
    const { rows, total, merged } = await importRows(session, {
      readingId: reading.readingId,
      sheet: 0,
      offset: 0,
      limit: 6,
    });
    expect(total).toBe(426);
    expect(rows.map(({ leftOut }) => leftOut)).toEqual(['title', 'title', 'header', 'header', null, null]);
    expect(rows[4]?.cells.slice(0, 3)).toEqual(['1', '深圳隆润服饰有限公司\u3000', '王伟']);
    expect(merged).toContainEqual({ top: 2, left: 2, bottom: 2, right: 4 });
  });

  it('has a second sheet with other columns', async () => {
    const { session } = await openTestArchive();
    const { result } = await importFile(session, ledger, 1);
    expect(result.created).toBe(truth['客户台账2015-2024.xlsx']['2014年以前'].dataRows);
    expect(allCustomers(session)[0]).toMatchObject({
      name: '苏州盛鑫食品商行',
      methods: [{ type: 'phone', value: '0512-87650830', normal: '+8651287650830' }],
      contacts: [{ name: '彭平艳', methods: [] }],
    });
  });
});

describe('the exported address book', () => {
  it('is GBK, and comes in with a person for every row without a company', async () => {
    const { session } = await openTestArchive();
    const understood = await understandFile(session, addressBook);
    expect(understood.reading).toMatchObject({ format: 'csv', encoding: 'gb18030', delimiter: ',' });
    const { plan, result } = await importFile(session, addressBook);
    expect(plan.counts).toMatchObject({
      rows: ofAddressBook.dataRows,
      possible: 0,
      doubtful: ofAddressBook.impossibleBirthdays,
    });
    expect(result.created).toBe(ofAddressBook.dataRows);
    const customers = allCustomers(session);
    expect(customers.filter(({ kind }) => kind === 'person')).toHaveLength(ofAddressBook.emptyCompany);
    expect(
      customers.filter(({ doubts }) => doubts.some(({ reason }) => reason === 'dateInvalid')),
    ).toHaveLength(ofAddressBook.impossibleBirthdays);
    expect(customers.every(({ postcode }) => /^0\d{5}$/u.test(postcode))).toBe(true);
  });

  it('keeps two phones of a cell, full-width mail, line breaks and impossible birthdays as they are written', async () => {
    const { session } = await openTestArchive();
    await importFile(session, addressBook);
    expect(allCustomers(session)[0]).toMatchObject({
      kind: 'person',
      name: '韩洋文',
      postcode: '017053',
      birthday: '1985-02-30',
      district: '慈溪市',
      address: '建设大道263号\n（收发室转）',
      contacts: [],
      methods: [
        { type: 'mobile', value: '13100000696' },
        { type: 'mobile', value: '13100000697' },
        { type: 'mobile', value: '+86 199 0000 0698', normal: '+8619900000698' },
        { type: 'email', value: 'user＠example．com', normal: 'user@example.com' },
      ],
      doubts: [{ field: 'birthday', reason: 'dateInvalid', value: '1985-02-30' }],
    });
  });

  it('shows each doubt at its column', async () => {
    const { session } = await openTestArchive();
    const plan = await planUnderstood(session, await understandFile(session, addressBook));
    const { rows, total } = await importPlanRows(session, {
      planId: plan.planId,
      status: 'doubtful',
      offset: 0,
      limit: 1,
    });
    expect(total).toBe(ofAddressBook.impossibleBirthdays);
    expect(rows[0]).toMatchObject({
      row: 1,
      status: 'doubtful',
      decided: false,
      name: '韩洋文',
      doubts: [{ field: 'birthday', reason: 'dateInvalid', value: '1985-02-30', column: 8 }],
      match: null,
      changes: [],
    });
    expect(rows[0]?.values).toContainEqual({
      field: 'contacts[0].mobile',
      column: 3,
      raw: '13100000696、13100000697',
      value: '13100000696、13100000697',
    });
  });
});

describe('the list of members, an .xls of 2003', () => {
  it('is understood without a question', async () => {
    const { session } = await openTestArchive();
    const { reading, understanding } = await understandFile(session, members);
    expect(reading).toMatchObject({ format: 'xls', encoding: null });
    expect(reading.sheets.map(({ name }) => name)).toEqual(truth['会员名单.xls'].sheets);
    expect(understanding.header?.map((row) => row + 1)).toEqual([
      ofMembers.headerRows[0],
      ofMembers.headerRows[0],
    ]);
    expect(understanding).toMatchObject({ dataRows: ofMembers.dataRows, kind: ofMembers.kind });
    expect(understanding.columns.map(({ header, target }) => [header, target.field])).toEqual([
      ['姓名', 'name'],
      ['性别', 'gender'],
      ['出生日期', 'birthday'],
      ['手机号', 'mobile'],
      ['身份证号码', 'identityNumber'],
      ['会员卡号', 'code'],
      ['积分', 'ignore'],
      ['开卡日期', 'ignore'],
      ['备注', 'notes'],
    ]);
  });

  it('shows the days that it keeps as numbers as the days they are', async () => {
    const { session } = await openTestArchive();
    const { reading, understanding } = await understandFile(session, members);
    const { rows } = await importRows(session, {
      readingId: reading.readingId,
      sheet: 0,
      offset: 1,
      limit: ofMembers.dataRows,
    });
    const opened = understanding.columns.findIndex(({ header }) => header === '开卡日期');
    expect(ofMembers.openedOnIsADateSerial).toBe(true);
    expect(rows[0]?.cells[opened]).toBe('2012-11-18');
    expect(rows.every(({ cells }) => /^20[0-2]\d-\d\d-\d\d$/u.test(cells[opened] ?? ''))).toBe(true);
  });

  it('becomes as many people, with lunar birthdays, wrong identity numbers marked and destroyed ones named', async () => {
    const { session } = await openTestArchive();
    const { result } = await importFile(session, members);
    expect(result).toMatchObject({ created: ofMembers.dataRows, updated: 0, skipped: 0 });
    const customers = allCustomers(session);
    expect(customers.every(({ kind }) => kind === ofMembers.kind)).toBe(true);
    expect(customers.filter(({ birthday }) => birthday.startsWith('lunar:'))).toHaveLength(
      ofMembers.lunarBirthdays,
    );
    const doubts = customers.flatMap((customer) => customer.doubts.map(({ reason }) => reason));
    expect(doubts).toEqual(Array.from({ length: ofMembers.wrongIdNumbers }, () => 'identityNumberInvalid'));
    const destroyed = customers.filter(
      ({ identityNumber, notes }) => identityNumber === '' && /^身份证号码：\d{15}000/u.test(notes),
    );
    expect(destroyed).toHaveLength(ofMembers.idNumbersDestroyedByExcel);
    expectAgreement(session);
  });
});
