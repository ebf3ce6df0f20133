import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src-shared/customers.ts';
import type { TextKind } from '../../../src-main/archive/search/match-ranges.ts';
import { findMatches, matchRanges } from '../../../src-main/archive/search/matches.ts';

/** The text with [brackets] around the marks. */
function marked(text: string, query: string, kind?: TextKind): string {
  let result = '';
  let last = 0;
  for (const [from, to] of matchRanges(text, query, kind)) {
    result += `${text.slice(last, from)}[${text.slice(from, to)}]`;
    last = to;
  }
  return result + text.slice(last);
}

const marks: [text: string, query: string, marked: string, kind?: TextKind][] = [
  ['杭州八骏科技有限公司', '八骏', '杭州[八骏]科技有限公司'],
  ['杭州八骏科技有限公司', '杭州 科技', '[杭州]八骏[科技]有限公司'],
  ['杭州八骏科技有限公司', '州八 八骏', '杭[州八骏]科技有限公司'],
  ['八八商行', '八', '[八八]商行'],
  ['杭州八骏（下沙）科技', '骏下', '杭州八[骏（下]沙）科技'],
  ['臺北八駿國際', '八骏国际', '臺北[八駿國際]'],
  ['台北八骏', '臺北', '[台北]八骏'],
  ['ＢＪ国际', 'bj', '[ＢＪ]国际'],
  ['BJ国际', 'ＢＪ', '[BJ]国际'],
  ['㈱八骏', '株八', '[㈱八]骏'],
  ['杭州八骏科技', 'bjkj', '杭州[八骏科技]'],
  ['杭州八骏科技', 'bajun', '杭州[八骏]科技'],
  ['杭州八骏科技', 'bajunk', '杭州[八骏科]技'],
  ['杭州八骏科技', 'ba jun', '杭州[八骏]科技'],
  ['杭州八骏科技', '八jkj', '杭州[八骏科技]'],
  ['杭州八骏科技', 'bajunkj', '杭州[八骏科技]'],
  ['杭州八骏科技', 'hzbajun', '[杭州八骏]科技'],
  ['王小明', 'wangxm', '[王小明]'],
  ['杭州八骏科技', 'ajun', '杭州八骏科技'],
  ['单小丽', 'sxl', '[单小丽]'],
  ['单小丽', 'danx', '[单小]丽'],
  ['重庆长江银行', 'cqzj', '[重庆长江]银行'],
  ['重庆长江银行', 'yinhang', '重庆长江[银行]'],
  ['吕布', 'lvbu', '[吕布]'],
  ['吕布', 'lub', '[吕布]'],
  ['乾坤资本', 'qiankun', '[乾坤]资本'],
  ['深圳ABC电子', 'szabcdz', '[深圳ABC电子]'],
  ['ABC Trading', 'tr', 'ABC [Tr]ading'],
  ['ABC Trading', 'radi', 'ABC T[radi]ng'],
  ['ABC Trading', 'ra', 'ABC Trading'],
  ['Müller', 'mull', '[Müll]er'],
  ['𠮷野家', '𠮷', '[𠮷]野家'],
  ['𠮷野家', '家', '𠮷野[家]'],
  ['火腿🐷专卖', '🐷', '火腿[🐷]专卖'],
  ['火腿🐷专卖', '腿专', '火[腿🐷专]卖'],
  ['杭州八骏', '"八骏"*', '杭州[八骏]'],
  ['杭州八骏', '', '杭州八骏'],
  ['杭州八骏', '（）', '杭州八骏'],
  ['文三路100号', 'wensanlu', '文三路100号', 'text'],
  ['文三路100号', '文三路100', '[文三路100]号', 'text'],
  ['138 1234 5678', '3812', '1[38 12]34 5678', 'text'],
  ['138-1234-5678', '5678', '138-1234-[5678]', 'text'],
  ['13812345678', '138 1234', '[1381234]5678', 'text'],
  ['13812345678', '138 5678', '[138]1234[5678]', 'text'],
  ['138 1234 5678', '+86 138-1234', '[138 1234] 5678', 'text'],
  ['+8613812345678', '13812345678', '+86[13812345678]', 'text'],
  ['１３８１２３４', '381', '１[３８１]２３４', 'text'],
  ['13812341234', '12', '13812341234', 'text'],
  ['zhang.san@bajun.com', 'san@bajun', 'zhang.[san@bajun].com', 'text'],
  ['KH-0021', 'kh0021', '[KH-0021]', 'code'],
  ['KH-0021', '21', 'KH-00[21]', 'code'],
  ['KH-0210', '21', 'KH-0210', 'code'],
];

describe('marks in a text', () => {
  it.each(marks)('in %s, %j marks %s', (text, query, expected, kind) => {
    expect(marked(text, query, kind)).toBe(expected);
  });
});

const customer = {
  id: 1,
  code: 'KH-0021',
  name: '杭州八骏科技有限公司',
  shortName: '八骏科技',
  aliases: ['骏业商行'],
  methods: [
    { id: 1, type: 'phone', value: '0571-88123456', normal: '+8657188123456', label: '' },
    { id: 2, type: 'email', value: 'info@bajun.com', normal: 'info@bajun.com', label: '' },
  ],
  contacts: [
    {
      id: 1,
      name: '单小丽',
      title: '总经理',
      department: '',
      fromDate: '',
      toDate: '',
      left: false,
      notes: '属兔',
      methods: [{ id: 3, type: 'mobile', value: '138 1234 5678', normal: '+8613812345678', label: '' }],
    },
  ],
  tagIds: [7],
  custom: [],
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  address: '文三路100号',
  legalRepresentative: '单小丽',
  industry: '软件',
  source: '',
  owner: '小王',
  identityNumber: '',
  creditCode: '91330106MA2CG1U45X',
  website: '',
  taxId: '',
  bankName: '',
  bankAccount: '',
  registeredAddress: '',
  registeredPhone: '',
  notes: `月底结款。${'一路平安'.repeat(200)}送到仓库`,
} as unknown as Customer;
const listed = { contactName: '单小丽', mobile: '138 1234 5678', email: 'info@bajun.com' };
const tags = new Map([[7, '重点客户']]);
const words = { tagNames: tags, wordFields: new Set<number>() };
const fieldsOf = (query: string) => findMatches(customer, listed, words, query).map(({ field }) => field);

describe('where a customer was found', () => {
  it.each([
    ['八骏', ['name', 'shortName']],
    ['bjkj', ['name', 'shortName']],
    ['骏业', ['alias']],
    ['0021', ['code']],
    ['21', ['code']],
    ['sxl', ['contactName']],
    ['单小丽', ['contactName', 'contact', 'legalRepresentative']],
    ['总经理', ['contact']],
    ['5678', ['mobile']],
    ['8812', ['phone']],
    ['info@', ['email']],
    ['重点', ['tag']],
    ['西湖', ['district']],
    ['2CG1', ['creditCode']],
    ['小王', ['owner']],
    ['属兔', ['other']],
    ['仓库', ['notes']],
    ['重点 5678', ['mobile', 'tag']],
    ['骏有限', ['name']],
    ['火腿', []],
    ['（）', []],
  ])('%s: %j', (query, fields) => {
    expect(fieldsOf(query)).toEqual(fields);
  });

  it('gives the value as written with its marks', () => {
    expect(findMatches(customer, listed, words, '234567')).toEqual([
      { field: 'mobile', value: '138 1234 5678', ranges: [[5, 12]] },
    ]);
  });
});
