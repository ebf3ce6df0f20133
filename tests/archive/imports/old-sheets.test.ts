import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { planImport, understandImport } from '../../../src-main/archive/imports/imports.ts';
import type { Customer } from '../../../src-shared/customers.ts';
import { buildWorkbook, type TestCell, type TestSheet } from '../../support/build-workbook.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';
import {
  allCustomers,
  importFile,
  planInputOf,
  temporaryFile,
  understandFile,
} from '../../support/sheet-import.ts';
import { writeSheets } from '../../support/write-sheets.ts';

/*
 * Whole sheets as businesses have them, each with several oddities at once, that come in without touching a guess. What
 * one oddity does by itself stands in oddities.test.ts.
 */

/** A customer in one line: `名称 <电话> @地址`, its contacts after it. */
function inShort({ name, methods, contacts, province, city, district, address }: Customer): string {
  const numbers = (of: Customer['methods']): string =>
    of.map(({ value, label }) => (label === '' ? value : `${label} ${value}`)).join('，');
  const place = `${province}${city}${district}${address}`;
  const people = contacts.map((contact) =>
    [`${contact.name}${contact.title === '' ? '' : `（${contact.title}）`}`, numbers(contact.methods)]
      .join(' ')
      .trim(),
  );
  return [name, numbers(methods), place === '' ? '' : `@${place}`, ...people.map((person) => `+${person}`)]
    .filter((part) => part !== '')
    .join(' ');
}

/** Brings a file in as it is understood, and says in short who is there then. */
async function comingFrom(fileName: string, content: Uint8Array) {
  const { session } = await openTestArchive();
  const path = temporaryFile(fileName, content);
  const { understanding } = await understandFile(session, path);
  const { plan } = await importFile(session, path);
  const customers = allCustomers(session);
  return { understanding, plan, customers, short: customers.map(inShort) };
}

const workbook = (rows: readonly (readonly TestCell[])[], sheet: Partial<TestSheet> = {}) =>
  buildWorkbook({ sheets: [{ name: '表', ...sheet, rows }] });

describe('the orders of a web shop', () => {
  const order = (...parts: string[][]): string =>
    parts
      .flat()
      .map((field) => `"${field.replaceAll('"', '""')}"`)
      .join(',');
  const file = [
    order(
      [
        '订单号',
        '外部支付流水号',
        '商品名称',
        '订单状态',
        '买家昵称',
        '收货人/提货人',
        '收货人手机号/提货人手机号',
      ],
      [
        '收货人省份',
        '收货人城市',
        '收货人地区',
        '详细收货地址/提货地址',
        '买家备注',
        '商家备注',
        '订单创建时间',
      ],
    ),
    order(
      [
        '\tE2023050110302200',
        '="4200001811202305011"',
        '五常大米 5kg(2); 木耳(1)',
        '交易完成',
        '小鱼儿🐟',
        '王芳',
        '\t13812345678',
      ],
      [
        '浙江省',
        '杭州市',
        '西湖区',
        '文一西路 998 号 3 幢 601',
        '麻烦放门口,谢谢',
        '',
        '2023-05-01 10:30:22',
      ],
    ),
    order(
      ['\tE2023050111302200', '', '花生油 5L(1)', '交易关闭', '138****2222', '李建国', '="13912342222"'],
      ['江苏省', '苏州市', '姑苏区', '人民路 88 号', '', '老顾客，送小样', '2023-05-01 11:30:22'],
    ),
    order(
      ["'20230502093022", '', '五常大米 5kg(1)', '交易完成', '小鱼儿🐟', '王芳', "'13812345678"],
      ['浙江省', '杭州市', '西湖区', '文一西路 998 号 3 幢 601', '', '', '2023-05-02 09:30:22'],
    ),
    order(['\tE2023050409302200', '', '小米(1)', '等待买家付款', '', '', '', '', '', '', '', '', '', '']),
  ];

  it('are their buyers, each once, with place, nickname and remarks', async () => {
    const { customers, short, plan } = await comingFrom(
      '订单.csv',
      Buffer.from(`\ufeff${file.join('\r\n')}`),
    );
    expect(short).toEqual([
      '王芳 13812345678 @浙江省杭州市西湖区文一西路 998 号 3 幢 601',
      '李建国 13912342222 @江苏省苏州市姑苏区人民路 88 号',
    ]);
    expect(customers).toMatchObject([
      { kind: 'person', aliases: ['小鱼儿🐟'], notes: '麻烦放门口,谢谢' },
      { kind: 'person', notes: '商家备注：老顾客，送小样' },
    ]);
    expect(plan.counts).toMatchObject({ rows: 4, create: 2, skip: 2 });
  });
});

describe('the patients of a clinic, doctor by doctor on one sheet', () => {
  const head = ['就诊号', '患者姓名', '性别', '年龄', '联系电话', '家庭住址', '诊断'];
  const doctor = (name: string, ...patients: TestCell[][]): TestCell[][] => [
    [`${name} 患者名单`],
    head,
    ...patients,
    [`共${patients.length}人`],
    [],
  ];
  const rows = [
    ...doctor(
      '内科 王医生',
      ['MZ001', '王秀英', '女', 67, '13812345671', '解放路12号', '高血压'],
      ['MZ002', '张小宝', '男', '8个月', '13812345673（妈妈）', '西关', '感冒'],
    ),
    ...doctor('外科 陈医生', ['MZ101', '赵铁柱', '男', 52, '13812345674', '北门外', '腰椎']),
    ...doctor(
      '儿科 林医生',
      ['MZ201', '周子涵', '女', 5, '爸13812345675 妈13812345676', '阳光小区2-1-502', '咳嗽'],
      ['MZ202', '周子轩', '男', 3, '同上', '〃', '咳嗽'],
    ),
    ...doctor('口腔科 黄医生', ['MZ301', '孙丽', '女', 33, '0912-3456789', '', '智齿']),
    ...doctor('中医科 老林', ['MZ401', '何大妈', '女', 70, '无', '老街', '失眠']),
  ];

  it('are all there, whichever of the five tables they stand in', async () => {
    const { understanding, customers, short } = await comingFrom(
      '患者.xlsx',
      workbook(rows, { merged: ['A1:G1'] }),
    );
    expect(understanding.header).toEqual([1, 1]);
    expect(short).toEqual([
      '王秀英 13812345671 @解放路12号',
      '张小宝 妈妈 13812345673 @西关',
      '赵铁柱 13812345674 @北门外',
      '周子涵 爸 13812345675，妈 13812345676 @阳光小区2-1-502',
      '周子轩 爸 13812345675，妈 13812345676 @阳光小区2-1-502',
      '孙丽 0912-3456789',
      '何大妈 @老街',
    ]);
    expect(customers.map(({ code }) => code)).toEqual([
      'MZ001',
      'MZ002',
      'MZ101',
      'MZ201',
      'MZ202',
      'MZ301',
      'MZ401',
    ]);
    const reasons = understanding.leftOut.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'repeatedHeader')).toHaveLength(4);
    expect(reasons.filter((reason) => reason === 'note')).toHaveLength(4);
    expect(reasons.filter((reason) => reason === 'total')).toHaveLength(5);
  });

  it('do not become a doctor where the name is the first column', async () => {
    const named = rows.map(([, ...cells], index) => (cells.length > 0 ? cells : (rows[index] ?? [])));
    const { customers } = await comingFrom('患者.xlsx', workbook(named, { merged: ['A1:F1', 'A7:F7'] }));
    expect(customers.map(({ name }) => name)).toEqual([
      '王秀英',
      '张小宝',
      '赵铁柱',
      '周子涵',
      '周子轩',
      '孙丽',
      '何大妈',
    ]);
  });
});

describe('the address book of a wholesaler', () => {
  const expected = [
    '义乌恒发日用百货批发部 0579-85512345 @浙江省金华市义乌市国际商贸城二区 +陈恒发（老板） 13905791111 +小刘 13905793333',
    '温州瓯海鞋业有限公司 0577-86012345 @浙江省温州市瓯海区梧田街道 +林总 13705771111',
    '台州椒江塑料厂 @浙江省台州市椒江区洪家 +徐厂长 15958651111',
  ];

  it('has the people below their company, in an .xls of 2003', async () => {
    const rows = [
      ['序', '客户名称', '联系人', '电话', '地址'],
      [1, '义乌恒发日用百货批发部', null, '0579-85512345', '义乌国际商贸城二区'],
      [null, null, '陈恒发（老板）', '13905791111', null],
      [null, null, '小刘', 13905793333, null],
      [2, '温州瓯海鞋业有限公司', null, '0577-86012345', '温州市瓯海区梧田街道'],
      [null, null, '林总', '13705771111', null],
      [3, '台州椒江塑料厂', '徐厂长', '15958651111', '台州椒江洪家'],
    ];
    const { short, plan } = await comingFrom('通讯录.xls', writeSheets({ 通讯录: rows }, 'biff8'));
    expect(short).toEqual(expected);
    expect(plan.counts).toMatchObject({ newCustomers: 3, people: { rows: 1, companies: 1 } });
  });

  it('has them beside a company that is merged over their rows', async () => {
    const rows = [
      ['各单位通讯录（老板亲自维护，别乱改！）'],
      ['单位', '姓名', '职务', '手机', '地址'],
      ['义乌恒发日用百货批发部', '陈恒发', '老板', '13905791111', '义乌国际商贸城二区'],
      ['', '小刘', '', '0579-85512345 / 13905793333', ''],
      ['台州椒江塑料厂', '徐厂长', '', '15958651111', '台州椒江洪家'],
    ];
    const { short } = await comingFrom(
      '通讯录.xlsx',
      workbook(rows, { merged: ['A1:E1', 'A3:A4', 'E3:E4'] }),
    );
    expect(short).toEqual([
      '义乌恒发日用百货批发部 @浙江省金华市义乌市国际商贸城二区 +陈恒发（老板） 13905791111 +小刘 0579-85512345，13905793333',
      '台州椒江塑料厂 @浙江省台州市椒江区洪家 +徐厂长 15958651111',
    ]);
  });

  it('does not take who has a number, or an address, for a contact of the company above', async () => {
    const rows = [
      ['序', '客户名称', '联系人', '电话', '地址'],
      [1, '温州瓯海鞋业有限公司', '林总', '13705771111', ''],
      [2, '', '王伟', '13700001111', ''],
      ['', '', '赵敏', '13700002222', '西湖区文一西路'],
    ];
    const { short } = await comingFrom('通讯录.xlsx', workbook(rows));
    expect(short).toEqual([
      '温州瓯海鞋业有限公司 +林总 13705771111',
      '王伟 13700001111',
      '赵敏 13700002222 @西湖区文一西路',
    ]);
  });
});

describe('the members of a beauty salon in an .xls of 2003', () => {
  const head = ['会员卡号', '姓名', '手机号\n码', '生日\n(阳历)', '卡种', '储值\n余额', '美容师', '备注'];
  const rows = [
    ['丽人美容会所会员登记表'],
    ['打印日期：2008-12-31', null, null, null, null, null, null, '第1页 共2页'],
    head,
    [{ v: 1, z: '000000' }, '刘晓燕', 13578901234, '8.15', '金卡', 1280, '小美', ''],
    [{ v: 2, z: '000000' }, '赵太太', '小灵通 0571-81234567', '正月初八', '金卡', 3600.5, '阿玲', '先生姓黄'],
    [null, null, null, null, '本页小计', 4880.5],
    head,
    [{ v: 3, z: '000000' }, '徐曼', '13578901236(李)', '1980-12-3', '金卡(停)', 500, '阿玲', ''],
    [null, null, null, null, '合计', 5380.5],
    ['制表：前台小周', null, null, null, null, null, null, '店长签字：'],
  ];

  it('keep their card numbers, with the zeros', async () => {
    const { customers, short } = await comingFrom(
      '会员.xls',
      writeSheets({ 会员: rows }, 'biff8', { merged: ['A1:H1'] }),
    );
    expect(short).toEqual(['刘晓燕 13578901234', '赵太太 小灵通 0571-81234567', '徐曼 李 13578901236']);
    expect(customers.map(({ code, birthday, owner }) => [code, birthday, owner])).toEqual([
      ['000001', '--08-15', '小美'],
      ['000002', 'lunar:01-08', '阿玲'],
      ['000003', '1980-12-03', '阿玲'],
    ]);
  });
});

describe('the pupils of a training school, in GB18030 with semicolons', () => {
  const file = [
    '学员姓名;性别;出生日期;与学员关系;家长姓名;家长电话;班主任;备注',
    '王子涵;女;2014年3月8日;父亲;王建军;13811112222;周老师;"对花生过敏\n接送人只认外婆"',
    '李浩然;男;2013.12.1;妈妈;李太太;"13811113333;13811114444";周老师;',
    '陈思琪;女;2015/1/5;父母;陈志强/刘敏;13811115555（父） 13811116666（母）;吴老师;已退费',
    '王子涵;男;2014-7-9;奶奶;王秀兰;13811117777;周老师;与上面那个王子涵不是一个人',
  ];

  it('have their parents as contacts, and two of one name are two', async () => {
    const { customers, short } = await comingFrom('学员.csv', iconv.encode(file.join('\r\n'), 'gb18030'));
    expect(short).toEqual([
      '王子涵 +王建军（父亲） 13811112222',
      '李浩然 +李太太（妈妈） 13811113333，13811114444',
      '陈思琪 +陈志强（父母） 父 13811115555 +刘敏 母 13811116666',
      '王子涵 +王秀兰（奶奶） 13811117777',
    ]);
    expect(customers.map(({ owner }) => owner)).toEqual(['周老师', '周老师', '吴老师', '周老师']);
    expect(customers[0]?.notes).toBe('对花生过敏\n接送人只认外婆');
  });

  it('have father and mother side by side below merged headers', async () => {
    const rows = [
      ['小一班家长联系表'],
      ['学号', '幼儿姓名', '父亲', null, '母亲', null, '家庭住址'],
      [null, null, '姓名', '电话', '姓名', '电话'],
      ['01', '王梓萱', '王强', '13811110001', '李静', '13811110002', '阳光花园3-201'],
      ['02', '陈一诺', '陈刚', '13811110003', '', '', '〃'],
      ['03', '刘宇轩', '', '', '刘敏', '13811110004', '东门新村'],
    ];
    const merged = ['A1:G1', 'C2:D2', 'E2:F2', 'A2:A3', 'B2:B3', 'G2:G3'];
    const { short } = await comingFrom('小一班.xlsx', workbook(rows, { merged }));
    expect(short).toEqual([
      '王梓萱 @阳光花园3-201 +王强 13811110001 +李静 13811110002',
      '陈一诺 @阳光花园3-201 +陈刚 13811110003',
      '刘宇轩 @东门新村 +刘敏 13811110004',
    ]);
  });
});

describe('the building sites of a decoration firm', () => {
  it('have estate and number as one address, and years between them as remarks', async () => {
    const rows = [
      ['好家装饰 客户总表', null, null, null, null, null, '更新：周会后'],
      ['小区', '房号', '业主信息', null, '合同', null, '设计师'],
      [null, null, '业主', '电话', '金额(万)', '签约日'],
      ['—— 2023年 ——'],
      ['绿城桂花园', '3-1-501', '沈先生', '13600001111', 12.8, '2023.2.18', '小方'],
      [null, '7-2-1102', '钱敏', '13600002222 / 老公 13600003333', '18万', '2023.3.1', '小方'],
      ['—— 2024年 ——'],
      ['金地自在城', '9幢', '吴磊', '13600005555', 15, '2024.1.6', '阿杰'],
      ['合计', null, '3户', null, 45.8],
    ];
    const merged = ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3', 'A5:A6'];
    const { understanding, customers, short } = await comingFrom('工地.xlsx', workbook(rows, { merged }));
    expect(short).toEqual([
      '沈先生 13600001111 @绿城桂花园3-1-501',
      '钱敏 13600002222，老公 13600003333 @绿城桂花园7-2-1102',
      '吴磊 13600005555 @金地自在城9幢',
    ]);
    expect(customers.map(({ owner }) => owner)).toEqual(['小方', '小方', '阿杰']);
    expect(understanding.leftOut.filter(({ reason }) => reason === 'note').map(({ row }) => row)).toEqual([
      3, 6,
    ]);
  });

  it('have building, entrance and door as an address where no estate is named', async () => {
    const lines = [
      '楼栋,单元,房号,业主姓名,业主电话,备注',
      '3,1,501,沈建华,13600001111,',
      '3,2,1101,周强,"13600002222,13600003333",出租',
      '3,2,101,,,空置',
    ];
    const { short } = await comingFrom('物业.csv', iconv.encode(lines.join('\n'), 'gb18030'));
    expect(short).toEqual(['沈建华 13600001111 @3-1-501', '周强 13600002222，13600003333 @3-2-1101']);
  });

  it('leave the number of a room alone where it says nothing of an address', async () => {
    const rows = [
      ['客人姓名', '手机', '房号', '家庭地址'],
      ['沈建华', '13600001111', '501', '杭州市西湖区文一西路 8 号'],
    ];
    const { understanding } = await comingFrom('住客.xlsx', workbook(rows));
    expect(understanding.columns.map(({ target }) => target.field)).toEqual([
      'name',
      'mobile',
      'ignore',
      'address',
    ]);
    expect(understanding.columns[2]).toMatchObject({ confidence: 0, newField: { name: '房号' } });
  });
});

describe('a list of phones that is printed in groups beside each other', () => {
  const rows = [
    ['老顾客电话表'],
    ['序号', '姓名', '电话', '序号', '姓 名', '电话'],
    [1, '王伟', '13800000001', 4, '李娜', '13800000002'],
    [2, '赵敏', '13800000004', 5, '陈勇', '13800000005'],
    [3, '孙丽', '13800000007'],
  ];

  it('is a table for each group, of which nobody becomes the contact of a neighbour', async () => {
    const { session } = await openTestArchive();
    const path = temporaryFile('电话表.xlsx', workbook(rows, { merged: ['A1:F1'] }));
    const { reading, understanding } = await understandFile(session, path);
    expect(understanding.table).toBe(0);
    expect(understanding.tables.map(({ left, right }) => [left, right])).toEqual([
      [0, 2],
      [3, 5],
    ]);
    for (const table of [0, 1]) {
      const { readingId } = reading;
      const { header, kind, columns, tables } = await understandImport(session, {
        readingId,
        sheet: 0,
        table,
      });
      const { top = 0, left = 0, bottom = 0, right = 0 } = tables[table] ?? {};
      const understood = [{ reading, understanding: { ...understanding, header, kind, columns } }];
      const input = planInputOf(understood, { table: { top, left, bottom, right } });
      const { counts } = await planImport(session, input, () => {});
      expect(counts).toMatchObject({ rows: 3 - table, create: 3 - table });
    }
  });

  it('stays one table where a company has its people in columns beside it', async () => {
    const { understanding, short } = await comingFrom(
      '客户.xlsx',
      workbook([
        ['客户名称', '联系人', '手机', '联系人', '手机'],
        ['杭州八骏科技有限公司', '王伟', '13800000001', '李娜', '13800000002'],
        ['宁波恒通五金有限公司', '赵敏', '13800000004', '', ''],
      ]),
    );
    expect(understanding.tables).toHaveLength(1);
    expect(short).toEqual([
      '杭州八骏科技有限公司 +王伟 13800000001 +李娜 13800000002',
      '宁波恒通五金有限公司 +赵敏 13800000004',
    ]);
  });
});
