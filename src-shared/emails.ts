import { halfWidth } from './width.ts';

// One @, a local part of the characters that mail programs let people choose, labels of letters (any script),
// digits and hyphens, and a top level of at least two letters. RFC 5321 lengths.
const pattern =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

/** What most addresses are: all of it fits {@link pattern}, which takes ten times as long. */
const plain = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+\.)+[a-z]{2,}$/u;

/** Trimmed, lower case, full-width ＠ and ． (and 。) as their half-width twins, without `mailto:` or angle brackets. */
export const normaliseEmail = (text: string): string => {
  let result = halfWidth(text).toLowerCase().replaceAll('。', '.').replace(/\s+/gu, '');
  for (let before = ''; before !== result;) {
    before = result;
    result = result.replace(/^(?:mailto:|<)+/u, '').replace(/[>;,]+$/u, '');
  }
  return result;
};

/** Whether the normal form of the text is an e-mail address (RFC 5321 lengths, the usual subset of its signs). */
export const isEmail = (text: string): boolean => {
  if (text.length <= 64 && plain.test(text)) return true;
  const email = normaliseEmail(text);
  return email.length <= 254 && email.indexOf('@') <= 64 && pattern.test(email);
};
