import type { ContactMethodType } from './contact-methods.ts';
import { isEmail, normaliseEmail } from './emails.ts';
import { readPhone } from './phones.ts';
import { halfWidth } from './width.ts';

const labels: [ContactMethodType, RegExp][] = [
  ['wechat', /^(?:微\s*信\s*号?|wechat|weixin|wx)\s*[:：]\s*/iu],
  ['qq', /^(?:QQ\s*号?码?)\s*[:：]?\s*(?=\d)/iu],
];

/**
 * The form in which methods are compared: E.164 for phones, lower case for mail, trimmed half-width text without
 * its label otherwise. '' where there is none: what is invalid, and local numbers without an area code.
 */
export const normaliseMethod = (type: ContactMethodType, value: string): string => {
  if (type === 'mobile' || type === 'phone' || type === 'fax') return readPhone(value).normal;
  if (type === 'email') return isEmail(value) ? normaliseEmail(value) : '';
  const text = halfWidth(value).trim();
  const label = labels.find(([labelled]) => labelled === type);
  return label ? text.replace(label[1], '') : text;
};

/** What a contact method is, by its looks; `other` when nothing tells. */
export const guessMethodType = (value: string): ContactMethodType => {
  const text = halfWidth(value).trim();
  for (const [type, label] of labels) if (label.test(text)) return type;
  if (text.includes('@')) return 'email';
  const phone = readPhone(text);
  if (phone.valid || phone.destroyed) return phone.type;
  if (phone.type === 'mobile') return 'mobile';
  if (/^[1-9]\d{4,10}$/u.test(text)) return 'qq';
  if (/^(?:\+|0)[\d\s()-]{6,}$/u.test(text)) return 'phone';
  return /^[a-z][\w-]{5,19}$/iu.test(text) ? 'wechat' : 'other';
};
