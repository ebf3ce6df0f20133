import { regionTree } from '../../src-shared/regions.ts';
import type { SearchableCustomer } from '../../src-main/archive/search/words.ts';

/** A customer as search sees it, with the id under which it stands in the archive. */
export interface NumberedCustomer extends SearchableCustomer {
  readonly id: number;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解仇查';
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文斌宇浩鑫鹏飞婷雪慧莹波辉健俊峰龙海燕春梅志远思雨欣怡子轩梓涵佳琪晓东新民德福庆祥';
const syllables =
  '华鑫恒达盛隆瑞丰泰安宏通利源信诚美佳康宁德胜东方兴旺金银玉龙凤腾飞云海天地星月明辉光耀新世纪联合众创博雅文景福禄寿喜顺和平永昌昊宇航骏驰捷迅凯旋锦绣嘉禾润泽万里长青百川汇聚正大中天恩慈仁爱智慧科创优品';
const trades = [
  '科技',
  '贸易',
  '商贸',
  '五金',
  '机械',
  '电子',
  '服饰',
  '食品',
  '建材',
  '化工',
  '物流',
  '装饰工程',
  '医疗器械',
  '包装材料',
  '信息技术',
  '文化传媒',
  '环保科技',
  '餐饮管理',
  '电器',
  '纺织品',
];
const forms = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '厂', '经营部', '商行'];
const titles = ['总经理', '采购经理', '财务', '销售经理', '老板', '仓库主管', ''];
const industries = ['制造业', '批发零售', '建筑业', '信息服务', '餐饮', '医疗', '教育', '物流运输'];
const sources = ['老客户介绍', '展会', '网络推广', '电话拜访', '上门', '朋友介绍'];
const noteParts = [
  '每月对账',
  '月底结款',
  '要开专票',
  '送货到仓库',
  '价格敏感',
  '喜欢微信联系',
  '老客户',
  '下半年有新项目',
];
const roads = ['文三路', '解放路', '人民路', '建设大道', '中山北路', '工业园区', '长江路', '迎宾大道'];
export const tagNames = ['重点客户', '高意向', '月结', '欠款', '经销商', '终端', '展会客户', '老板朋友'];

/** Customers as a trading firm has them: 12 fields, 1.3 contacts and 1.5 tags each. The same for the same count. */
export function* madeUpCustomers(count: number, seed = 1): Generator<NumberedCustomer> {
  const random = repeatable(seed);
  const any = <T>(values: ArrayLike<T>): T => values[Math.floor(random() * values.length)] as T;
  const some = (text: string, length: number) => Array.from({ length }, () => any([...text])).join('');
  const digits = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  const regions = regionTree().flatMap(({ name: province, cities }) =>
    cities.flatMap(({ name: city, districts }) =>
      districts.map((district) => ({ province, city, district })),
    ),
  );
  const person = () => any([...surnames]) + some(given, random() < 0.7 ? 2 : 1);
  const mobile = () => `1${any('3578')}${digits(9)}`;

  for (let id = 1; id <= count; id++) {
    const { province, city, district } = any(regions);
    const core = some(syllables, random() < 0.75 ? 2 : 3);
    const trade = any(trades);
    const isPerson = random() < 0.15;
    const place = city.replace(/(?:市|地区|自治州|盟)$/u, '');
    const name = isPerson ? person() : `${random() < 0.8 ? place : ''}${core}${trade}${any(forms)}`;
    const contacts = isPerson
      ? []
      : Array.from({ length: random() < 0.35 ? 2 : random() < 0.9 ? 1 : 3 }, () => ({
          name: person(),
          title: any(titles),
          department: '',
        }));
    const methods = Array.from({ length: Math.max(1, contacts.length) }, () => {
      const value = mobile();
      return { type: 'mobile', value, normal: `+86${value}` };
    });
    if (random() < 0.2)
      methods.push({ type: 'phone', value: `0571-8${digits(7)}`, normal: `+865718${digits(7)}` });
    if (random() < 0.3) methods.push({ type: 'wechat', value: `wx${digits(6)}`, normal: '' });
    if (random() < 0.2) {
      const value = `${digits(8)}@qq.com`;
      methods.push({ type: 'email', value, normal: value });
    }
    yield {
      id,
      code: `KH-${String(id).padStart(6, '0')}`,
      name,
      shortName: isPerson ? '' : core + (random() < 0.5 ? trade : ''),
      aliases: random() < 0.05 ? [`${core}${any(trades)}`] : [],
      contacts,
      methods,
      tags: random() < 0.5 ? [any(tagNames)] : [any(tagNames), any(tagNames)],
      texts: [
        province,
        city,
        district,
        `${province}${city}${district}${any(roads)}${Math.floor(random() * 999) + 1}号`,
        any(industries),
        any(['李经理', '小王', '陈静', '赵磊']),
        any(sources),
        isPerson ? '' : `91${digits(6)}MA${digits(7)}X${any('ABCDEFGHJK')}`,
        random() < 0.5 ? `${any(noteParts)}，${any(noteParts)}` : '',
      ].filter((text) => text !== ''),
    };
  }
}
