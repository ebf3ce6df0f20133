import { describe, expect, it } from 'vitest';
import type { MappedColumn } from '../../../src-main/archive/imports/row-columns.ts';
import type { TestCell, TestSheet } from '../../support/build-workbook.ts';
import { normalisedRows } from '../../support/normalised-rows.ts';

interface Oddity {
  readonly rows: readonly (readonly TestCell[])[];
  readonly sheet?: Partial<TestSheet> & { epoch1904?: boolean };
  readonly said?: Readonly<Record<number, Partial<MappedColumn>>>;
  /** What must be among the facts of each row. */
  readonly read: readonly unknown[];
}

const company = '杭州八骏科技有限公司';
const phone = (value: string, normal = '') => ({ value, normal });
/** A column of a person's values, one row each. */
const column = (header: string, ...values: TestCell[]): TestCell[][] => [
  ['姓名', header],
  ...values.map((value, row) => [['王伟', '李娜', '张军', '陈勇', '刘洋', '赵敏'][row] ?? '孙丽', value]),
];

const oddities: Record<string, Oddity> = {
  'phones that a spreadsheet wrote in its own way have all their digits again': {
    rows: column('手机', '13812345678.0', '1.3812345678E+10', 13_812_345_678, {
      number: 13_812_345_678,
      format: '0.00E+00',
    }),
    read: Array.from({ length: 4 }, () => ({
      methods: [{ type: 'mobile', ...phone('13812345678', '+8613812345678') }],
      doubts: [],
    })),
  },
  'phones with spaces, dashes, country codes and full-width digits are as written, with one normal form': {
    rows: column(
      '电话',
      '138 1234 5678',
      '138-1234-5678',
      '+86 138 1234 5678',
      '0086-13812345678',
      '１３８１２３４５６７８',
      '(+86)13812345678',
    ),
    read: [
      '138 1234 5678',
      '138-1234-5678',
      '+86 138 1234 5678',
      '0086-13812345678',
      '１３８１２３４５６７８',
      '(+86)13812345678',
    ].map((value) => ({ methods: [phone(value, '+8613812345678')], doubts: [] })),
  },
  'landlines with and without brackets and extensions are of their town': {
    rows: column('电话', '0571-88012345', '(0571)88012345', '0571 8801 2345', '0571-88012345转802'),
    read: Array.from({ length: 4 }, () => ({ methods: [{ type: 'phone', normal: '+8657188012345' }] })),
  },
  'a phone with lost digits is named as lost and goes to the notes, also between others': {
    rows: column('手机', '1.38E+10', '1.38E+10/13900139000', '１.３８Ｅ＋１０'),
    read: [
      { methods: [], notes: '手机：1.38E+10（电话号码末几位丢失）', doubts: ['1 phoneDestroyed'] },
      {
        methods: [phone('13900139000', '+8613900139000')],
        notes: /1\.38E\+10/u,
        doubts: ['1 phoneDestroyed'],
      },
      { methods: [], doubts: ['1 phoneDestroyed'] },
    ].map((row) => ({
      ...row,
      ...(row.notes instanceof RegExp ? { notes: expect.stringMatching(row.notes) } : {}),
    })),
  },
  'a row that holds nothing but a destroyed phone names nobody': {
    rows: [...column('手机', '13900139000'), [null, '1.38E+10', null]],
    read: [{ name: '王伟' }],
  },
  'identity numbers of which Excel kept 15 digits are named as lost, as text and as numbers': {
    rows: column(
      '身份证号',
      '330106199001011000',
      330_106_199_001_011_000,
      '3.30106E+17',
      '11010519491231002x',
    ),
    read: [
      { notes: '身份证号：330106199001011000（身份证号末几位丢失）', doubts: ['1 identityNumberDestroyed'] },
      { doubts: ['1 identityNumberDestroyed'] },
      { doubts: ['1 identityNumberDestroyed'] },
      { identityNumber: '11010519491231002X', birthday: '1949-12-31', gender: 'female', doubts: [] },
    ],
  },
  'bank accounts and codes of which Excel lost the end are named as lost; those that end in zeros are not': {
    rows: [
      ['公司名称', '银行账号', '税号'],
      ['甲贸易有限公司', { xml: '<c r="@"><v>6222021202012345678</v></c>' }, '9.13301E+17'],
      ['乙贸易有限公司', '6.22202E+18', null],
      ['丙贸易有限公司', '1202021209900000', null],
    ],
    read: [
      {
        notes: expect.stringContaining('号码末几位丢失'),
        doubts: ['1 numberDestroyed', '2 numberDestroyed'],
      },
      { notes: '银行账号：6.22202E+18（号码末几位丢失）', doubts: ['1 numberDestroyed'] },
      { bankAccount: '1202021209900000', doubts: [] },
    ],
  },
  'a cell that shows ##### is lost, whatever it held': {
    rows: [
      ['客户名称', '地址', '成立日期', '联系人'],
      [company, '#####', '########', '王伟'],
    ],
    read: [
      {
        name: company,
        notes: '地址：#####（只剩 #####）\n成立日期：########（只剩 #####）',
        doubts: ['1 cellDestroyed', '2 cellDestroyed'],
      },
    ],
  },
  'a destroyed cell is told in the language of its header': {
    rows: [
      ['Name', 'Mobile'],
      ['John Smith', '1.38E+10'],
    ],
    read: [{ notes: 'Mobile：1.38E+10 (Phone lost its last digits)' }],
  },
  'dates are serials of either epoch': {
    rows: column('生日', 31_168, { number: 31_168, format: 'yyyy-mm-dd' }, '31168'),
    read: Array.from({ length: 3 }, () => ({ birthday: '1985-05-01' })),
  },
  'dates are serials of the epoch of a Mac': {
    rows: column('生日', 29_706, { number: 29_706, format: 'yyyy-mm-dd' }),
    sheet: { epoch1904: true },
    read: Array.from({ length: 2 }, () => ({ birthday: '1985-05-01' })),
  },
  'dates with points, slashes, characters or nothing between their parts are one date': {
    rows: column(
      '出生日期',
      '1985.5.1',
      '1985/5/1',
      '1985年5月1日',
      '19850501',
      '85.5.1',
      '１９８５－５－１',
    ),
    read: Array.from({ length: 6 }, () => ({ birthday: '1985-05-01', doubts: [] })),
  },
  'a year of two digits stands first: 23/5/1': {
    rows: [
      ['公司名称', '成立日期'],
      [company, '23/5/1'],
    ],
    read: [{ foundedOn: '2023-05-01', doubts: [] }],
  },
  'a month alone is the first day of a founding, and no birthday': {
    rows: [
      ['公司名称', '成立日期'],
      [company, '2023年5月'],
    ],
    read: [{ foundedOn: '2023-05-01' }],
  },
  'birthdays without a year, and lunar ones in all ways, are what they are': {
    rows: column(
      '生日',
      '5月1日',
      '农历八月十五',
      '农历1985年八月十五',
      '正月初五',
      '腊月廿三',
      '（农历）8月15',
    ),
    read: ['--05-01', 'lunar:08-15', 'lunar:1985-08-15', 'lunar:01-05', 'lunar:12-23', 'lunar:08-15'].map(
      (birthday) => ({ birthday, doubts: [] }),
    ),
  },
  'a date that could be two days is doubted and stays as written until somebody says which': {
    rows: column('生日', '3/4/1985', '5/6/1990'),
    read: [
      { birthday: '3/4/1985', doubts: ['1 dateAmbiguous'] },
      { birthday: '5/6/1990', doubts: ['1 dateAmbiguous'] },
    ],
  },
  'a date that could be two days is read as the owner says, day first': {
    rows: column('生日', '3/4/1985', '5/6/1990'),
    said: { 1: { dateOrder: 'dayFirst' } },
    read: [{ birthday: '1985-04-03', doubts: [] }, { birthday: '1990-06-05' }],
  },
  'a date that could be two days is read as the owner says, month first': {
    rows: column('生日', '3/4/1985', '5/6'),
    said: { 1: { dateOrder: 'monthFirst' } },
    read: [{ birthday: '1985-03-04', doubts: [] }, { birthday: '--05-06' }],
  },
  'one date of the 31st says for its whole column which number is the day': {
    rows: column('生日', '3/4/1985', '31/12/1990'),
    read: [{ birthday: '1985-04-03', doubts: [] }, { birthday: '1990-12-31' }],
  },
  'a header may say which number is the day': {
    rows: column('出生日期（月/日/年）', '3/4/1985', '5/6/1990'),
    read: [{ birthday: '1985-03-04', doubts: [] }, { birthday: '1990-05-06' }],
  },
  'regions are split off addresses, and short names of towns are known': {
    rows: [
      ['客户名称', '地址'],
      ['甲贸易有限公司', '浙江省杭州市西湖区文一西路8号'],
      ['乙贸易有限公司', '杭州西湖区文一西路8号'],
      ['丙贸易有限公司', '上海市徐汇区人民路1号'],
    ],
    read: [
      { province: '浙江省', city: '杭州市', district: '西湖区', address: '文一西路8号' },
      { province: '浙江省', city: '杭州市', district: '西湖区', address: '文一西路8号' },
      { province: '上海市', district: '徐汇区', address: '人民路1号' },
    ],
  },
  'money with 万, 元, commas and signs is 分': {
    rows: [
      ['公司名称', '注册资本'],
      ['甲贸易有限公司', '500万'],
      ['乙贸易有限公司', '￥1,234,567.80'],
      ['丙贸易有限公司', '100万元人民币'],
      ['丁贸易有限公司', '３００万'],
      ['戊贸易有限公司', 5_000_000],
    ],
    read: [500_000_000, 123_456_780, 100_000_000, 300_000_000, 500_000_000].map((registeredCapital) => ({
      registeredCapital,
    })),
  },
  'mail in full-width signs is mail, and one that is none is doubted': {
    rows: column(
      '邮箱',
      'ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ',
      'li@example.com；na@example.com',
      'zhang.example.com',
    ),
    read: [
      { methods: [{ type: 'email', normal: 'wang@example.com' }], doubts: [] },
      { methods: [{ normal: 'li@example.com' }, { normal: 'na@example.com' }] },
      { doubts: ['1 emailInvalid'] },
    ],
  },
  'gender is what people call each other': {
    rows: column('性别', '男', 'M', '先生', '女士', 'F', '女'),
    read: ['male', 'male', 'male', 'female', 'female', 'female'].map((gender) => ({ gender })),
  },
  'codes keep their leading zeros, as text and by their number format': {
    rows: [
      ['客户编号', '客户名称'],
      ['00123', '甲贸易有限公司'],
      [{ number: 124, format: '00000' }, '乙贸易有限公司'],
    ],
    read: [{ code: '00123' }, { code: '00124' }],
  },
  'two phones and a form of address in one cell are two methods of one contact': {
    rows: [
      ['单位', '联系方式'],
      [company, '13800138000/13900139000 王经理'],
    ],
    read: [
      {
        methods: [],
        contacts: [
          {
            name: '王经理',
            methods: [phone('13800138000', '+8613800138000'), phone('13900139000', '+8613900139000')],
          },
        ],
      },
    ],
  },
  'words beside a number are of that number, and none of them is lost': {
    rows: [
      ['客户', '电话'],
      ['老街面馆', '王姐13800138001、老公13900139002（打这个）'],
      ['江边粮油店', '13800138008（已停机）新号13900139008'],
      ['天天水果店', '13800138003或者13800138004'],
      ['温州海天阀门厂', '86-577-88012345'],
    ],
    read: [
      {
        contacts: [{ name: '王姐', methods: [{ value: '13800138001', label: '' }] }],
        methods: [{ value: '13900139002', label: '老公 打这个' }],
      },
      {
        methods: [
          { value: '13800138008', label: '已停机' },
          { value: '13900139008', label: '新号' },
        ],
      },
      {
        methods: [
          { value: '13800138003', label: '' },
          { value: '13800138004', label: '' },
        ],
      },
      { methods: [{ type: 'phone', value: '86-577-88012345', label: '', normal: '+8657788012345' }] },
    ],
  },
  'a number beside a name is no part of it': {
    rows: [
      ['客户', '地址'],
      ['张三13800138001', '杭州市西湖区文三路1号'],
      ['李四 13800138002', '杭州市西湖区文三路2号'],
      ['王五（13800138003）', '杭州市西湖区文三路3号'],
      ['赵六 139 0013 9004 老板娘', '杭州市西湖区文三路4号'],
      ['八骏科技（王军13800138005）', '杭州市西湖区文三路5号'],
      ['恒通五金店 0571-88012345', '杭州市西湖区文三路6号'],
    ],
    read: [
      { name: '张三', methods: [{ value: '13800138001', label: '' }], doubts: [] },
      { name: '李四', methods: [{ value: '13800138002', label: '' }], doubts: [] },
      { name: '王五', methods: [{ value: '13800138003', label: '' }], doubts: [] },
      { name: '赵六', methods: [{ value: '139 0013 9004', label: '老板娘' }], doubts: [] },
      {
        name: '八骏科技',
        contacts: [{ name: '王军', methods: [{ value: '13800138005', label: '' }] }],
        doubts: [],
      },
      { name: '恒通五金店', methods: [{ type: 'phone', value: '0571-88012345', label: '' }], doubts: [] },
    ],
  },
  'a number that belongs to a name stays in it': {
    rows: [
      ['客户名称', '地址'],
      ['7788连锁酒店', '杭州市西湖区文三路1号'],
      ['12345678', '杭州市西湖区文三路2号'],
      ['王伟2', '杭州市西湖区文三路3号'],
      ['订单20230501客户', '杭州市西湖区文三路4号'],
    ],
    read: [{ name: '7788连锁酒店' }, { name: '12345678' }, { name: '王伟2' }, { name: '订单20230501客户' }],
  },
  'who stands beside a number in one cell with an address is its name, and the address is noted': {
    rows: [
      ['序号', '收件信息', '货品'],
      [1, '张三，13800138001，浙江省杭州市西湖区文三路1号', '蟹'],
      [2, '李四 13800138002 江苏省苏州市吴中区木渎镇金山路8号', '蟹'],
      [3, '王五 13800138003 上海市浦东新区世纪大道100号', '蟹'],
    ],
    read: [
      {
        name: '张三',
        methods: [{ value: '13800138001', label: '' }],
        notes: '收件信息：浙江省杭州市西湖区文三路1号',
      },
      { name: '李四', notes: '收件信息：江苏省苏州市吴中区木渎镇金山路8号' },
      { name: '王五', notes: '收件信息：上海市浦东新区世纪大道100号' },
    ],
  },
  'a postcode behind an address is one where the header says so, or the cell': {
    rows: [
      ['客户名称', '通讯地址及邮编'],
      ['甲贸易有限公司', '杭州市文三路1号 310012'],
      ['乙贸易有限公司', '宁波市中河路2号，315100'],
      ['丙贸易有限公司', '温州市龙湾区（邮编：325000）'],
      ['丁贸易有限公司', '杭州市文三路100012'],
    ],
    read: [
      { city: '杭州市', address: '文三路1号', postcode: '310012' },
      { city: '宁波市', address: '中河路2号', postcode: '315100' },
      { district: '龙湾区', postcode: '325000' },
      { address: '文三路100012' },
    ],
  },
  'QQ, WeChat and mail in one column are told apart': {
    rows: [
      ['姓名', 'QQ/微信'],
      ['王伟', '12345678'],
      ['李娜', 'zhaoheng88/87654321'],
      ['张军', 'lin_hai@qq.com'],
      ['陈勇', '13800138001'],
    ],
    read: [
      { methods: [{ type: 'qq', value: '12345678' }] },
      {
        methods: [
          { type: 'wechat', value: 'zhaoheng88' },
          { type: 'qq', value: '87654321' },
        ],
      },
      { methods: [{ type: 'email', value: 'lin_hai@qq.com' }] },
      { methods: [{ type: 'wechat', value: '13800138001' }] },
    ],
  },
  'a district that is called like a city elsewhere is none of that city': {
    rows: [
      ['客户名称', '所在地区', '详细地址'],
      ['甲贸易有限公司', '朝阳区', '建国路1号'],
      ['乙贸易有限公司', '辽宁朝阳', '双塔区2号'],
      ['丙贸易有限公司', '内蒙', '呼和浩特新城区5号'],
    ],
    read: [
      { district: '朝阳区', address: '建国路1号' },
      { province: '辽宁省', city: '朝阳市', district: '双塔区', address: '2号' },
      { province: '内蒙古自治区', city: '呼和浩特市', district: '新城区', tags: [] },
    ],
  },
  'a lunar day needs no word for that below a header that has it': {
    rows: column('生日(农历)', '八月十五', '腊月廿三', '1990年八月十五', '8/15'),
    read: ['lunar:08-15', 'lunar:12-23', 'lunar:1990-08-15', 'lunar:08-15'].map((birthday) => ({
      birthday,
      doubts: [],
    })),
  },
  'words for a phone and signs behind it are no part of it': {
    rows: column('电话', '13800138009，', '联系电话：0574-88012345 传真：0574-88012346', '00852-2345 6789'),
    read: [
      { methods: [{ value: '13800138009' }], doubts: [] },
      {
        methods: [
          { type: 'phone', value: '0574-88012345', label: '' },
          { type: 'fax', value: '0574-88012346', label: '' },
        ],
      },
      { methods: [{ value: '00852-2345 6789', label: '', normal: '+85223456789' }], doubts: [] },
    ],
  },
  'the errors of formulas say nothing, also as text': {
    rows: [
      ['客户名称', '联系人', '电话'],
      ['甲贸易有限公司', '#REF!', '#VALUE!'],
      ['#N/A', '#NAME?', '13800138001'],
    ],
    read: [{ name: '甲贸易有限公司', contacts: [], methods: [] }, { name: '13800138001' }],
  },
  'what a level says more is kept': {
    rows: column('等级', 'A+', 'B', 'C-'),
    read: [
      { level: 'A', tags: ['A+'] },
      { level: 'B', tags: [] },
      { level: 'C', tags: ['C-'] },
    ],
  },
};

describe('of a sheet', () => {
  it.each(Object.entries(oddities))('%s', async (_, { rows, sheet, said, read }) => {
    const found = await normalisedRows(rows, sheet, said);
    expect(found).toMatchObject(read);
    expect(found).toHaveLength(read.length);
  });
});
