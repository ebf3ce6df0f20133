import { knownPlaceAt } from './regions.ts';
import type { Kind } from './customers.ts';
import { leadingSurname } from './surnames.ts';

/** Turns traditional characters into simplified ones; the caller brings its own table. */
export type ToSimplified = (text: string) => string;

const companyForm =
  /(?:(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|总公司|股份公司|(?<!分)公司|col?td|companylimited|companyltd|coltd|limitedcompany|ltd|limited|incorporated|inc|corp|corporation|gmbh|llc|plc|有限(?:责任)?)$/u;
const businessForm =
  /(?:合伙企业|有限合伙|普通合伙|个人独资企业|独资企业|专业合作社|合作社|事务所|经营部|经销部|门市部|服务部|营业部|批发部|工作室|商行|商店|商贸行|批发行|经销处|办事处|分公司|服务站|服务中心|专卖店|旗舰店|连锁店|分店|总店|个体工商户|个体户)$/u;
const workplace = /(?:厂|店|行|社|部|坊|庄|铺|馆|院|所|中心|超市|诊所|医院|药房|学校|基金会|协会|集团)$/u;

const squeeze = (name: string, toSimplified?: ToSimplified) => {
  const text = name.normalize('NFKC').toLowerCase();
  return (toSimplified ? toSimplified(text) : text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
};

/** Words that say what a business does but not which one it is. */
const trade =
  /^(?:(?:科技|信息|网络|软件|电子|电器|电气|机械|机电|设备|五金|建材|建筑|装饰|装修|工程|服饰|服装|纺织|食品|餐饮|餐厅|管理|咨询|贸易|商贸|进出口|国际|物流|运输|货运|汽车|汽配|配件|医疗|器械|医药|药业|药房|化工|塑料|包装|印刷|广告|传媒|文化|教育|培训|旅游|酒店|宾馆|饭店|家居|用品|家具|日用|实业|发展|投资|置业|地产|房产|物业|服务|银行|医院|大学|学院|中学|小学|人民|第[一二三四五六七八九十]+|市|县|区|中心|超市|商场|集团|公司|农业|水产|茶业|珠宝|体育|环保|能源|电力|通信|通讯|材料|新|制造|制品|技术|火腿|诊所|门诊|口腔|堂)+)$/u;

/** A name taken apart: 杭州 + 八骏科技 + 有限公司. `form` is '' for names without one, `company` for all 公司. */
export interface CompanyParts {
  place: string;
  core: string;
  form: string;
}

const withoutForm = (name: string): { body: string; form: string } => {
  const company = companyForm.exec(name);
  if (company && name.length - company[0].length >= 2)
    return { body: name.slice(0, company.index), form: 'company' };
  const business = businessForm.exec(name);
  if (business && name.length - business[0].length >= 2)
    return { body: name.slice(0, business.index), form: business[0] };
  return { body: name, form: '' };
};

/** Takes the places off the beginning, the widest first; `place` is the narrowest one, by its short name. */
const withoutPlace = (name: string): { place: string; body: string } => {
  let body = name;
  let place = '';
  for (let found = knownPlaceAt(body); found; found = knownPlaceAt(body)) {
    const rest = body.slice(found.length);
    if (rest.length < 2) break;
    body = rest;
    place = found.short;
  }
  return { place, body };
};

/** Takes a company name apart; `place` may stand before it or in brackets: 航利贸易(杭州)有限公司. */
export const companyParts = (name: string, toSimplified?: ToSimplified): CompanyParts => {
  let bracketed = '';
  const bare = name.normalize('NFKC').replace(/[([【〔](.{2,8}?)[)\]】〕]/u, (whole, inside: string) => {
    const found = knownPlaceAt(inside);
    if (!found || found.length !== inside.length) return whole;
    bracketed = found.short;
    return '';
  });
  const { body, form } = withoutForm(squeeze(bare, toSimplified));
  const { place, body: core } = withoutPlace(body);
  if (!place) return { place: bracketed, core, form };
  // 杭州酒店 without its town would be every hotel.
  return trade.test(core)
    ? { place: bracketed, core: body, form }
    : { place: bracketed || place, core, form };
};

/**
 * Strong key: equal keys are the same customer under another spelling. Width, case, spaces, signs and brackets do not
 * count, nor 省 and 市 in a leading place (上海市汇祥 = 上海汇祥), nor which kind of 公司 it is. The place and forms
 * such as 商行 count, since those are other businesses.
 */
export const companyKey = (name: string, toSimplified?: ToSimplified): string => {
  const squeezed = squeeze(name, toSimplified);
  const { body, form } = withoutForm(squeezed);
  const { place, body: core } = withoutPlace(body);
  return place + core + (form === 'company' ? '' : form);
};

/** Weak key, for what is similar: also without place and legal form. Never empty for a name with a letter or digit. */
export const companyCore = (name: string, toSimplified?: ToSimplified): string =>
  companyParts(name, toSimplified).core;

const agree = (left: string, right: string) => !left || !right || left === right;

/**
 * How two names stand to each other. `same`: equal keys. `likely`: one leaves out the place or the legal form
 * and nothing contradicts (鑫华服饰, 杭州鑫华服饰有限公司). `similar`: place or form contradict. Otherwise `different`.
 */
export const compareCompanies = (
  one: string,
  other: string,
  toSimplified?: ToSimplified,
): 'same' | 'likely' | 'similar' | 'different' => {
  if (companyKey(one, toSimplified) === companyKey(other, toSimplified)) return 'same';
  const [a, b] = [companyParts(one, toSimplified), companyParts(other, toSimplified)];
  if (a.core !== b.core || !a.core) return 'different';
  return agree(a.place, b.place) && agree(a.form, b.form) ? 'likely' : 'similar';
};

/** Whether the name has the marks of a business: a legal form, a kind of shop, or a trade. */
export const looksLikeCompany = (name: string): boolean => {
  const text = squeeze(name);
  if (companyForm.test(text) || businessForm.test(text)) return true;
  if (text.length >= 3 && workplace.test(text))
    return !(text.length === 3 && isPersonName(text) && /[行庄院]$/u.test(text));
  return (
    /(?:科技|贸易|商贸|实业|五金|建材|服饰|食品|物流|餐饮|电子|机械|医疗|家居|广告|传媒|网络|软件|化工|装饰|建筑|工程|酒店|宾馆|集团|银行|大学|学院|中学|小学)/u.test(
      text,
    ) && text.length >= 4
  );
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
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return false;
  const surname = leadingSurname(name);
  if (!surname) return false;
  const given = name.length - surname.length;
  // Four signs with a single surname are mostly 复姓 of two families; of a shop, they end in its trade.
  return given >= 1 && given <= (surname.length === 2 ? 2 : 3) && !trade.test(name.slice(-2));
};

/** Company or person, by the looks of the name; company when nothing tells. */
export const guessKind = (name: string): Kind => {
  if (looksLikeCompany(name) && !isAddress(name)) return 'company';
  return isPersonName(name) || isAddress(name) ? 'person' : 'company';
};

/** A short name to begin with, as written: 八骏科技 of 杭州八骏科技有限公司. '' where nothing would be shorter. */
export const shortNameOf = (name: string): string => {
  const text = name.normalize('NFKC').trim();
  const bare = text.replace(/[([【〔].*?[)\]】〕]/gu, '').trim();
  const { body, form } = withoutForm(bare);
  const { place, body: core } = withoutPlace(body);
  const short = (place && !trade.test(core) ? core : body).trim();
  return (form || place) && short.length >= 2 && short !== text ? short : '';
};
