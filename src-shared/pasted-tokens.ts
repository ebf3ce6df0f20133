import { isAddress, isPersonName, looksLikeCompany } from './company-names.ts';
import { isCreditCode } from './credit-code.ts';
import { isEmail } from './emails.ts';
import { splitPhones } from './phones.ts';
import { splitRegion } from './regions.ts';
import { readDate } from './dates.ts';
import { halfWidth } from './width.ts';

/** A piece of unlabelled text by what it is. */
export interface Token {
  type:
    | 'person'
    | 'company'
    | 'title'
    | 'gender'
    | 'phone'
    | 'email'
    | 'wechat'
    | 'creditCode'
    | 'identityNumber'
    | 'bankName'
    | 'bankAccount'
    | 'website'
    | 'address'
    | 'postcode'
    | 'birthday'
    | 'rest';
  value: string;
}

const titles =
  /^(?:董事长|总经理|副总经理|副总|总监|经理|销售经理|采购经理|业务经理|部门经理|项目经理|主管|采购主管|主任|店长|厂长|老板|老板娘|采购|采购员|销售|销售员|业务|业务员|会计|财务|出纳|文员|助理|秘书|前台|工程师|设计师|医生|护士|老师|法人|股东|负责人|CEO|CTO|CFO|COO|manager|director|sales)$/iu;
/** Whether a word is a position at a company: 经理, 采购, CEO. */
export const isTitle = (word: string): boolean => titles.test(word);

const streetSign =
  /(?:路|街|大道|巷|弄|胡同|村|镇|乡|街道|工业区|园区|开发区|新区|大厦|广场|小区|花园|公寓|市场|商城)/u;
const houseSign = /(?:号|栋|幢|座|室|楼|层|单元|弄|铺|组)/u;
const houseOnly =
  /^(?:[A-Z]?\d+(?:[-\d]*))?\s*(?:号|栋|幢|座|室|楼|层|单元|弄|铺|号楼|号院|区|期|门|排)?(?:[A-Z]?\d*[-\d]*(?:号|栋|幢|座|室|楼|层|单元|区|期|门|排|F))*$/iu;

const looksLikeStreet = (text: string) =>
  (streetSign.test(text) && (/\d/u.test(text) || houseSign.test(text))) || /\d+\s*号/u.test(text);

const isAddressStart = (text: string) => {
  if (/(?:公司|厂|商行|经营部|银行|支行|店)$/u.test(text)) return false;
  const region = splitRegion(text);
  return region.district !== '' || (region.province !== '' && text.length >= 2) || looksLikeStreet(text);
};
const continuesAddress = (text: string) =>
  !looksLikeCompany(text) &&
  (houseOnly.test(text) ||
    looksLikeStreet(text) ||
    splitRegion(text).district !== '' ||
    /^[(（][^)）]*[)）]$/u.test(text));

const isBank = (text: string) =>
  /(?:银行|信用社|农商行|信用联社)/u.test(text) && !/^(?:.{0,6})公司$/u.test(text);

/** 文一西路8号杭州八骏科技有限公司 and 8号张三 in two. */
const splitAddressTail = (text: string): [string, string] => {
  const cut = /^(.*\d+[\d-]*\s*(?:号楼|号|室|楼|层|栋|幢|座|单元|F)(?:\d+室?)?)(\p{Script=Han}.*)$/u.exec(
    text,
  );
  const tail = cut?.[2] ?? '';
  if (
    !cut?.[1] ||
    !(
      looksLikeCompany(tail) ||
      (isPersonName(tail) && tail.length >= 2 && tail.length <= 3 && !/[门口楼面侧边]$/u.test(tail))
    )
  )
    return [text, ''];
  return [cut[1], tail];
};

const exact: [Token['type'], RegExp, ((text: string) => boolean)?][] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u, isEmail],
  ['website', /(?:https?:\/\/|www\.)[^\s,;()]+/iu],
  ['creditCode', /(?<![\dA-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![\dA-Z])/iu, isCreditCode],
  // Also with a wrong check digit: it is marked later. An account of 18 digits with a birthday inside is rarer.
  [
    'identityNumber',
    /(?<![\dA-Z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Z])/iu,
  ],
  ['bankAccount', /(?<![\d-])\d{4}(?:\s\d{4}){3}(?:\s\d{1,4})?(?!\d)|(?<![\d+-])\d{15,24}(?!\d)/u],
];

/** Cuts what is recognisable wherever it stands out of the text, in order; the rest stays between. */
const cutExact = (text: string): (Token | string)[] => {
  let pieces: (Token | string)[] = [text];
  for (const [type, pattern, test] of exact)
    pieces = pieces.flatMap((piece) => {
      if (typeof piece !== 'string') return [piece];
      const match = pattern.exec(piece);
      if (!match || (test && !test(match[0]))) return [piece];
      const after = piece.slice(match.index + match[0].length);
      return [piece.slice(0, match.index), { type, value: match[0] }, after];
    });
  return pieces;
};

/** Phones in order with the text between; numbers that are part of an address stay where they are. */
const cutPhones = (text: string): (Token | string)[] => {
  const pieces: (Token | string)[] = [];
  let rest = text;
  for (const phone of splitPhones(text).phones) {
    const at = halfWidth(rest).indexOf(phone.raw);
    if (at < 0 || !phone.valid || (!phone.normal && phone.raw.length < 7)) continue;
    if (/^\s*[号栋幢室楼]/u.test(rest.slice(at + phone.raw.length))) continue;
    pieces.push(rest.slice(0, at), { type: 'phone', value: phone.raw });
    rest = rest.slice(at + phone.raw.length);
  }
  return [...pieces, rest];
};

const wordToken = (word: string): Token => {
  if (/^(?:男|女)$/u.test(word)) return { type: 'gender', value: word };
  if (isTitle(word)) return { type: 'title', value: word };
  if (/^\d{6}$/u.test(word)) return { type: 'postcode', value: word };
  // Lunar dates are kept for birthdays; what any other date means, nobody can tell.
  if (readDate(word)?.precision === 'lunar') return { type: 'birthday', value: word };
  if (isBank(word)) return { type: 'bankName', value: word };
  if (looksLikeCompany(word) && !isAddress(word) && !(isPersonName(word) && word.length <= 3))
    return { type: 'company', value: word };
  const bare = word.replace(/(?:[(（][^()（）]+[)）]|收)$/u, '');
  if (isPersonName(bare) || isAddress(bare)) return { type: 'person', value: word };
  return { type: 'rest', value: word };
};

/** 杭州八骏科技有限公司张三 in two. */
const wordTokens = (word: string): Token[] => {
  const glued = /^(.{2,}(?:公司|商行|经营部|工作室))(\p{Script=Han}{2,4})(?:收)?$/u.exec(word);
  if (glued?.[1] && glued[2] && (isPersonName(glued[2]) || isAddress(glued[2])))
    return [
      { type: 'company', value: glued[1] },
      { type: 'person', value: glued[2] },
    ];
  return [wordToken(word)];
};

const tokensOfText = (text: string): Token[] => {
  const words = text
    .split(/[\s,，;；、|。]+|(?<=\p{Script=Han})[/](?=\p{Script=Han})/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!isAddressStart(word)) {
      tokens.push(...wordTokens(word));
      continue;
    }
    let address = word;
    while (at + 1 < words.length && continuesAddress(words[at + 1] ?? '')) {
      at += 1;
      address +=
        /[\dA-Z]$/iu.test(address) && /^[\dA-Z]/iu.test(words[at] ?? '') ? ` ${words[at]}` : words[at];
    }
    const [place, tail] = splitAddressTail(address);
    tokens.push({ type: 'address', value: place });
    if (tail) tokens.push(...wordTokens(tail));
  }
  return tokens;
};

/** Reads a half-width text without labels into tokens, in the order in which they stand. */
export const readTokens = (text: string): Token[] =>
  cutExact(text)
    .flatMap((piece) => (typeof piece === 'string' ? cutPhones(piece) : [piece]))
    .flatMap((piece) => (typeof piece === 'string' ? tokensOfText(piece) : [piece]));
