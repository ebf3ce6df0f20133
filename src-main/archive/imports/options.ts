import type { Gender, Kind, Level, Stage } from '../../../src-shared/customers.ts';
import { unitFinder } from '../../../src-shared/unit-finder.ts';
import { halfWidth } from '../../../src-shared/width.ts';
import { toSimplified } from '../search/simplify.ts';

/** An option as a sheet writes it, and whether the option says all that was written (潜在) or less (VIP). */
export interface OptionReading<T> {
  readonly value: T;
  readonly exact: boolean;
}

type Words<T extends string> = readonly (readonly [T, exact: string, near: string])[];

const stageWords: Words<Stage> = [
  [
    'lead',
    '潜在 潜在客户 lead 线索',
    '陌生 陌生客户 未联系 未接触 初步接触 初次接触 新线索 待跟进 待开发 开发中 公海 目标客户 准客户 potential new suspect',
  ],
  [
    'prospect',
    '意向 意向客户 prospect 有意向',
    '高意向 中意向 低意向 意向强 意向高 跟进中 洽谈 洽谈中 谈判 谈判中 报价 已报价 报价中 样品 送样 试用 试用中 考虑中 有需求 需求确认 方案 跟进ing 待成交 interested negotiation quoted qualified opportunity contacted',
  ],
  [
    'active',
    '成交 成交客户 已成交 active customer',
    '老客户 新客户 vip vip客户 正式客户 正式 合作 合作中 已合作 合作客户 长期合作 已签约 签约 签约客户 已签 在用 使用中 活跃 活跃客户 正常 正常合作 稳定 稳定客户 重点客户 大客户 重要客户 优质客户 核心客户 战略客户 忠实客户 普通客户 一般客户 回头客 熟客 常客 已购买 已购 复购 成单 已成单 已下单 下单 won closedwon client existing regular key',
  ],
  [
    'dormant',
    '沉睡 沉睡客户 dormant 休眠 休眠客户',
    '不活跃 暂停 暂停合作 暂不合作 搁置 停滞 久未联系 长期未联系 冷淡 观望 inactive paused onhold',
  ],
  [
    'lost',
    '流失 流失客户 lost 已流失',
    '无意向 无效 无效客户 无效线索 死单 流单 丢单 失败 终止 终止合作 停止合作 不合作 已终止 放弃 已放弃 倒闭 注销 黑名单 战败 closedlost churned dead rejected invalid',
  ],
];

const levelWords: Words<Level> = [
  [
    'A',
    'a a类 a级 a类客户 a级客户',
    '高 高级 重要 非常重要 重点 核心 一级 钻石 铂金 白金 五星 5星 high important',
  ],
  [
    'B',
    'b b类 b级 b类客户 b级客户',
    '中 中级 一般 普通 二级 黄金 金卡 四星 三星 4星 3星 medium normal standard',
  ],
  ['C', 'c c类 c级 c类客户 c级客户', '低 低级 不重要 次要 三级 银卡 二星 一星 2星 1星 low'],
];

const genderWords: Words<Gender> = [
  ['male', '男 男性 男士 先生 m male man', ''],
  ['female', '女 女性 女士 小姐 f female woman', ''],
];

const kindWords: Words<Kind> = [
  [
    'company',
    '公司 企业 单位 公司客户 企业客户 单位客户 法人 company business organization corporate',
    '机构 团体 对公 企事业单位 集团客户 个体工商户 个体户 商户',
  ],
  ['person', '个人 个人客户 自然人 私人 person individual personal', '散客 零售 零售客户 对私 会员'],
];

const tableOf = <T extends string>(words: Words<T>): ReadonlyMap<string, OptionReading<T>> => {
  const table = new Map<string, OptionReading<T>>();
  for (const [value, exact, near] of words) {
    for (const word of near.split(' ')) if (word) table.set(word, { value, exact: false });
    for (const word of exact.split(' ')) table.set(word, { value, exact: true });
  }
  return table;
};

const stages = tableOf(stageWords);
const levels = tableOf(levelWords);
const genders = tableOf(genderWords);
const kindTable = tableOf(kindWords);

/** By this, words are the same option: VIP, vip and ＶＩＰ。 */
export const optionKey = (text: string): string =>
  toSimplified(halfWidth(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** 潜在, 老客户, VIP …; null for what names no stage. */
export const readStage = (text: string): OptionReading<Stage> | null => stages.get(optionKey(text)) ?? null;
/** A, B类, 重点 …; null for what names no level. */
export const readLevel = (text: string): OptionReading<Level> | null => levels.get(optionKey(text)) ?? null;
export const readGender = (text: string): OptionReading<Gender> | null =>
  genders.get(optionKey(text)) ?? null;
export const readKind = (text: string): OptionReading<Kind> | null => kindTable.get(optionKey(text)) ?? null;

const nothing = new Set(
  '- -- --- — —— － / // \\ 、 . 。 _ 无 無 暂无 没有 空 未知 不详 未填 未填写 待补 待补充 待定 null nil none n/a na #n/a #ref! #value! #name? #div/0! #null! #num! nan undefined ? ？'.split(
    ' ',
  ),
);

const beginnings = new Set([...nothing].map((word) => word.charAt(0)));
const beginsNothing = unitFinder((unit) => beginnings.has(unit.toLowerCase()));

/** With some white space around it. */
const longestNothing = 20;

/** Whether a cell says in words that there is nothing: 无, 暂无, -, N/A. */
export const saysNothing = (text: string): boolean => {
  if (text.length > longestNothing) return false;
  const said = text.trim();
  // Almost no cell begins like one of them.
  return beginsNothing(said.charAt(0)) && nothing.has(said.toLowerCase());
};

const dittos = new Set('同上 〃 ″ " ” ＂ 〞 同前 ditto'.split(' '));

const dittoSigns = new Set([...dittos].map((word) => word.charAt(0)));
const hasDittoSign = unitFinder((unit) => dittoSigns.has(unit.toLowerCase()));

/** Whether a cell says that it is as the one above: 同上, 〃. */
export const isDitto = (text: string): boolean =>
  // Hardly any cell has a sign of them.
  text.length <= 6 && hasDittoSign(text) && dittos.has(text.replace(/\s+/gu, '').toLowerCase());
