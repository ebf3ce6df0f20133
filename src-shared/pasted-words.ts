import { isAddress, isPersonName, looksLikeCompany } from './company-names.ts';
import { readDate } from './dates.ts';
import type { Token } from './pasted-tokens.ts';

const titles =
  /^(?:董事长|总经理|副总经理|副总|总监|经理|销售经理|采购经理|业务经理|部门经理|项目经理|主管|采购主管|主任|店长|厂长|老板|老板娘|采购|采购员|销售|销售员|业务|业务员|会计|财务|出纳|文员|助理|秘书|前台|工程师|设计师|医生|护士|老师|法人|股东|负责人|CEO|CTO|CFO|COO|manager|director|sales)$/iu;
/** Whether a word is a position at a company: 经理, 采购, CEO. */
export const isTitle = (word: string): boolean => titles.test(word);

const department =
  /^(?:采购|销售|财务|市场|行政|人事|技术|生产|工程|客服|业务|研发|质检|仓储|物流|运营|外贸|商务|综合|设备|后勤)部门?$/u;

const isBank = (word: string) =>
  /(?:银行|信用社|农商行|信用联社)/u.test(word) && !/^(?:.{0,6})公司$/u.test(word);

const latinTrade =
  /\b(?:tech|technology|technologies|trading|trade|group|industries|industrial|industry|international|electronics|textiles?|imports?|exports?|logistics|hotel|bank|university|hospital|shop|store|studio|company)\b/iu;

const isLatinPerson = (word: string) =>
  /^(?:Mr|Mrs|Ms|Miss|Dr)\.? ?[A-Z]/u.test(word) ||
  (/^[A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z]+){1,2}$/u.test(word) && !latinTrade.test(word));

const wordToken = (word: string): Token => {
  if (/^(?:男|女)$/u.test(word)) return { type: 'gender', value: word };
  if (isTitle(word)) return { type: 'title', value: word };
  if (department.test(word)) return { type: 'department', value: word };
  if (/^\d{6}$/u.test(word)) return { type: 'postcode', value: word };
  // Lunar dates are kept for birthdays; what any other date means, nobody can tell.
  if (readDate(word)?.precision === 'lunar') return { type: 'birthday', value: word };
  if (isBank(word)) return { type: 'bankName', value: word };
  const bare = word.replace(/(?:[(（][^()（）]+[)）]|收)$/u, '');
  const isPerson = isPersonName(bare) || isAddress(bare);
  if (
    (looksLikeCompany(word) || latinTrade.test(word)) &&
    !(isPerson && bare.length <= 3) &&
    !isAddress(word)
  )
    return { type: 'company', value: word };
  return { type: isPerson || isLatinPerson(word) ? 'person' : 'rest', value: word };
};

const before =
  /^(?:你好|您好|我是|我叫|这是|我们是|我司是|我的|联系人|姓名|收货人|收件人|联系电话|地址)+[:：]?(?=\p{Script=Han})/u;
const behind = /(?<=\p{Script=Han})(?:的?(?:联系电话|电话|手机号码|手机号|手机|微信号?|tel)是?)[:：]?$/iu;
const nothing =
  /^(?:你好|您好|谢谢|收货信息|收件信息|开票信息|开票资料|联系方式|(?:我的?|我们?的?)?(?:联系)?(?:电话|手机号?|微信|地址)是?)$/u;
const gluedCompany = /^(.{2,}(?:公司|商行|经营部|工作室))(?:的)?(\p{Script=Han}{2,4}?)收?$/u;
const ownPerson = /^(\p{Script=Han}{3,})的(\p{Script=Han}{2,4})$/u;

/** Reads a word of a pasted text; several where they are glued: 杭州八骏科技有限公司张三, 我是八骏科技的张三. */
export const wordTokens = (written: string): Token[] => {
  const word = written.replace(before, '').replace(behind, '') || written;
  if (nothing.test(word)) return [];
  const glued = gluedCompany.exec(word) ?? ownPerson.exec(word);
  const [, company = '', person = ''] = glued ?? [];
  if ((isPersonName(person) || isAddress(person)) && looksLikeCompany(company))
    return [
      { type: 'company', value: company },
      { type: 'person', value: person },
    ];
  return [wordToken(word)];
};
