import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src-shared/customers.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { allCustomers, customersOf, importFile, temporaryFile } from '../../support/sheet-import.ts';
import { openTestArchive } from '../../support/open-test-archive.ts';

interface Oddity {
  readonly rows: readonly (readonly TestCell[])[];
  readonly sheet?: Partial<TestSheet>;
  /** What must be among the facts of each customer, in the order of the sheet. */
  readonly customers: readonly unknown[];
}

const mobile = (value: string, label = '') => ({ type: 'mobile', value, label });
const company = '杭州八骏科技有限公司';

const oddities: Record<string, Oddity> = {
  'two phones with a name in one cell make a contact with two numbers': {
    rows: [
      ['单位', '联系方式'],
      [company, '13800138000/13900139000 王经理'],
    ],
    customers: [
      {
        methods: [],
        contacts: [{ name: '王经理', methods: [mobile('13800138000'), mobile('13900139000')] }],
      },
    ],
  },
  'each of several names in a phone cell stays with its own number': {
    rows: [
      ['单位', '联系电话'],
      [company, '张三 13800138000，李四 13900139000'],
    ],
    customers: [{ methods: [mobile('13800138000', '张三'), mobile('13900139000', '李四')] }],
  },
  'words beside a number become its label': {
    rows: [
      ['姓名', '手机'],
      ['王伟', '13800138000（微信同号）'],
    ],
    customers: [{ kind: 'person', name: '王伟', methods: [mobile('13800138000', '微信同号')] }],
  },
  'a phone with spaces, country code, full-width digits, or an extension is one phone, as written': {
    rows: [
      ['单位', '电话'],
      [company, '+86 138 0013 8000'],
      ['宁波恒通五金商行', '１３８００１３８００１'],
      ['苏州海泰贸易有限公司', '(0571)88012345-802'],
      ['上海宏美五金有限公司', '400-800-8820'],
    ],
    customers: [
      { methods: [{ value: '+86 138 0013 8000', normal: '+8613800138000' }] },
      { methods: [{ value: '１３８００１３８００１', normal: '+8613800138001' }] },
      { methods: [{ type: 'phone', value: '(0571)88012345-802', normal: '+8657188012345' }] },
      { methods: [{ type: 'phone', value: '400-800-8820' }] },
    ],
  },
  'a second number of the same line gets its area code': {
    rows: [
      ['单位', '电话'],
      [company, '0571-88012345、88012346'],
    ],
    customers: [
      { methods: [{ normal: '+8657188012345' }, { value: '057188012346', normal: '+8657188012346' }] },
    ],
  },
  'a phone that a spreadsheet has rounded is no phone any more: what is left of it is a note': {
    rows: [
      ['姓名', '手机'],
      ['王伟', '1.38E+10'],
    ],
    customers: [{ methods: [], doubts: [], notes: '手机：1.38E+10（电话号码末几位丢失）' }],
  },
  'words in a phone column are a note, not a phone': {
    rows: [
      ['姓名', '手机'],
      ['王伟', '见老陈的本子'],
    ],
    customers: [{ methods: [], notes: '手机：见老陈的本子' }],
  },
  'cells that say there is nothing are empty': {
    rows: [
      ['客户名称', '联系人', '手机', '地址', '备注'],
      [company, '无', '-', '暂无', '/'],
      ['宁波恒通五金商行', '李娜', { error: '#N/A' }, 'N/A', '没有'],
    ],
    customers: [
      { contacts: [], methods: [], address: '', notes: '' },
      { contacts: [{ name: '李娜', methods: [] }], address: '', notes: '' },
    ],
  },
  'dates in all ways are one date, and none is guessed': {
    rows: [
      ['公司名称', '成立日期'],
      ['甲贸易有限公司', { number: 44_511, format: 'yyyy-mm-dd' }],
      ['乙贸易有限公司', 44_511],
      ['丙贸易有限公司', '2021.11.11'],
      ['丁贸易有限公司', '21/11/11'],
      ['戊贸易有限公司', '2021年11月11日'],
      ['己贸易有限公司', '20211111'],
      ['庚贸易有限公司', '2021年11月'],
      ['辛贸易有限公司', '3/4'],
    ],
    customers: [
      ...Array.from({ length: 6 }, () => ({ foundedOn: '2021-11-11', doubts: [] })),
      { foundedOn: '2021-11-01' },
      { foundedOn: '3/4', doubts: [{ field: 'foundedOn', reason: 'dateInvalid' }] },
    ],
  },
  'birthdays may lack the year, be lunar, or be no date at all': {
    rows: [
      ['姓名', '生日'],
      ['王伟', '5月1日'],
      ['李娜', '农历八月十五'],
      ['张军', '1985-02-30'],
      ['陈勇', '1985年5月'],
    ],
    customers: [
      { birthday: '--05-01', doubts: [] },
      { birthday: 'lunar:08-15', doubts: [] },
      { birthday: '1985-02-30', doubts: [{ reason: 'dateInvalid' }] },
      { birthday: '1985年5月', doubts: [{ reason: 'dateInvalid' }] },
    ],
  },
  'a column of lunar birthdays is lunar': {
    rows: [
      ['姓名', '生日（农历）'],
      ['王伟', '8月15日'],
      ['李娜', '1985-08-15'],
    ],
    customers: [{ birthday: 'lunar:08-15' }, { birthday: 'lunar:1985-08-15' }],
  },
  'an identity number gives birthday and gender; one that Excel destroyed becomes a note': {
    rows: [
      ['姓名', '身份证号'],
      ['王伟', '11010519491231002x'],
      ['李娜', 330_106_199_001_011_000],
    ],
    customers: [
      { identityNumber: '11010519491231002X', birthday: '1949-12-31', gender: 'female', doubts: [] },
      { identityNumber: '', birthday: '', notes: '身份证号：330106199001011000（身份证号末几位丢失）' },
    ],
  },
  'money with units, signs and a unit in the header is money': {
    rows: [
      ['公司名称', '注册资本（万元）'],
      ['甲贸易有限公司', 500],
      ['乙贸易有限公司', '￥1,234.50'],
      ['丙贸易有限公司', '2亿元'],
      ['丁贸易有限公司', '未公布'],
    ],
    customers: [
      { registeredCapital: 500_000_000 },
      { registeredCapital: 1_234_500_000 },
      { registeredCapital: 20_000_000_000 },
      { registeredCapital: null, notes: '注册资本（万元）：未公布' },
    ],
  },
  'regions are split off addresses and given their full names': {
    rows: [
      ['客户名称', '省', '市', '地址'],
      [company, '浙江', '杭州', '浙江省杭州市西湖区文一西路8号'],
      ['宁波恒通五金商行', null, null, '昆山市解放路1号'],
      ['苏州海泰贸易有限公司', '江苏', '苏州', '上海市徐汇区人民路1号'],
      ['上海宏美五金有限公司', null, null, '工业园 3 号'],
    ],
    customers: [
      { province: '浙江省', city: '杭州市', district: '西湖区', address: '文一西路8号' },
      { province: '江苏省', city: '苏州市', district: '昆山市', address: '解放路1号' },
      { province: '江苏省', city: '苏州市', district: '', address: '上海市徐汇区人民路1号' },
      { province: '', address: '工业园 3 号' },
    ],
  },
  'region in one column joins the address': {
    rows: [
      ['客户名称', '所在地区', '详细地址'],
      [company, '浙江省/杭州市/西湖区', '文一西路8号'],
    ],
    customers: [{ province: '浙江省', city: '杭州市', district: '西湖区', address: '文一西路8号' }],
  },
  'territories that are no region of the country become tags, and stay out of the address': {
    rows: [
      ['客户名称', '区域', '地址'],
      [company, '华东', '文一西路8号'],
    ],
    customers: [{ province: '', address: '文一西路8号', tagIds: [1] }],
  },
  'postcodes, codes and accounts keep their zeros': {
    rows: [
      ['客户编号', '客户名称', '邮编', '银行账号'],
      ['0017', company, 17_053, '0402 0123 4567 8901'],
      ['0018', '宁波恒通五金商行', '031413', 6_222_021_202_012_345],
    ],
    customers: [
      { code: '0017', postcode: '017053', bankAccount: '0402 0123 4567 8901' },
      { code: '0018', postcode: '031413', bankAccount: '6222021202012345' },
    ],
  },
  'bank and account, address and phone in one cell are taken apart': {
    rows: [
      ['公司名称', '税号', '注册地址电话', '开户行及账号'],
      [
        company,
        '91330106MA2KD2KH5C',
        '杭州市文一西路8号 0571-88012345',
        '工行杭州西湖支行 1202 0212 0990 0123456',
      ],
    ],
    customers: [
      {
        registeredAddress: '杭州市文一西路8号',
        registeredPhone: '0571-88012345',
        bankName: '工行杭州西湖支行',
        bankAccount: '1202 0212 0990 0123456',
      },
    ],
  },
  'invoice details under a common header are invoice details': {
    rows: [
      ['客户名称', '开票资料', null, null, '电话'],
      [null, '税号', '电话', '地址', null],
      [company, '91330106MA2KD2KH5C', '0571-88012345', '杭州市文一西路8号', '0571-88019999'],
    ],
    sheet: { merged: ['A1:A2', 'B1:D1', 'E1:E2'] },
    customers: [
      {
        registeredPhone: '0571-88012345',
        registeredAddress: '杭州市文一西路8号',
        methods: [{ value: '0571-88019999' }],
      },
    ],
  },
  'a company name merged over the rows of its contacts is one customer': {
    rows: [
      ['单位', '联系人', '手机'],
      [company, '王伟', '13800138000'],
      [null, '李娜', '13900139000'],
      ['宁波恒通五金商行', '张军', '18600000702'],
    ],
    sheet: { merged: ['A2:A3'] },
    customers: [
      {
        name: company,
        contacts: [
          { name: '王伟', methods: [mobile('13800138000')] },
          { name: '李娜', methods: [mobile('13900139000')] },
        ],
      },
      { contacts: [{ name: '张军' }] },
    ],
  },
  'several contacts in a row, and several in a cell, each get their number': {
    rows: [
      ['单位', '联系人1', '手机1', '联系人2', '手机2'],
      [company, '王伟（经理）', '13800138000', '李 娜', '13900139000'],
      ['宁波恒通五金商行', '张三、李四', '13700137000/13600136000', null, null],
    ],
    customers: [
      {
        contacts: [
          { name: '王伟', title: '经理', methods: [mobile('13800138000')] },
          { name: '李娜', methods: [mobile('13900139000')] },
        ],
      },
      {
        contacts: [
          { name: '张三', methods: [mobile('13700137000')] },
          { name: '李四', methods: [mobile('13600136000')] },
        ],
      },
    ],
  },
  'persons and companies in one list are told apart, row by row': {
    rows: [
      ['客户', '职务', '手机'],
      [company, null, '13800138000'],
      ['王伟', '店长', '13900139000'],
      ['宁波恒通五金商行', null, '13700137000'],
      ['欧阳娜娜', null, '13600136000'],
      ['苏州海泰贸易有限公司', null, '13500135000'],
    ],
    customers: [
      { kind: 'company' },
      { kind: 'person', notes: '职务：店长', contacts: [] },
      { kind: 'company' },
      { kind: 'person' },
      { kind: 'company' },
    ],
  },
  'a row without a company is the person in it, a row without anybody its number': {
    rows: [
      ['公司', '姓名', '手机'],
      [company, '王伟', '13800138000'],
      [null, '李娜', '13900139000'],
      [null, null, '13700137000'],
    ],
    customers: [
      { kind: 'company', contacts: [{ name: '王伟' }] },
      { kind: 'person', name: '李娜', contacts: [], methods: [mobile('13900139000')] },
      { name: '13700137000', doubts: [{ reason: 'nameLooksLikeNumber' }] },
    ],
  },
  'mail in a QQ column is mail, WeChat that is the phone is the phone': {
    rows: [
      ['姓名', '手机', 'QQ', '微信'],
      ['王伟', '13800138000', '12345678@qq.com', '同手机号'],
      ['李娜', '13900139000', 87_654_321, 'lina_66'],
    ],
    customers: [
      {
        methods: [
          mobile('13800138000'),
          { type: 'email', normal: '12345678@qq.com' },
          { type: 'wechat', value: '13800138000' },
        ],
      },
      {
        methods: [
          mobile('13900139000'),
          { type: 'qq', value: '87654321' },
          { type: 'wechat', value: 'lina_66' },
        ],
      },
    ],
  },
  'options in any words find their option, and words that say more stay as tags': {
    rows: [
      ['客户名称', '客户状态', '客户等级', '标签'],
      [company, '老客户', 'A类', '展会、重点'],
      ['宁波恒通五金商行', '潜在', '重点', null],
      ['苏州海泰贸易有限公司', '已流失', 'D', '展会'],
      ['上海宏美五金有限公司', 'VIP', 'B', null],
    ],
    customers: [
      { stage: 'active', level: 'A' },
      { stage: 'lead', level: 'A' },
      { stage: 'lost', level: '' },
      { stage: 'active', level: 'B' },
    ],
  },
  'a former name in brackets is an alias': {
    rows: [
      ['公司名称', '曾用名'],
      ['杭州八骏科技有限公司（原杭州八骏网络有限公司）', '八骏软件；八骏数码'],
    ],
    customers: [{ name: company, aliases: ['杭州八骏网络有限公司', '八骏软件', '八骏数码'] }],
  },
  'notes of several columns are one note that says where each came from': {
    rows: [
      ['客户名称', '备注', '跟进记录'],
      [company, '价格敏感', '2024-11-08 已报价'],
    ],
    customers: [{ notes: '价格敏感\n跟进记录：2024-11-08 已报价' }],
  },
  'invisible signs, control characters and broken lines are tidied up': {
    rows: [
      ['客户名称', '联系人', '备注'],
      ['\u200B杭州八骏\n科技有限公司 ', ' 王　伟 ', '第一行\r\n第二行'],
    ],
    customers: [{ name: company, contacts: [{ name: '王伟' }], notes: '第一行\n第二行' }],
  },
  'headers and values such as __proto__ are data': {
    rows: [
      ['客户名称', '__proto__', 'constructor', '备注'],
      ['__proto__', 'x', 'y', 'toString'],
      ['constructor', 'x', 'y', '__proto__'],
    ],
    customers: [
      { name: '__proto__', notes: 'toString' },
      { name: 'constructor', notes: '__proto__' },
    ],
  },
  'a name of 600 characters is cut to its field and kept whole in the notes': {
    rows: [
      ['客户名称', '电话'],
      ['八'.repeat(600), '13800138000'],
    ],
    customers: [{ name: '八'.repeat(500), notes: `客户名称：${'八'.repeat(600)}` }],
  },
  'a table that begins somewhere in the middle of the sheet is found': {
    rows: [
      [],
      [null, null, '2024年客户'],
      [],
      [null, null, '客户名称', '手机'],
      [null, null, company, '13800138000'],
    ],
    customers: [{ name: company, methods: [mobile('13800138000')] }],
  },
  'English sheets with two languages in the header come in too': {
    rows: [
      ['No.', '客户名称 Customer', 'Contact Person', 'Mobile Phone', 'E-mail', 'Address'],
      [1, company, 'Wang Wei', '+86 138 0013 8000', 'wang@example.com', '8 Wenyi Road'],
      [2, 'Acme Trading Co., Ltd.', 'John Smith', '+1 212 555 0123', 'john@example.com', '5th Avenue'],
    ],
    customers: [
      {
        code: 'KH-0001',
        contacts: [{ name: 'Wang Wei', methods: [mobile('+86 138 0013 8000'), { type: 'email' }] }],
      },
      { name: 'Acme Trading Co., Ltd.', contacts: [{ name: 'John Smith' }] },
    ],
  },
};

describe('a sheet in which', () => {
  it.each(Object.entries(oddities))('%s', async (_, { rows, sheet, customers }) => {
    const found: Customer[] = await customersOf(rows, sheet);
    expect(found).toHaveLength(customers.length);
    expect(found).toMatchObject(customers);
  });

  it('tags are named twice makes each tag once', async () => {
    const { session, client } = await openTestArchive();
    const csv = '客户名称,标签\n杭州八骏科技有限公司,VIP、展会\n宁波恒通五金商行,vip\n';
    await importFile(session, temporaryFile('客户.csv', csv));
    expect((await client.tags.list()).map(({ name, count }) => [name, count])).toEqual([
      ['VIP', 2],
      ['展会', 1],
    ]);
    expect(allCustomers(session)).toHaveLength(2);
  });
});
