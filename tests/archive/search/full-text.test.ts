import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  compactFullText,
  countFullText,
  matchExpression,
  removeFullText,
  writeFullText,
} from '../../../src-main/archive/search/full-text.ts';
import { fullTextSchemaV1 } from '../../../src-main/archive/search/schema.ts';
import { findMatches } from '../../../src-main/archive/search/matches.ts';
import { documentTerms, type SearchableCustomer } from '../../../src-main/archive/search/words.ts';
import { customerFieldsSchema, type Customer } from '../../../src-shared/customers.ts';
import { tradingFirm } from './trading-firm.ts';

const folder = mkdtempSync(join(tmpdir(), '客档 search-'));
const names = new Map(tradingFirm.map(({ id, name }) => [id, name]));
let sqlite: Database.Database;

const open = (file: string) => {
  const database = new Database(join(folder, file));
  database.exec(fullTextSchemaV1);
  return database;
};

function find(query: string, database = sqlite): string[] | null {
  const expression = matchExpression(query);
  if (expression === null) return null;
  const ids = database
    .prepare('select rowid from customerSearch where customerSearch match ? order by rowid')
    .pluck()
    .all(expression) as number[];
  return ids.map((id) => names.get(id) ?? `? ${id}`);
}

const listed = { contactName: '', mobile: '', email: '' };

/** The customer as the list has it; its texts stand in the notes. */
const asCustomer = (customer: SearchableCustomer): Customer =>
  ({
    ...customer,
    contacts: customer.contacts.map((contact) => ({ ...contact, methods: [], notes: '' })),
    tagIds: [...customer.tags.keys()],
    ...Object.fromEntries(plain.map((field) => [field, ''])),
    notes: customer.texts.join('\n'),
  }) as unknown as Customer;
const plain = Object.keys(customerFieldsSchema.shape).filter(
  (field) => !['code', 'name', 'shortName'].includes(field),
);

beforeAll(() => {
  sqlite = open('firm.db');
  for (const customer of tradingFirm) writeFullText(sqlite, customer.id, documentTerms(customer));
});

afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

/** What is typed, and the beginnings of the names that are found. */
const queries: [query: string, found: string[]][] = [
  // One and two characters, any stretch
  ['骏', ['杭州八骏', '宁波八骏', '上海骏八', '臺北八駿']],
  ['粽', ['嘉兴粽子']],
  ['八骏', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['骏八', ['上海骏八']],
  ['骏科', ['杭州八骏']],
  ['八骏科', ['杭州八骏']],
  ['八骏五金', ['宁波八骏']],
  ['杭州八骏科技有限公司', ['杭州八骏']],
  ['恒达', ['苏州恒达', '恒达国际', '杭州恒达']],
  // Short names, aliases, contacts, titles, departments
  ['长江电器', ['重庆长江']],
  ['腾飞电子厂', ['深圳市腾飞']],
  ['乐家老铺', ['北京同仁堂']],
  ['单小丽', ['杭州八骏']],
  ['总经办', ['杭州八骏']],
  ['厂长', ['宁波八骏']],
  ['老板娘', ['武汉热干面']],
  // Several words: all must be there, anywhere
  ['八骏 科技', ['杭州八骏']],
  ['科技 八骏', ['杭州八骏']],
  ['八骏　文三路', ['杭州八骏']],
  ['八骏 单小丽 重点', ['杭州八骏']],
  ['八骏 火腿', []],
  // Across brackets, and without what stands in them
  ['恒达下沙', ['杭州恒达']],
  ['恒达（下沙）', ['杭州恒达']],
  ['恒达机械', ['杭州恒达']],
  // Pinyin: whole, in part, from any syllable on, with spaces and an apostrophe
  ['bajun', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['bajunkeji', ['杭州八骏']],
  ['baj', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['bajunk', ['杭州八骏']],
  ['ba jun wu jin', ['宁波八骏']],
  ['kejiyouxiangongsi', ['杭州八骏']],
  ['hangzhoubajunkejiyouxiangongsi', ['杭州八骏']],
  ['hangzhoubajunkejiyouxiangongsa', []],
  ['BaJunKeJi', ['杭州八骏']],
  ['bājùn kējì', ['杭州八骏']],
  ['xianda', ['西安大雁塔']],
  ["xi'anda", ['西安大雁塔']],
  ['wangxiaoming', ['王晓明', '王小明']],
  // Initials, and characters mixed with letters
  ['bjkj', ['杭州八骏']],
  ['hzbj', ['杭州八骏']],
  ['hzbjkjyxgs', ['杭州八骏']],
  ['wxm', ['王晓明', '王小明']],
  ['dxl', ['杭州八骏']],
  ['wangxm', ['王晓明', '王小明']],
  ['wxiaoming', ['王晓明', '王小明']],
  ['bajunkj', ['杭州八骏']],
  ['hzbajun', ['杭州八骏']],
  ['hzbajunkj', ['杭州八骏']],
  ['hzbajunk', ['杭州八骏']],
  ['shanxl', ['杭州八骏']],
  ['八jkj', ['杭州八骏']],
  ['杭州bjkj', ['杭州八骏']],
  ['bj五金', ['宁波八骏']],
  ['同rt', ['北京同仁堂']],
  // Surnames by their own and by the common reading
  ['shanxiaoli', ['杭州八骏']],
  ['danxiaoli', ['杭州八骏']],
  ['shanxx', ['单雄信']],
  ['sxx', ['单雄信']],
  ['xiexiaodong', ['解晓东']],
  ['jiexiaodong', ['解晓东']],
  ['qiuhe', ['仇和']],
  ['chouhe', ['仇和']],
  ['zengzhiwei', ['曾志伟']],
  ['cengguoqiang', ['重庆长江']],
  ['zhaliangyong', ['长沙银行']],
  ['chaliangyong', ['长沙银行']],
  ['renxianqi', ['成都音乐']],
  ['hualuogeng', ['乐清市华盛']],
  ['gaijiaotian', ['厦门厦工']],
  ['gejiaotian', ['厦门厦工']],
  ['piaoshu', ['六安瓜片']],
  ['ouyuanxiang', ['台州模具']],
  ['xianxinghai', ['西藏参茸']],
  ['moqixue', ['万俟雪']],
  ['zhaitianlin', ['翟天临']],
  ['ditianlin', ['翟天临']],
  ['ouyang', ['欧阳娜娜']],
  // Characters of several readings in names of firms
  ['chongqing', ['重庆长江']],
  ['cqcj', ['重庆长江']],
  ['changjiang', ['重庆长江']],
  ['zhongqing', ['重庆长江']],
  ['changshayinhang', ['长沙银行']],
  ['yinxing', ['长沙银行']],
  ['yinyuefang', ['成都音乐']],
  ['yueqing', ['乐清市华盛']],
  ['leqing', ['乐清市华盛']],
  ['xiamen', ['厦门厦工']],
  ['luan', ['六安瓜片']],
  ['muju', ['台州模具']],
  ['xizang', ['西藏参茸']],
  ['shenrong', ['西藏参茸']],
  ['ejiao', ['福州阿胶']],
  ['daifu', ['大连大夫']],
  ['qiankun', ['济南乾坤']],
  // ü as v and as u
  ['lvbu', ['吕布']],
  ['lubu', ['吕布']],
  ['lüxiaolü', ['吕小绿']],
  ['lxl', ['吕小绿']],
  // Numbers: any fragment of three or more, with and without separators
  ['5678', ['杭州八骏', '长沙银行', '王小明', '深圳市腾飞']],
  ['13812345678', ['杭州八骏']],
  ['138-1234-5678', ['杭州八骏']],
  ['138 1234 5678', ['杭州八骏']],
  ['138 1234', ['杭州八骏']],
  ['138 5678', ['杭州八骏']],
  ['2345678', ['杭州八骏', '长沙银行', '深圳市腾飞']],
  ['１３８１２３４', ['杭州八骏']],
  ['+86 138 1234 5678', ['杭州八骏']],
  ['8613812345678', ['杭州八骏']],
  ['137 7777 8888', ['温州皮鞋厂']],
  ['057188123456', ['杭州八骏']],
  ['0571 8812', ['杭州八骏']],
  ['4008208820', ['绍兴黄酒']],
  ['820 8820', ['绍兴黄酒']],
  ['1111', ['万俟雪', '吕布', '吕小绿', '张伟', '章伟', '张卫']],
  // Codes
  ['KH-0021', ['广州白云']],
  ['kh0021', ['广州白云']],
  ['0021', ['广州白云']],
  ['21', ['广州白云']],
  ['0210', ['无锡太湖', '佛山顺德']],
  ['vip', ['万俟雪']],
  ['VIP-0007', ['万俟雪']],
  ['hz007', ['7天连锁']],
  ['HT2023', ['无锡太湖']],
  ['2023-0501', ['无锡太湖']],
  ['2023-05-01', ['无锡太湖']],
  // Mail, WeChat, QQ, account, identity and credit numbers
  ['zhang.san@bajun.com.cn', ['杭州八骏']],
  ['bajun.com', ['杭州八骏']],
  ['@bajun', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['angsan', ['杭州八骏']],
  ['lvbu_fengxian', ['吕布']],
  ['fengxian', ['吕布']],
  ['fang_2020', ['成都音乐']],
  ['123456789', ['深圳市腾飞']],
  ['6245702', ['佛山顺德']],
  ['19900101', ['东莞厚街']],
  ['MA2CG1U45X', ['杭州八骏']],
  ['2cg1u', ['杭州八骏']],
  // Traditional as simplified, full width as half width
  ['八駿', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['台北八骏国际', ['臺北八駿']],
  ['臺北', ['臺北八駿']],
  ['张学友', ['臺北八駿']],
  ['zhangxueyou', ['臺北八駿']],
  ['後海', ['青岛后海']],
  ['后天', ['青岛后海']],
  ['乾坤', ['济南乾坤']],
  ['乾', ['武汉热干面', '济南乾坤', '干净洗衣']],
  ['ＢＪ国际', ['臺北八駿', 'ＢＪ国际']],
  ['bj国际贸易', ['ＢＪ国际']],
  ['bj-trade', ['ＢＪ国际']],
  // Latin names
  ['muller', ['Müller']],
  ['MÜLLER sohne', ['Müller']],
  ["o'neil", ['Müller']],
  ['abc', ['深圳市腾飞']],
  ['腾飞abc电子', ['深圳市腾飞']],
  ['7天', ['7天连锁']],
  // Rare characters, symbols, dots in names
  ['𠮷', ['𠮷野家']],
  ['𠮷野', ['𠮷野家']],
  ['🐷', ['金华火腿']],
  ['火腿🐷专卖', ['金华火腿']],
  ['火腿专卖', ['金华火腿']],
  ['🌸', ['金华火腿']],
  ['阿里木买买提', ['阿里木']],
  ['阿里木·买买提', ['阿里木']],
  ['买买提', ['阿里木']],
  // Tags, notes, places
  ['月结', ['乐清市华盛']],
  ['重点客户', ['杭州八骏', '乐清市华盛']],
  ['会员', ['万俟雪', '欧阳娜娜']],
  ['月底结款', ['杭州八骏', '南京金陵']],
  ['文三路100号', ['杭州八骏']],
  ['道里区', ['哈尔滨秋林']],
  // Names sound, other texts do not
  ['wensanlu', []],
  ['zhongdiankehu', []],
  // Text is data, never query syntax
  ['"特价"', ['义乌小商品']],
  ['NEAR(仓库)', ['义乌小商品']],
  ['特价" OR "八骏', []],
  ['八骏 OR 火腿', []],
  ['八骏 NOT 科技', []],
  ['八骏*', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['terms:八骏', []],
  ['八骏\u0000科技', ['杭州八骏']],
  ['八骏\u200B科技', ['杭州八骏']],
  ['^八骏', ['杭州八骏', '宁波八骏', '臺北八駿']],
  ['AND', ['义乌小商品', '西安大雁塔']],
];

describe('full-text search of the customers of a trading firm', () => {
  it.each(queries)('%s finds %j', (query, found) => {
    expect(find(query)).toEqual(
      found.map((beginning) => tradingFirm.find(({ name }) => name.startsWith(beginning))?.name ?? beginning),
    );
  });

  it.each(queries)('%s: every find is explained by a mark', (query) => {
    const expression = matchExpression(query) ?? '';
    const ids = sqlite.prepare('select rowid from customerSearch where customerSearch match ?').pluck();
    for (const id of ids.all(expression) as number[]) {
      const customer = tradingFirm.find((candidate) => candidate.id === id);
      if (!customer) throw new Error(`no customer ${id}`);
      const found = findMatches(asCustomer(customer), listed, new Map(customer.tags.entries()), query);
      expect([customer.name, found.flatMap(({ ranges }) => ranges).length > 0]).toEqual([
        customer.name,
        true,
      ]);
      for (const { value, ranges } of found) {
        for (const [from, to] of ranges) expect(0 <= from && from < to && to <= value.length).toBe(true);
      }
    }
  });

  it.each(['', '   ', '"', '-', '（）', '*', '\u0000', '。，'])(
    '%j holds no word and narrows nothing',
    (query) => {
      expect(find(query)).toBeNull();
    },
  );

  it('takes a query of any length', () => {
    const long = '杭州八骏科技有限公司'.repeat(20);
    expect(find(long)).toEqual([]);
    expect(find('bajunkeji'.repeat(30))).toEqual([]);
    expect(find('13812345678'.repeat(30))).toEqual([]);
    expect(find('八 '.repeat(100))).toEqual(find('八'));
  });

  it('counts without the trash, and the trash alone, from the index', () => {
    expect(countFullText(sqlite, matchExpression('138 1234') ?? '')).toBe(1);
    expect(countFullText(sqlite, matchExpression('138 1234', true) ?? '')).toBe(1);
    expect(countFullText(sqlite, matchExpression('红光', true) ?? '')).toBe(1);
    expect(find('红光')).toEqual([]);
    expect(find('trashed')).toEqual([]);
    expect(find('·trashed')).toEqual([]);
  });
});

describe('the full-text table', () => {
  it('forgets the old words of a customer that is written again, and everything of one that is removed', () => {
    const database = open('changing.db');
    const [customer] = tradingFirm;
    if (!customer) throw new Error('no customer');
    writeFullText(database, 1, documentTerms(customer));
    writeFullText(database, 1, documentTerms({ ...customer, name: '杭州九骏科技有限公司', shortName: '' }));
    expect(find('八骏', database)).toEqual([]);
    expect(find('九骏', database)).toHaveLength(1);
    removeFullText(database, 1);
    removeFullText(database, 77);
    expect(find('九骏', database)).toEqual([]);
    database.close();
  });

  it('keeps nothing of a removed customer in its pages after it was compacted', () => {
    const database = open('compacted.db');
    for (const customer of tradingFirm) writeFullText(database, customer.id, documentTerms(customer));
    const bytes = () =>
      Buffer.concat(database.prepare('select block from customerSearch_data').pluck().all() as Buffer[]);
    expect(bytes().includes('粽')).toBe(true);
    for (const customer of tradingFirm)
      if (customer.name.includes('粽')) removeFullText(database, customer.id);
    compactFullText(database);
    expect(bytes().includes('粽')).toBe(false);
    expect(find('黄酒', database)).toEqual(['绍兴黄酒集团']);
    database.close();
  });

  it('goes back with the transaction it was written in', () => {
    const database = open('rolled-back.db');
    const [customer] = tradingFirm;
    if (!customer) throw new Error('no customer');
    database.exec('begin immediate');
    writeFullText(database, 1, documentTerms(customer));
    database.exec('rollback');
    expect(find('八骏', database)).toEqual([]);
    writeFullText(database, 1, documentTerms(customer));
    expect(find('八骏', database)).toHaveLength(1);
    database.close();
  });
});
