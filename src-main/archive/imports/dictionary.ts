import { dictionaryEntries, type Meaning } from './dictionary-entries.ts';
import { headerKey, type HeaderKey } from './header-key.ts';
import { isShortSlipOf, isSlipOf } from './header-typos.ts';

/** What a header says, and how sure that is (0…1). `part` is true when only a part of it was known. */
export interface HeaderMeaning {
  readonly meaning: Meaning;
  readonly confidence: number;
  readonly part: boolean;
  /** 2 of 联系人2; null without a number. */
  readonly number: number | null;
  /** What the headers above it belong to, in a header of several rows: 联系人/手机, 开票资料/电话. */
  readonly scope: Scope | null;
}

export type Scope = 'contact' | 'customer' | 'invoice' | 'legal';

const words = new Map<string, Meaning>();
for (const [meaning, list] of dictionaryEntries) {
  for (const word of list.split(' ')) if (!words.has(word)) words.set(word, meaning);
}

const scopes: readonly (readonly [Scope, RegExp])[] = [
  ['invoice', /开票|发票|税务|invoice|billing/u],
  ['legal', /^(?:企业|公司)?(?:法人|法定代表人|法人代表)(?:信息|资料|情况)?$/u],
  [
    'contact',
    /联系人|对接人|联络人|联系方式|联系信息|通讯方式|父亲|母亲|爸爸|妈妈|家长|监护人|配偶|contact/u,
  ],
  ['customer', /客户|公司|单位|企业|基本|customer|company/u],
];

/** Within a group of columns, a plain word means what belongs to that group. */
const scoped: Readonly<Record<Scope, Readonly<Partial<Record<Meaning, Meaning>>>>> = {
  contact: { customerName: 'contactName', personName: 'contactName', owner: 'contactName' },
  customer: { personName: 'customerName' },
  invoice: {
    phone: 'registeredPhone',
    mobile: 'registeredPhone',
    address: 'registeredAddress',
    customerName: 'companyName',
    creditCode: 'taxId',
  },
  legal: { personName: 'legalRepresentative', customerName: 'legalRepresentative' },
};

/** Whose something is; what it is stands behind: 收货人省份, 买家备注. */
const whose =
  /^(?:收货人|收件人|提货人|下单人|买家|卖家|买方|顾客|客户|会员|学员|学生|患者|病人|业主|车主|住户|家长|联系人|本人|公司|单位|企业)的?(?:所在)?/u;
/** What nobody has by being somebody; 客户类型 and 会员姓名 are words of their own. */
const ofNobody: ReadonlySet<Meaning> = new Set<Meaning>([
  'customerName',
  'companyName',
  'personName',
  'contactName',
  'familyName',
  'givenName',
  'serial',
  'unused',
  'code',
  'owner',
]);

/** With all that people write into a header about how to fill it in; what is longer takes long to look at, and is none. */
const longestHeader = 300;

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Meanings whose words are telling enough to be found inside a longer header; 编号 or 日期 would be found in anything. */
const tellingParts: ReadonlySet<Meaning> = new Set<Meaning>([
  'customerName',
  'companyName',
  'contactName',
  'mobile',
  'phone',
  'fax',
  'email',
  'wechat',
  'qq',
  'address',
  'postcode',
  'creditCode',
  'identityNumber',
  'taxId',
  'bankName',
  'bankAccount',
  'birthday',
  'gender',
  'industry',
  'owner',
]);
/** Words of so many meanings that a longer header may use them for anything: 计量单位, 车牌号码, 工程名称, 物流公司. */
const loose = new Set(
  '名称 全称 号码 公司 单位 企业 学校 组织 机构 街道 地点 小区 注册号 热线 抬头 销售 业务 客服 归属 经办 顾问 教练 接待 采购 家长 老板 本人 客人 门店 店名 商家 商户 银行 账户 帐户 邮件 代理商 短号 长号 手提 档口 技师 提货人 家属'.split(
    ' ',
  ),
);
const parts = [...words]
  .filter(
    ([word, meaning]) =>
      tellingParts.has(meaning) && !loose.has(word) && word.length >= (isHan(word) ? 2 : 5),
  )
  .map(([word]) => word)
  .toSorted((a, b) => b.length - a.length);

/** Meanings whose words are long or peculiar enough to be known with a slip in them. */
const misspellable: ReadonlySet<Meaning> = new Set<Meaning>([
  ...tellingParts,
  'personName',
  'contactTitle',
  'level',
  'source',
  'legalRepresentative',
  'notes',
  'website',
  'registeredCapital',
  'registeredAddress',
  'foundedOn',
]);
/** Those that a slip can happen in, by their length. */
const misspellings = new Map<number, [string, Meaning][]>();
for (const entry of words) {
  const [{ length }, meaning] = entry;
  if (!misspellable.has(meaning) || length < 3) continue;
  const alike = misspellings.get(length);
  if (alike) alike.push(entry);
  else misspellings.set(length, [entry]);
}

/**
 * Reads a header, given as its rows from the top: the last row as it is, else all of them as one, in the scope of
 * those above. Null when nothing of it is known.
 */
export function readHeader(headerRows: readonly string[]): HeaderMeaning | null {
  const rows = headerRows.filter((row) => row.trim() !== '');
  const last = rows.at(-1);
  if (last === undefined || rows.some((row) => row.length > longestHeader)) return null;
  if (/^\s*#+\s*$/u.test(last))
    return { meaning: 'serial', confidence: 0.8, part: false, number: null, scope: null };
  const above = rows.slice(0, -1).map(headerKey);
  const scope = scopeOf(above);
  const number = above.find((row) => row.number !== null)?.number ?? null;

  const found = readOne(headerKey(last)) ?? (scope === null ? readOne(headerKey(rows.join(''))) : null);
  if (!found) return readAbove(rows, scope);
  const meaning = (scope && scoped[scope][found.meaning]) ?? found.meaning;
  return { ...found, meaning, number: number ?? found.number, scope };
}

/** What a header of two signs could mean if one of them is a slip; to be believed only together with its values. */
export function shortSlips(header: string): Meaning[] {
  const { key } = headerKey(header.slice(0, longestHeader));
  if (key.length !== 2 || words.has(key)) return [];
  return [...words].flatMap(([word, meaning]) => (isShortSlipOf(key, word) ? [meaning] : []));
}

/** Whether a text is a word of headers just as the dictionary has it: many of them can be asked for. */
export const isHeaderWord = (text: string): boolean => text.length <= 12 && words.has(text.trim());

/** 手机/号码: the lower row says nothing that the upper has not said. */
function readAbove(rows: readonly string[], scope: Scope | null): HeaderMeaning | null {
  const upper = rows.length > 1 ? readOne(headerKey(rows[0] ?? '')) : null;
  return upper ? { ...upper, confidence: 0.5, part: true, scope } : null;
}

function scopeOf(above: readonly HeaderKey[]): Scope | null {
  for (const { key } of above.toReversed()) {
    const found = scopes.find(([, pattern]) => pattern.test(key));
    if (found) return found[0];
  }
  return null;
}

function readOne(header: HeaderKey): HeaderMeaning | null {
  const { key, brackets, number } = header;
  const whole = words.get(key);
  const made = (meaning: Meaning, confidence: number, part: boolean): HeaderMeaning => ({
    meaning,
    confidence,
    part,
    number,
    scope: null,
  });
  if (whole) return made(whole, 0.95, false);
  if (key === '') {
    // A header that is all in brackets: 【手机】.
    const inside = brackets.map((word) => words.get(word)).find((meaning) => meaning !== undefined);
    return inside ? made(inside, 0.9, false) : null;
  }
  const trimmed = key
    .replace(/^(?:请填写|填写|请输入|输入|您的|你的|贵公司|贵单位|该)/u, '')
    .replace(/(?:必填|选填|可选|不填|格式文本)+$/u, '');
  const stripped = words.get(trimmed);
  if (stripped) return made(stripped, 0.9, false);
  // 客户名称 Customer Name: two languages in one header, often without anything between them.
  const languages = [key.replace(/[^\p{Script=Han}]/gu, ''), key.replace(/\p{Script=Han}/gu, '')];
  for (const language of languages) {
    const meaning = language !== key && language.length > 1 ? words.get(language) : undefined;
    if (meaning) return made(meaning, 0.9, false);
  }
  for (const inside of brackets) {
    const meaning = inside.length > 1 ? words.get(inside) : undefined;
    if (meaning && meaning !== 'unused') return made(meaning, 0.8, false);
  }
  const owned = words.get(trimmed.replace(whose, ''));
  if (owned && !ofNobody.has(owned)) return made(owned, 0.85, false);
  const misspelt = nearWord(trimmed);
  if (misspelt) return made(misspelt, 0.75, false);
  const side = sideOf(header.sides);
  if (side) return made(side, 0.75, false);
  const part =
    parts.find((word) => trimmed.endsWith(word)) ??
    parts.find((word) => word.length >= 3 && trimmed.startsWith(word) && canLead(word));
  const meaning = part === undefined ? undefined : words.get(part);
  return meaning ? made(meaning, 0.6, true) : null;
}

/** Business City is no business: in English the word for what something is stands last. */
const canLead = (word: string): boolean => isHan(word) || !ofNobody.has(words.get(word) ?? 'unused');

/** 职务/职位, 负责人/联系人: of two words the one that names somebody, else the first that is known. */
function sideOf(sides: readonly string[]): Meaning | undefined {
  const known = sides.map((side) => words.get(side)).filter((meaning) => meaning !== undefined);
  return known.find((meaning) => meaning === 'contactName' || meaning === 'customerName') ?? known[0];
}

/** A word with one slip in it; among several the longest, which says most. */
function nearWord(key: string): Meaning | null {
  if (key.length < 3 || key.length > 30) return null;
  let best: readonly [string, Meaning] | undefined;
  // The longest first, and of equally long ones the first.
  for (const length of [key.length + 1, key.length, key.length - 1]) {
    best ??= misspellings.get(length)?.find(([word]) => isSlipOf(key, word));
  }
  return best?.[1] ?? null;
}
