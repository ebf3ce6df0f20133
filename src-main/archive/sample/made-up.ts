import type { ContactDraft } from '../../../src-shared/contacts.ts';
import { levels, stages, type CustomerDraft } from '../../../src-shared/customers.ts';

/** Deterministic pseudo-random numbers in [0, 1): mulberry32. The same seed makes the same customers everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const cities = [
  ['浙江省', '杭州市', ['西湖区', '余杭区', '滨江区', '萧山区']],
  ['浙江省', '宁波市', ['海曙区', '鄞州区', '慈溪市']],
  ['浙江省', '温州市', ['鹿城区', '乐清市']],
  ['江苏省', '苏州市', ['吴中区', '昆山市', '姑苏区']],
  ['江苏省', '南京市', ['玄武区', '江宁区']],
  ['上海市', '上海市', ['松江区', '浦东新区', '闵行区']],
  ['广东省', '深圳市', ['宝安区', '南山区', '龙岗区']],
  ['广东省', '广州市', ['天河区', '番禺区']],
  ['重庆市', '重庆市', ['渝北区', '江北区']],
  ['四川省', '成都市', ['武侯区', '锦江区']],
] as const;
const first = '八恒瑞宏隆鼎远博华星昌盛天海金泰顺达通利祥永新中科嘉佳联航创';
const second = '骏通丰泰润信诚美康宁安利达兴旺源和平云航越峰林宇辰晟';
const trades = [
  ['科技', '软件'],
  ['贸易', '批发零售'],
  ['五金', '制造'],
  ['建材', '建筑'],
  ['服饰', '服装'],
  ['食品', '食品'],
  ['餐饮管理', '餐饮'],
  ['医疗器械', '医疗'],
  ['汽车配件', '制造'],
  ['家居用品', '批发零售'],
  ['电子', '制造'],
  ['物流', '运输'],
] as const;
const endings = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '商行', '经营部', '厂'];
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗单解仇曾查任华欧阳';
const given = '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文建国梅红辉玲';
const roads = ['文一西路', '解放路', '人民路', '中山北路', '建设大道', '学院路', '长江路', '滨江大道'];
const titles = ['总经理', '采购经理', '财务', '销售', '店长', '前台', '老板'];
const sources = ['展会', '转介绍', '网络推广', '电话拜访', '老客户介绍', '门店'];
const owners = ['老陈', '王姐', '小李', '赵敏', '周凯'];
const notes = [
  '价格敏感，报价后三天内跟进',
  '只接受月结，每月 25 日对账',
  '要求发票与货同行',
  '冬季订单多，九月前备货',
  '朋友介绍，注意维护关系',
  '',
  '',
  '',
];

export interface MadeUp {
  draft: Omit<CustomerDraft, 'tagIds' | 'custom'>;
  /** Positions in the caller's list of tags. */
  tags: number[];
}

/** An endless row of made-up businesses and people. Phones, names and codes belong to nobody. */
export function* madeUpCustomers(seed = 20_241_108, tagCount = 6): Generator<MadeUp, never> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const character = (text: string): string => pick([...text]);
  const person = (): string =>
    character(surnames) + character(given) + (random() < 0.6 ? character(given) : '');
  let number = 0;
  const mobile = (): string =>
    `1${pick(['31', '38', '39', '58', '86', '99'])}${String(10_000_000 + number * 37 + Math.floor(random() * 37)).slice(-8)}`;
  for (;;) {
    number += 1;
    const [province, city, districts] = pick(cities);
    const district = pick<string>(districts);
    const [trade, industry] = pick(trades);
    const isPerson = random() < 0.12;
    const core = character(first) + character(second) + (random() < 0.25 ? character(second) : '');
    const name = isPerson ? person() : `${city.replace(/市$/u, '')}${core}${trade}${pick(endings)}`;
    const contact = (title: string): ContactDraft => ({
      name: person(),
      title,
      department: '',
      fromDate: '',
      toDate: '',
      left: random() < 0.05,
      notes: '',
      methods: [
        { type: 'mobile', value: mobile(), label: '' },
        ...(random() < 0.3
          ? [
              {
                type: 'wechat' as const,
                value: `wx_${number}_${Math.floor(random() * 900 + 100)}`,
                label: '',
              },
            ]
          : []),
      ],
    });
    const contacts: ContactDraft[] = isPerson
      ? []
      : [contact(pick(titles)), ...(random() < 0.42 ? [contact(pick(titles))] : [])];
    const stage = stages[Math.floor(random() ** 0.8 * stages.length)] ?? 'lead';
    const draft: MadeUp['draft'] = {
      kind: isPerson ? 'person' : 'company',
      code: '',
      name,
      shortName: isPerson ? '' : `${core}${trade.slice(0, 2)}`,
      aliases: [],
      stage,
      level: random() < 0.7 ? pick(levels) : '',
      industry: isPerson ? '' : industry,
      size: isPerson ? '' : pick(['1–10 人', '11–50 人', '51–200 人', '']),
      province,
      city,
      district,
      address: `${pick(roads)}${Math.floor(random() * 900) + 1}号`,
      postcode: '',
      source: pick(sources),
      owner: pick(owners),
      gender: isPerson ? pick(['male', 'female'] as const) : '',
      birthday: isPerson
        ? `19${60 + Math.floor(random() * 39)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
        : '',
      identityNumber: '',
      creditCode: '',
      website: '',
      legalRepresentative: isPerson ? '' : (contacts[0]?.name ?? ''),
      registeredCapital: isPerson ? null : pick([50_000_000, 100_000_000, 500_000_000, null]),
      foundedOn: isPerson
        ? ''
        : `20${String(Math.floor(random() * 23)).padStart(2, '0')}-0${1 + Math.floor(random() * 9)}-01`,
      taxId: '',
      bankName: '',
      bankAccount: '',
      registeredAddress: '',
      registeredPhone: '',
      notes: pick(notes),
      methods: isPerson
        ? [{ type: 'mobile', value: mobile(), label: '' }]
        : random() < 0.4
          ? [
              {
                type: 'phone',
                value: `0571-8${String(8_000_000 + (number % 1_000_000)).slice(-7)}`,
                label: '',
              },
            ]
          : [],
      contacts,
    };
    const tags = new Set<number>();
    while (random() < 0.6 && tags.size < tagCount) tags.add(Math.floor(random() ** 1.5 * tagCount));
    yield { draft, tags: [...tags] };
  }
}
