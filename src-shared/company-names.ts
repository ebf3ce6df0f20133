import { isProvince, knownPlaceAt } from './regions.ts';
import type { Kind } from './customers.ts';
import { leadingSurname } from './surnames.ts';
import { unitFinder } from './unit-finder.ts';

/** Turns traditional characters into simplified ones; the caller brings its own table. */
export type ToSimplified = (text: string) => string;

const companyForm =
  /(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|总公司|股份公司|(?<!分)公司|(?:股份)?有限(?:责任)?)$/u;
/** Forms in Latin letters; they need a space or sign before them, or a brand such as Zinc would lose its end. */
const latinForm =
  /[\s,.&]+(?:company\s+limited|co(?:mpany)?[\s,.]*(?:ltd|limited)|limited|ltd|inc|incorporated|corp|corporation|gmbh|llc|plc|co)[\s.]*$/iu;
/** What the register adds behind the name of a 个体户; everybody leaves it out. */
const registerNote = /[(（【[]\s*(?:个体工商户|个人独资|个体)\s*[)）】\]]\s*$/u;
const businessForm =
  /(?:合伙企业|有限合伙|普通合伙|个人独资企业|独资企业|专业合作社|合作社|事务所|经营部|经销部|门市部|服务部|营业部|批发部|工作室|商行|商店|商贸行|批发行|经销处|办事处|分公司|服务站|服务中心|专卖店|旗舰店|连锁店|分店|总店|个体工商户|个体户)$/u;
const workplace = /(?:厂|店|行|社|部|坊|庄|铺|馆|院|所|中心|超市|诊所|医院|药房|学校|基金会|协会|集团)$/u;

/** Anything but common Hanzi, small letters and digits, which stay what they are in every form of a name. */
const hasOther = unitFinder(/[^a-z0-9\u4E00-\u9FFF]/u);

const squeeze = (name: string, toSimplified?: ToSimplified) => {
  if (!hasOther(name)) return toSimplified ? toSimplified(name) : name;
  const text = name.normalize('NFKC').toLowerCase();
  return (toSimplified ? toSimplified(text) : text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
};

/** Words that say what a business does but not which one it is. */
const trade =
  /^(?:(?:科技|信息|网络|软件|电子|电器|电气|机械|机电|设备|五金|建材|建筑|装饰|装修|工程|服饰|服装|纺织|食品|餐饮|餐厅|管理|咨询|贸易|商贸|进出口|国际|物流|运输|货运|汽车|汽配|配件|医疗|器械|医药|药业|药房|化工|塑料|包装|印刷|广告|传媒|文化|教育|培训|旅游|酒店|宾馆|饭店|家居|用品|家具|日用|实业|发展|投资|置业|地产|房产|物业|服务|银行|医院|大学|学院|中学|小学|人民|第[一二三四五六七八九十]+|市|县|区|中心|超市|商场|集团|公司|农业|水产|茶业|珠宝|体育|环保|能源|电力|通信|通讯|材料|新|制造|制品|技术|火腿|诊所|门诊|口腔|小商品|百货|日用品|市政|批发|零售|经营|厂|店|行|铺|社|堂)+)$/u;

/**
 * A name taken apart: 杭州 + 八骏科技 + 有限公司. `places` are short names, the widest first; `form` is '' for names
 * without one and `company` for every kind of 公司.
 */
export interface CompanyParts {
  places: string[];
  core: string;
  form: string;
}

interface Squeezed {
  body: string;
  form: string;
}

const squeezeWithoutForm = (name: string, toSimplified?: ToSimplified): Squeezed => {
  if (!hasOther(name)) return withoutForm(squeeze(name, toSimplified));
  const written = name.normalize('NFKC').trim().replace(registerNote, '');
  const latin = latinForm.exec(written);
  if (latin && /[\p{L}\p{N}]{2}/u.test(written.slice(0, latin.index))) {
    const before = squeezeWithoutForm(written.slice(0, latin.index), toSimplified);
    return { body: before.body, form: before.form || 'company' };
  }
  return withoutForm(squeeze(written, toSimplified));
};

const withoutForm = (name: string): Squeezed => {
  let body = name;
  for (let form = companyForm.exec(body); form && form.index >= 2; form = companyForm.exec(body))
    body = body.slice(0, form.index);
  if (body !== name) return { body, form: 'company' };
  const business = businessForm.exec(name);
  return business && business.index >= 2
    ? { body: name.slice(0, business.index), form: business[0] }
    : { body: name, form: '' };
};

/** Takes the places off the beginning; `places` are their short names, the widest first. */
const withoutPlace = (name: string): { places: string[]; body: string } => {
  let body = name;
  const places: string[] = [];
  for (let found = knownPlaceAt(body); found; found = knownPlaceAt(body)) {
    if (body.length - found.length < 2) break;
    body = body.slice(found.length);
    // 上海上海: the province and the city of a municipality.
    if (places.at(-1) !== found.short) places.push(found.short);
  }
  return { places, body };
};

/** Takes a company name apart; the place may stand before it or in brackets: 航利贸易(杭州)有限公司. */
export const companyParts = (name: string, toSimplified?: ToSimplified): CompanyParts => {
  const bracketed: string[] = [];
  const bare = name.normalize('NFKC').replace(/[([【〔](.{2,8}?)[)\]】〕]/gu, (whole, inside: string) => {
    const found = knownPlaceAt(inside);
    if (!found || found.length !== inside.length) return whole;
    bracketed.push(found.short);
    return '';
  });
  const { body, form } = squeezeWithoutForm(bare, toSimplified);
  const { places, body: core } = withoutPlace(body);
  // 杭州酒店 without its town would be every hotel.
  if (places.length > 0 && trade.test(core)) return { places: bracketed, core: body, form };
  return { places: [...places, ...bracketed], core, form };
};

/**
 * Strong key: equal keys are the same customer under another spelling. Width, case, spaces, signs and brackets do not
 * count, nor 省 and 市 in a leading place (上海市汇祥 = 上海汇祥), the province before a city, or which kind of 公司 it is. The
 * place itself and forms such as 商行 count, since those are other businesses.
 */
export const companyKey = (name: string, toSimplified?: ToSimplified): string => {
  const { body, form } = squeezeWithoutForm(name, toSimplified);
  const { places, body: core } = withoutPlace(body);
  const narrow = places.length > 1 && isProvince(places[0] ?? '') ? places.slice(1) : places;
  return narrow.join('') + core + (form === 'company' ? '' : form);
};

/** Weak key, for what is similar: also without place and legal form. Never empty for a name with a letter or digit. */
export const companyCore = (name: string, toSimplified?: ToSimplified): string =>
  companyParts(name, toSimplified).core;

const placesAgree = (one: string[], other: string[]) =>
  one.length === 0 ||
  other.length === 0 ||
  one.includes(other.at(-1) ?? '') ||
  other.includes(one.at(-1) ?? '');

/**
 * How two names stand to each other. `same`: equal keys. `likely`: one leaves out the place or the legal form
 * and nothing contradicts (鑫华服饰, 杭州鑫华服饰有限公司). `similar`: place or form contradict. Otherwise `different`.
 */
export const compareCompanies = (
  one: string,
  other: string,
  toSimplified?: ToSimplified,
): 'same' | 'likely' | 'similar' | 'different' => {
  const key = companyKey(one, toSimplified);
  if (key === companyKey(other, toSimplified)) return key ? 'same' : 'different';
  const [a, b] = [companyParts(one, toSimplified), companyParts(other, toSimplified)];
  if (a.core !== b.core || !a.core) return 'different';
  const formsAgree = !a.form || !b.form || a.form === b.form;
  return placesAgree(a.places, b.places) && formsAgree ? 'likely' : 'similar';
};

const tradeAtEnd =
  /(?:科技|贸易|商贸|实业|五金|建材|服饰|食品|物流|餐饮|电子|机械|医疗|器械|家居|用品|广告|传媒|传播|文化|网络|软件|化工|装饰|建筑|工程|酒店|宾馆|银行|大学|学院|中学|小学|汽配|汽修|机电|印刷|包装|塑料|纺织|家具|珠宝|物业|置业|地产|药业|茶业|水产|农业|环保)$/u;

/** Whether the name has the marks of a business: a legal form, a kind of shop, or a trade. */
export const looksLikeCompany = (name: string): boolean => {
  const text = squeeze(name);
  if (companyForm.test(text) || businessForm.test(text) || latinForm.test(name)) return true;
  if (text.length >= 3 && workplace.test(text))
    return !(text.length === 3 && isPersonName(text) && /[行庄院]$/u.test(text));
  return text.length >= 4 && tradeAtEnd.test(text);
};

const title =
  '(?:总经理|副总|经理|总监|总|老板|老板娘|主任|主管|会计|出纳|财务|厂长|店长|科长|处长|局长|校长|院长|医生|大夫|老师|教授|律师|工程师|工|师傅|先生|女士|小姐|太太|阿姨|大姐|大哥|姐|哥|叔|董事长|董|书记|秘书|采购|销售)';
const addressed = new RegExp(`^(?:(\\p{Script=Han}{1,3})${title}|[老小阿](\\p{Script=Han}))$`, 'u');

/** Whether it is how people call someone: 王经理, 李总, 老陈, 小张. */
export const isAddress = (text: string): boolean => {
  const match = addressed.exec(text.trim());
  return match !== null && leadingSurname(match[1] ?? match[2] ?? '') !== '';
};

/** Whether it is a Chinese person's name: a surname of 百家姓 and one or two signs more, or a name with 「·」. */
export const isPersonName = (text: string): boolean => {
  const name = text.trim();
  if (/^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,3}$/u.test(name)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || addressed.test(name)) return false;
  const surname = leadingSurname(name);
  const given = name.length - surname.length;
  return surname !== '' && given >= 1 && given <= 2 && !trade.test(name.slice(-2));
};

/** Company or person, by the looks of the name; company when nothing tells. */
export const guessKind = (name: string): Kind => {
  if (looksLikeCompany(name) && !isAddress(name)) return 'company';
  return isPersonName(name) || isAddress(name) ? 'person' : 'company';
};

/** A short name to begin with, as written: 八骏科技 of 杭州八骏科技有限公司. '' where nothing would be shorter. */
export const shortNameOf = (name: string): string => {
  const text = name.normalize('NFKC').trim();
  const bare = text
    .replace(/[([【〔].*?[)\]】〕]/gu, '')
    .replace(latinForm, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
  const { body } = withoutForm(bare);
  const { body: core } = withoutPlace(body);
  const short = (trade.test(core) ? body : core).trim();
  return short.length >= 2 && short !== text && /\p{L}/u.test(short) ? short : '';
};
