import { isCreditCode } from './credit-code.ts';
import { isEmail } from './emails.ts';
import { continuesAddress, isAddressStart, splitAddressTail } from './pasted-address.ts';
import { wordTokens } from './pasted-words.ts';
import { splitPhones } from './phones.ts';
import { halfWidth } from './width.ts';

/** A piece of unlabelled text by what it is. */
export interface Token {
  type:
    | 'person'
    | 'company'
    | 'title'
    | 'department'
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

const exact: [Token['type'], RegExp, ((text: string) => boolean)?][] = [
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu, isEmail],
  ['website', /(?:https?:\/\/|www\.)[^\s,;，；()（）]+/giu],
  ['creditCode', /(?<![\dA-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![\dA-Z])/giu, isCreditCode],
  // Also with a wrong check digit: it is marked later. An account of 18 digits with a birthday inside is rarer.
  [
    'identityNumber',
    /(?<![\dA-Z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Z])/giu,
  ],
  ['bankAccount', /(?<![\d-])\d{4}(?:\s\d{4}){3}(?:\s\d{1,4})?(?!\d)|(?<![\d+-])\d{15,24}(?!\d)/gu],
];

const cutOne = (text: string, [type, pattern, test]: (typeof exact)[number]): (Token | string)[] => {
  const pieces: (Token | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (test && !test(match[0])) continue;
    pieces.push(text.slice(from, match.index), { type, value: match[0] });
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
};

/** Cuts what is recognisable wherever it stands out of the text, in order; the rest stays between. */
const cutExact = (text: string): (Token | string)[] => {
  let pieces: (Token | string)[] = [text];
  for (const kind of exact)
    pieces = pieces.flatMap((piece) => (typeof piece === 'string' ? cutOne(piece, kind) : [piece]));
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

// Latin words belong together (Hangzhou Bajun Tech Co., Ltd.), Chinese ones are apart.
const betweenWords =
  /(?<![A-Za-z&.,'])\s+|\s+(?![A-Za-z&])|[,，](?!\s*(?:ltd|inc|llc)\b)|[;；、|。【】[\]《》“”"\t\n]+|(?<=\p{Script=Han})[/](?=\p{Script=Han})/iu;

const tokensOfText = (text: string): Token[] => {
  const words = text
    .split(betweenWords)
    .map((word) => word.trim().replace(/^地址(?:在|是)?(?=\p{Script=Han})/u, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!isAddressStart(word)) {
      tokens.push(...wordTokens(word));
      continue;
    }
    let address = word;
    while (at + 1 < words.length && address.length < 300 && continuesAddress(address, words[at + 1] ?? '')) {
      at += 1;
      const next = words[at] ?? '';
      address += /[\dA-Z]$/iu.test(address) && /^[\dA-Z]/iu.test(next) ? ` ${next}` : next;
    }
    const [place, tail] = splitAddressTail(address);
    tokens.push({ type: 'address', value: place });
    if (tail) tokens.push(...wordTokens(tail));
  }
  return tokens;
};

/** Reads a half-width text without labels into tokens, in the order in which they stand. */
export const readTokens = (text: string): Token[] =>
  cutExact(text.replace(/\s+/gu, ' '))
    .flatMap((piece) => (typeof piece === 'string' ? cutPhones(piece) : [piece]))
    .flatMap((piece) => (typeof piece === 'string' ? tokensOfText(piece) : [piece]));
