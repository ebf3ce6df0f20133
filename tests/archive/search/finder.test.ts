import { describe, expect, it } from 'vitest';
import { Finder } from '../../../src-main/archive/search/finder.ts';
import type { NumberedCustomer } from '../../support/made-up-customers.ts';
import { tradingFirm } from './trading-firm.ts';

const firm = tradingFirm.filter(({ trashed }) => !trashed);
const names = new Map(firm.map(({ id, name }) => [id, name]));

async function finderOf(customers: readonly NumberedCustomer[]): Promise<Finder> {
  const finder = Finder.build([customers.slice(0, 20), customers.slice(20)]);
  await finder.ready;
  return finder;
}
const finder = await finderOf(firm);

/** Titles as far as the table writes them, each with its reason where that is not the text. */
const hits = (query: string): string[] =>
  finder.search(query, 10).map(({ title, reason }) => (reason === 'text' ? title : `${title} ${reason}`));

const queries: [query: string, hits: string[]][] = [
  // The whole name before a beginning before a stretch within, a name before a contact
  [
    '恒达',
    [
      '恒达国际物流',
      '苏州恒达纺织品有限公司',
      '杭州恒达（下沙）机械有限公司',
      '恒大地产集团 soundsAlike',
      '衡达物流有限公司 soundsAlike',
    ],
  ],
  ['张伟', ['张伟', '章伟 soundsAlike', '张卫 soundsAlike']],
  ['八骏科技', ['杭州八骏科技有限公司']],
  ['杭州', ['杭州八骏科技有限公司', '杭州恒达（下沙）机械有限公司', '7天连锁酒店杭州店']],
  ['吕', ['吕布', '吕小绿']],
  // Contacts, aliases
  ['单小丽', ['单小丽']],
  ['同仁堂', ['北京同仁堂药店']],
  // Sound: initials, pinyin, both mixed, homophones
  ['bjkj', ['杭州八骏科技有限公司 initials']],
  ['bajun', ['杭州八骏科技有限公司 pinyin', '宁波八骏五金厂 pinyin', '臺北八駿國際股份有限公司 pinyin']],
  ['bajunkj', ['杭州八骏科技有限公司 pinyin']],
  ['hzbajun', ['杭州八骏科技有限公司 pinyin']],
  ['zhangw', ['章伟 pinyin', '张伟 pinyin', '张卫 pinyin']],
  ['ba jun ke', ['杭州八骏科技有限公司 pinyin']],
  ['八jkj', ['杭州八骏科技有限公司 initials']],
  ['shanxx', ['单雄信 pinyin']],
  ['moqixue', ['万俟雪 pinyin']],
  ['lvbu', ['吕布 pinyin']],
  [
    '八俊',
    [
      '杭州八骏科技有限公司 soundsAlike',
      '宁波八骏五金厂 soundsAlike',
      '臺北八駿國際股份有限公司 soundsAlike',
    ],
  ],
  ['王晓鸣', ['王小明 soundsAlike', '王晓明 soundsAlike']],
  // Mistakes
  ['八骏科枝', ['杭州八骏科技有限公司 typo']],
  ['杭州八俊科技有限公司', ['杭州八骏科技有限公司 soundsAlike']],
  ['杭州九骏科技有限公司', ['杭州八骏科技有限公司 typo']],
  ['bajunkezi', ['杭州八骏科技有限公司 typo']],
  ['bajunkeij', ['杭州八骏科技有限公司 typo']],
  // Numbers and codes
  [
    '5678',
    ['王小明 phone', '杭州八骏科技有限公司 phone', '长沙银行股份有限公司 phone', '深圳市腾飞ABC电子有限公司'],
  ],
  ['138 1234 5678', ['杭州八骏科技有限公司 phone']],
  ['+86 137-7777', ['温州皮鞋厂 phone']],
  ['138 5678', ['杭州八骏科技有限公司 phone']],
  ['KH-0021', ['广州白云皮具厂 code']],
  ['21', ['广州白云皮具厂 code']],
  ['vip', ['万俟雪 code']],
  ['yinyuefang', ['成都音乐坊文化传媒有限公司 pinyin']],
  ['fengxian', ['吕布']],
  // Script and width
  ['八駿國際', ['臺北八駿國際股份有限公司']],
  ['ｂｊ国际', ['ＢＪ国际贸易（北京）有限公司']],
  ['火腿 jh', ['金华火腿🐷专卖店']],
  ['🐷', ['金华火腿🐷专卖店']],
  ['乾坤', ['济南乾坤资本管理有限公司']],
  ['火腿专卖', ['金华火腿🐷专卖店']],
  // Nothing
  ['粽粽粽', []],
  ['', []],
  ['（）', []],
  ['火腿 张伟', []],
];

describe('the finder', () => {
  it.each(queries)('%s: %j', (query, expected) => {
    expect(hits(query)).toEqual(expected);
  });

  it('tells who it is, what it was found by, and where', () => {
    expect(finder.search('单小丽', 5)).toEqual([
      {
        kind: 'contact',
        id: 1,
        title: '单小丽',
        subtitle: '杭州八骏科技有限公司',
        ranges: [[0, 3]],
        reason: 'text',
      },
    ]);
    expect(finder.search('bjkj', 1)).toEqual([
      {
        kind: 'customer',
        id: 1,
        title: '杭州八骏科技有限公司',
        subtitle: '八骏科技',
        ranges: [[2, 6]],
        reason: 'initials',
      },
    ]);
    expect(finder.search('12345678', 1)).toMatchObject([{ id: 1, subtitle: '138 1234 5678', ranges: [] }]);
    expect(finder.search('八俊', 1)).toMatchObject([{ title: '杭州八骏科技有限公司', ranges: [[2, 4]] }]);
  });

  it('gives no more hits than asked for', () => {
    expect(finder.search('有限公司', 3)).toHaveLength(3);
  });

  it('takes a query of any length', () => {
    expect(finder.search('八骏'.repeat(100), 5)).toEqual([]);
    expect(finder.search('b'.repeat(200), 5)).toEqual([]);
    expect(finder.search('(.*)+$', 5)).toEqual([]);
  });
});

const similar = (name: string): string[] =>
  finder.similarNames(name, 5).map(({ id, reason }) => `${names.get(id) ?? id} ${reason}`);

describe('similar names', () => {
  it.each([
    ['八骏科技', ['杭州八骏科技有限公司 similarName']],
    ['宁波八骏科技有限责任公司', ['杭州八骏科技有限公司 similarName']],
    ['八俊科技', ['杭州八骏科技有限公司 soundsAlike']],
    ['台北八骏国际', ['臺北八駿國際股份有限公司 similarName']],
    ['王筱明', ['王小明 soundsAlike', '王晓明 soundsAlike']],
    ['南京恒达物流', ['衡达物流有限公司 soundsAlike', '恒达国际物流 similarName']],
    ['乐家老铺', ['北京同仁堂药店 similarName']],
    ['杭州西湖有限公司', []],
    ['有限公司', []],
    ['', []],
  ])('%s: %j', (name, expected) => {
    expect(similar(name)).toEqual(expected);
  });
});

const titles = (from: Finder, query: string) => from.search(query, 10).map(({ title }) => title);

function customerOf(customer: NumberedCustomer | undefined): NumberedCustomer {
  if (!customer) throw new Error('no customer');
  return customer;
}

describe('while customers come and go', () => {
  const first = customerOf(firm[0]);
  it('an edit is found at once, and what was there before no longer', async () => {
    const finder = await finderOf(firm);
    finder.put([{ ...first, name: '杭州九骏科技有限公司', shortName: '' }]);
    expect(titles(finder, '九骏')).toEqual(['杭州九骏科技有限公司']);
    expect(titles(finder, '八骏科')).toEqual([]);
    finder.remove([first.id, 999]);
    expect(titles(finder, '九骏')).toEqual([]);
    expect(finder.size).toBe(firm.length - 1);
  });

  it('thousands are found a little later, each once, and the last word on each counts', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      ...first,
      id: 1_000 + index,
      code: `X-${index}`,
      shortName: '',
      name: `绍兴${index}号仓`,
    }));
    const finder = await finderOf(firm);
    finder.put(many);
    finder.put([{ ...first, id: 1_000, name: '湖州新仓', shortName: '' }]);
    finder.remove([1_001]);
    await finder.idle();
    expect(finder.size).toBe(firm.length + 4_999);
    expect(titles(finder, '绍兴4999号')).toEqual(['绍兴4999号仓']);
    expect(titles(finder, '绍兴0号仓')).not.toContain('绍兴0号仓');
    expect(titles(finder, '绍兴1号仓')).not.toContain('绍兴1号仓');
    expect(titles(finder, '湖州新仓')).toEqual(['湖州新仓']);
    finder.put(many);
    finder.remove(many.slice(0, 4_000).map(({ id }) => id));
    await finder.idle();
    expect(finder.size).toBe(firm.length + 1_000);
    expect(titles(finder, '绍兴3999号')).not.toContain('绍兴3999号仓');
    expect(titles(finder, '绍兴4000号')).toEqual(['绍兴4000号仓']);
  });

  it('a change during the start wins over what is read', async () => {
    function* batches() {
      yield [first];
      yield firm.slice(1);
    }
    const finder = Finder.build(batches());
    expect(finder.search('八骏', 5)).toEqual([]);
    await new Promise((resolve) => void setImmediate(resolve));
    finder.remove([first.id]);
    await finder.ready;
    expect(titles(finder, '八骏科')).toEqual([]);
    expect(titles(finder, '火腿')).toHaveLength(1);
  });

  it('what is read later is read as it stands then, and found when it is idle', async () => {
    const finder = await finderOf([]);
    const stands = new Map(firm.map((customer) => [customer.id, customer]));
    const [one, other] = [customerOf(firm[1]), customerOf(firm[2])];
    const later = finder.putLater(
      (function* () {
        for (const { id } of firm) yield [...stands.values()].filter((customer) => customer.id === id);
      })(),
    );
    expect(finder.size).toBe(0);
    stands.set(one.id, { ...one, name: '温州临时改名商行', shortName: '' });
    finder.put([customerOf(stands.get(one.id))]);
    stands.delete(other.id);
    finder.remove([other.id]);
    await finder.idle();
    expect(finder.size).toBe(firm.length - 1);
    expect(titles(finder, '临时改名')).toEqual(['温州临时改名商行']);
    await later;
  });

  it('the loop turns while it starts, and closing stops it', async () => {
    const customers = Array.from({ length: 50 }, (_, id) => [{ ...first, id }]);
    const finder = Finder.build(customers);
    await new Promise((resolve) => void setImmediate(resolve));
    await new Promise((resolve) => void setImmediate(resolve));
    expect(finder.size).toBeGreaterThan(0);
    expect(finder.size).toBeLessThan(50);
    finder.close();
    await finder.ready;
    expect(finder.search('八骏', 5)).toEqual([]);
    finder.put([first]);
    expect(finder.size).toBe(0);
  });

  it('what cannot be read at the start is told to whoever waits for it', async () => {
    const finder = Finder.build(
      (function* () {
        yield [first];
        throw new Error('disk I/O error');
      })(),
    );
    await expect(finder.ready).rejects.toThrow('disk I/O error');
    expect(titles(finder, '八骏科技')).toHaveLength(1);
  });
});
