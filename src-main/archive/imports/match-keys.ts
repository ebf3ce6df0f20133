import { companyCore, companyKey, looksLikeCompany } from '../../../src-shared/company-names.ts';
import { isCreditCode } from '../../../src-shared/credit-code.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { fullIdentityNumber } from '../../../src-shared/identity-number.ts';
import { toSimplified } from '../search/simplify.ts';
import { squeeze } from './merge-contacts.ts';
import type { RowDraft, RowMethod } from './row-draft.ts';

/** By what customers are recognised. Credit codes and identity numbers count only when they are valid. */
export interface MatchKeys {
  readonly kind: Kind;
  readonly name: string;
  /** The name's cell as it is. */
  readonly writtenName: string;
  readonly code: string;
  /** As in {@link RowDraft}. */
  readonly importedAs: string;
  readonly creditCode: string;
  /** With 18 digits. */
  readonly identityNumber: string;
  /** E.164 */
  readonly phones: readonly string[];
  readonly nameKey: string;
  /** Keys of further names under which a company is known. */
  readonly otherNames: readonly string[];
  readonly city: string;
  readonly self: PersonalKeys | null;
  /** The name of a company without place and legal form; '' for persons. */
  readonly core: string;
  /** The first person of a company, by the letters of the name. */
  readonly person: string;
}

/** What tells, beside the name, that a person is the same; null for companies. */
export interface PersonalKeys {
  /** ISO date. */
  readonly birthday: string;
  /** City and street; '' without a street. */
  readonly address: string;
  /** WeChat, QQ and mail, by {@link handleKey}. */
  readonly handles: readonly string[];
}

/** Keys of one row, with the phones of its contacts among them. */
export function keysOf(draft: RowDraft, writtenName: string): MatchKeys {
  const { code = '', creditCode = '', identityNumber = '' } = draft.fields;
  const phones = new Set<string>();
  for (const methods of [draft.methods, ...draft.contacts.map((contact) => contact.methods)]) {
    for (const { type, normal } of methods) {
      if (normal !== '' && (type === 'mobile' || type === 'phone')) phones.add(normal);
    }
  }
  return {
    kind: draft.kind,
    name: draft.name,
    writtenName,
    code,
    importedAs: draft.importedAs,
    creditCode: isCreditCode(creditCode) ? creditCode : '',
    identityNumber: draft.kind === 'person' ? fullIdentityNumber(identityNumber) : '',
    phones: [...phones],
    nameKey: companyKey(draft.name, toSimplified),
    otherNames: otherNames({ ...draft, shortName: draft.fields.shortName ?? '' }),
    city: draft.fields.city ?? '',
    self: draft.kind === 'person' ? personalKeys({ ...draft.fields, methods: draft.methods }) : null,
    core: draft.kind === 'company' ? companyCore(draft.name, toSimplified) : '',
    person: draft.kind === 'company' ? personOf(draft.contacts[0]?.name ?? '') : '',
  };
}

/** Keys of the further names of a company. A short name such as 八骏科技 is found by what the whole one is without its place. */
export function otherNames(of: {
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly shortName: string;
}): readonly string[] {
  const { kind, aliases, shortName } = of;
  const isByname = shortName !== '' && !looksLikeCompany(shortName);
  if (kind === 'person' || (aliases.length === 0 && !isByname)) return none;
  return [...aliases, ...(isByname ? [shortName] : [])].map((name) => companyKey(name, toSimplified));
}

const none: readonly string[] = [];

/** What tells a person from another of the same name. */
export function personalKeys(of: {
  readonly birthday?: string | undefined;
  readonly city?: string | undefined;
  readonly address?: string | undefined;
  readonly methods: readonly Pick<RowMethod, 'type' | 'normal'>[];
}): PersonalKeys {
  const { birthday = '', city = '', address = '', methods } = of;
  return {
    birthday,
    address: address === '' ? '' : `${city} ${address}`,
    handles: methods.flatMap((method) => handleKey(method) || []),
  };
}

/** WeChat, QQ and mail belong to one person each; '' for anything else. */
export const handleKey = ({ type, normal }: Pick<RowMethod, 'type' | 'normal'>): string =>
  normal !== '' && (type === 'wechat' || type === 'qq' || type === 'email')
    ? `${type}:${normal.toLowerCase()}`
    : '';

const justChinese = /^\p{Script=Han}+$/u;
/** A person's name by its letters; most names are nothing else. */
const personOf = (name: string): string => (justChinese.test(name) ? name : squeeze(name));
