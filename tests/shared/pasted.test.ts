import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { customerPatchSchema, type CustomerPatch } from '../../src-shared/customers.ts';
import { readPasted } from '../../src-shared/pasted.ts';

/** A patch in short: contacts as `张三 (经理)`, methods as `mobile 138…`. */
const brief = ({ contacts, methods, ...fields }: CustomerPatch): Record<string, unknown> => ({
  ...fields,
  ...(methods && { methods: methods.map(({ type, value }) => `${type} ${value}`) }),
  ...(contacts && {
    contacts: contacts.map(({ name, title, department, methods: own }) =>
      [
        name,
        title && `(${title})`,
        department && `[${department}]`,
        ...own.map(({ type, value }) => `${type} ${value}`),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  }),
});

const company = { kind: 'company', name: '杭州八骏科技有限公司' };
const westLake = { province: '浙江省', city: '杭州市', district: '西湖区' };
const street = { ...westLake, address: '文一西路8号' };
const zhang = { contacts: ['张三 mobile 13812345678'] };

const pastes: [string, string, Record<string, unknown>, string?][] = [
  [
    'the example of every advertisement',
    '张三 13812345678 杭州市西湖区文一西路 8 号 八骏科技',
    { ...street, ...zhang, kind: 'company', name: '八骏科技' },
  ],
  [
    'the other way round',
    '八骏科技，杭州市西湖区文一西路8号，张三，13812345678',
    { ...street, ...zhang, kind: 'company', name: '八骏科技' },
  ],
  [
    'labelled lines',
    '姓名：张三\n电话：13812345678\n地址：浙江省杭州市西湖区文一西路8号\n公司：杭州八骏科技有限公司',
    { ...company, ...street, ...zhang },
  ],
  [
    'labels on one line',
    '公司：杭州八骏科技有限公司 联系人：张三 电话：13812345678 地址：杭州市西湖区文一西路8号',
    { ...company, ...street, ...zhang },
  ],
  [
    'labels without a colon',
    '联系人 张三\n手机 13812345678\n单位 杭州八骏科技有限公司',
    { ...company, ...zhang },
  ],
  [
    'labels glued to what they announce',
    '联系人张三电话13812345678地址浙江省杭州市西湖区文一西路8号',
    { ...street, kind: 'person', name: '张三', methods: ['mobile 13812345678'] },
  ],
  [
    'a message in whole sentences',
    '你好，我是八骏科技的张三，我的电话是13812345678，地址在杭州市西湖区文一西路8号',
    { ...street, ...zhang, kind: 'company', name: '八骏科技' },
  ],
  [
    'everything glued together',
    '杭州市西湖区文一西路8号杭州八骏科技有限公司张三收13812345678',
    { ...company, ...street, ...zhang },
  ],
  [
    'invoice details from WeChat',
    '名称：杭州八骏科技有限公司\n税号：91330106MA2B100040\n地址、电话：杭州市西湖区文一西路8号 0571-88012345\n开户行及账号：中国工商银行杭州文一支行 1202020209900012345',
    {
      ...company,
      ...westLake,
      taxId: '91330106MA2B100040',
      creditCode: '91330106MA2B100040',
      registeredAddress: '杭州市西湖区文一西路8号',
      registeredPhone: '0571-88012345',
      bankName: '中国工商银行杭州文一支行',
      bankAccount: '1202020209900012345',
    },
  ],
  [
    'invoice details on one line',
    '单位名称：杭州八骏科技有限公司 纳税人识别号：91330106MA2B100040 单位地址：杭州市西湖区文一西路8号 电话号码：0571-88012345 开户银行：招商银行杭州分行 银行账户：571900001234567',
    {
      ...company,
      ...westLake,
      taxId: '91330106MA2B100040',
      creditCode: '91330106MA2B100040',
      registeredAddress: '杭州市西湖区文一西路8号',
      registeredPhone: '0571-88012345',
      bankName: '招商银行杭州分行',
      bankAccount: '571900001234567',
    },
  ],
  [
    'an invoice block whose name has no label',
    '杭州八骏科技有限公司\n税号 91330106MA2B100040\n开户行 中国农业银行杭州城西支行\n账号 19-0451 0104 0001 234',
    {
      ...company,
      taxId: '91330106MA2B100040',
      creditCode: '91330106MA2B100040',
      bankName: '中国农业银行杭州城西支行',
      bankAccount: '19045101040001234',
    },
  ],
  [
    'the register of companies',
    '企业名称：杭州八骏科技有限公司\n统一社会信用代码：91330106MA2B100040\n法定代表人：张三\n注册资本：500万元人民币\n成立日期：2015年3月18日\n注册地址：浙江省杭州市西湖区文一西路8号',
    {
      ...company,
      ...westLake,
      creditCode: '91330106MA2B100040',
      legalRepresentative: '张三',
      registeredCapital: 500_000_000,
      foundedOn: '2015-03-18',
      registeredAddress: '浙江省杭州市西湖区文一西路8号',
    },
  ],
  [
    'a row from Excel',
    '杭州八骏科技有限公司\t张三\t13812345678\t浙江省杭州市西湖区文一西路8号\tzhangsan@bajun.com',
    { ...company, ...street, contacts: ['张三 mobile 13812345678 email zhangsan@bajun.com'] },
  ],
  [
    'a row from Excel with its header',
    '公司\t联系人\t手机\t地址\n杭州八骏科技有限公司\t张三\t13812345678\t杭州市西湖区文一西路8号',
    { ...company, ...street, ...zhang },
  ],
  [
    'a member’s row with its header',
    '姓名\t手机\t生日\t备注\n李娜\t13900139000\t1985.5.1\t老客户介绍',
    {
      kind: 'person',
      name: '李娜',
      methods: ['mobile 13900139000'],
      birthday: '1985-05-01',
      notes: '老客户介绍',
    },
  ],
  ['a person alone', '李娜 13900139000', { kind: 'person', name: '李娜', methods: ['mobile 13900139000'] }],
  ['the number first', '13900139000 李娜', { kind: 'person', name: '李娜', methods: ['mobile 13900139000'] }],
  [
    'someone known by a title',
    '王经理 13800138000',
    { kind: 'person', name: '王经理', methods: ['mobile 13800138000'] },
  ],
  [
    'a gentleman whose WeChat is the same number',
    '张三（先生） 手机13812345678（微信同号）',
    { kind: 'person', name: '张三', gender: 'male', methods: ['mobile 13812345678', 'wechat 13812345678'] },
  ],
  [
    'a delivery address of a shop',
    '收货人: 李娜\n手机号码: 13900139000\n所在地区: 浙江省杭州市西湖区\n详细地址: 文一西路8号3幢501室',
    {
      kind: 'person',
      name: '李娜',
      ...westLake,
      address: '文一西路8号3幢501室',
      methods: ['mobile 13900139000'],
    },
  ],
  [
    'an address cut up by spaces',
    '[收货信息] 李娜 139-0013-9000 广东省 深圳市 南山区 粤海街道 科技园南区 R2-A 栋 3 楼',
    {
      kind: 'person',
      name: '李娜',
      province: '广东省',
      city: '深圳市',
      district: '南山区',
      address: '粤海街道科技园南区R2-A栋3楼',
      methods: ['mobile 139-0013-9000'],
    },
  ],
  [
    'a postcode behind the address',
    '李娜,13900139000,广东省深圳市南山区科技南路18号,518057',
    {
      kind: 'person',
      name: '李娜',
      province: '广东省',
      city: '深圳市',
      district: '南山区',
      address: '科技南路18号',
      postcode: '518057',
      methods: ['mobile 13900139000'],
    },
  ],
  [
    'a stall in a market',
    '义乌市小商品城 A区 3楼 12345号 王老板 13812345678',
    {
      kind: 'person',
      name: '王老板',
      province: '浙江省',
      city: '金华市',
      district: '义乌市',
      address: '小商品城A区3楼12345号',
      methods: ['mobile 13812345678'],
    },
  ],
  [
    'a business card',
    '杭州八骏科技有限公司 张三 总经理 13812345678 0571-88012345 zhangsan@bajun.com www.bajun.com 微信：bajun2020 QQ：12345678',
    {
      ...company,
      website: 'www.bajun.com',
      methods: ['phone 0571-88012345'],
      contacts: ['张三 (总经理) mobile 13812345678 email zhangsan@bajun.com wechat bajun2020 qq 12345678'],
    },
  ],
  [
    'a card with department and brackets',
    '【杭州八骏科技有限公司】张三 采购部 经理 手机：138 1234 5678',
    { ...company, contacts: ['张三 (经理) [采购部] mobile 138 1234 5678'] },
  ],
  [
    'extension and fax',
    '客户：宁波恒通五金有限公司，联系人：李娜（采购），电话：0574-87654321转802，传真：0574-87654322',
    {
      kind: 'company',
      name: '宁波恒通五金有限公司',
      contacts: ['李娜 (采购)'],
      methods: ['phone 0574-87654321转802', 'fax 0574-87654322'],
    },
  ],
  [
    'two contacts of one company',
    '杭州八骏科技有限公司\n联系人：张三 13812345678；李娜 13900139000',
    { ...company, contacts: ['张三 mobile 13812345678', '李娜 mobile 13900139000'] },
  ],
  [
    'an identity card and a lunar birthday',
    '陈建国 男 11010519491231002X 13812345678 农历八月十五',
    {
      kind: 'person',
      name: '陈建国',
      gender: 'male',
      identityNumber: '11010519491231002X',
      birthday: 'lunar:08-15',
      methods: ['mobile 13812345678'],
    },
  ],
  [
    'a labelled member',
    '姓名:陈建国 性别:男 身份证:11010519491231002x 生日:5月1日',
    {
      kind: 'person',
      name: '陈建国',
      gender: 'male',
      identityNumber: '11010519491231002X',
      birthday: '--05-01',
    },
  ],
  [
    'a foreign customer',
    'Mr. John Smith +1 212 555 0123 john@acme.com ACME Trading Inc.',
    {
      kind: 'company',
      name: 'ACME Trading Inc.',
      methods: ['phone +1 212 555 0123'],
      contacts: ['Mr. John Smith email john@acme.com'],
    },
  ],
  [
    'English labels',
    'Company: Hangzhou Bajun Tech Co., Ltd.\nTel: +86 571 8801 2345\nFax: 0571-88012346\nEmail: info@bajun.com',
    {
      kind: 'company',
      name: 'Hangzhou Bajun Tech Co., Ltd.',
      methods: ['phone +86 571 8801 2345', 'fax 0571-88012346', 'email info@bajun.com'],
    },
  ],
  [
    'full-width signs',
    '杭州八骏科技有限公司　张三　１３８１２３４５６７８　ｚｈａｎｇ＠ｂａｊｕｎ．ｃｏｍ',
    { ...company, contacts: ['张三 mobile 13812345678 email zhang@bajun.com'] },
  ],
  [
    'brackets of a name stay as written',
    '公司：八骏科技（杭州）有限公司',
    { kind: 'company', name: '八骏科技（杭州）有限公司' },
  ],
  [
    'a hospital and a doctor',
    '单位：浙江大学医学院附属第一医院 联系人：陈医生 电话：0571-87236114',
    {
      kind: 'company',
      name: '浙江大学医学院附属第一医院',
      contacts: ['陈医生'],
      methods: ['phone 0571-87236114'],
    },
  ],
  [
    'a remark that is no name',
    '老陈 13812345678 做五金的，介绍人王姐',
    { kind: 'person', name: '老陈', methods: ['mobile 13812345678'] },
    '做五金的 介绍人王姐',
  ],
  [
    'our own labels',
    '客户编号：KH-0021 名称：杭州八骏科技有限公司 简称：八骏 来源：展会',
    { ...company, code: 'KH-0021', shortName: '八骏', source: '展会' },
  ],
  ['nothing', '', {}],
  ['only spaces and signs', ' \n\t，。 ', {}],
];

describe('what people paste', () => {
  test.each(pastes)('%s', (_, text, patch, rest = '') => {
    const read = readPasted(text);
    expect(brief(read.patch)).toEqual(patch);
    expect(read.rest).toBe(rest);
  });
});

const digits = (value: string) => value.normalize('NFKC').replace(/\D/gu, '');

describe('whatever is pasted', () => {
  const piece = fc.constantFrom(
    '张三',
    '13812345678',
    '杭州市西湖区',
    '文一西路8号',
    '八骏科技有限公司',
    '姓名：',
    '电话',
    '税号:',
    '开户行及账号：',
    '\n',
    '\t',
    ' ',
    '，',
    '（',
    '收',
    '12345',
    '@bajun.com',
    '先生',
    '1985-05-01',
    'ABC',
  );
  const anything = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('the patch is one that the contract takes', () => {
    fc.assert(
      fc.property(anything, (text) => void customerPatchSchema.parse(readPasted(text).patch)),
      { numRuns: 500 },
    );
  });

  it('a second value of a field, and one too long for it, stay in the rest', () => {
    const twice = readPasted('张三 网址：www.bajun.com\n网址：www.bajun.cn');
    expect(twice.patch.website).toBe('www.bajun.com');
    expect(twice.rest).toBe('www.bajun.cn');
    const account = '1202020209900012345'.repeat(10);
    const long = readPasted(`张三\n账号：${account}`);
    expect(long.patch.bankAccount).toBeUndefined();
    expect(long.rest).toBe(account);
  });

  it('no number that was written is lost', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { patch, rest } = readPasted(text);
        const all = `${JSON.stringify(patch)} ${rest}`;
        const kept = new Set(all.normalize('NFKC').match(/\d+/gu));
        // What was written up against each other is rightly taken apart: 1985-05-0113812345678.
        const stands = (number: string): boolean =>
          number === '' ||
          [...kept].some((part) => number.startsWith(part) && stands(number.slice(part.length)));
        for (const [number] of text.matchAll(/(?<!\d)\d{5,}(?!\d)/gu))
          expect(digits(all).includes(number) || stands(number), number).toBe(true);
      }),
      {
        numRuns: 500,
        examples: [
          ['1985-05-0113812345678张三13812345678'],
          ['开户行及账号：1234513812345678138123456781985-05-01'],
        ],
      },
    );
  });

  it('ten thousand signs of one kind are read at once, and fit the contract', () => {
    for (const part of [
      '1',
      '1 ',
      '有限公司',
      'a@',
      '杭州',
      '张三 ',
      '138',
      '0571-',
      '电话:',
      '(',
      '8号',
      'A1-',
      '王',
      '姓名:张三 ',
      '13812345678 ',
      '1\n',
      '—',
      'Mr. ',
    ]) {
      const { patch } = readPasted(part.repeat(10_000 / part.length));
      expect(customerPatchSchema.safeParse(patch).success, part).toBe(true);
    }
  });
});
