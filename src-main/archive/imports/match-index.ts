import { compareCompanies, companyCore, companyKey } from '../../../src-shared/company-names.ts';
import { isCreditCode } from '../../../src-shared/credit-code.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import { readIdentityNumber } from '../../../src-shared/identity-number.ts';
import type { matchKeys } from '../../../src-shared/import-plan.ts';
import { toSimplified } from '../search/simplify.ts';
import { squeeze } from './merge-contacts.ts';
import type { RowDraft } from './row-draft.ts';

export type MatchKey = (typeof matchKeys)[number];

/** A customer of the archive by its id, or a customer that the file makes new, by a negative number. */
export type CustomerRef = number;

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
  readonly identityNumber: string;
  /** E.164 */
  readonly phones: readonly string[];
  readonly nameKey: string;
  /** The name of a company without place and legal form; '' for persons. */
  readonly core: string;
  /** The first person of a company, by the letters of the name. */
  readonly person: string;
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
    identityNumber: draft.kind === 'person' && readIdentityNumber(identityNumber).valid ? identityNumber : '',
    phones: [...phones],
    nameKey: companyKey(draft.name, toSimplified),
    core: draft.kind === 'company' ? companyCore(draft.name, toSimplified) : '',
    person: draft.kind === 'company' ? personOf(draft.contacts[0]?.name ?? '') : '',
  };
}

const justChinese = /^\p{Script=Han}+$/u;
/** A person's name by its letters; most names are nothing else. */
const personOf = (name: string): string => (justChinese.test(name) ? name : squeeze(name));

interface Known {
  readonly kind: Kind;
  readonly name: string;
  readonly creditCode: string;
  readonly identityNumber: string;
  hasPhone: boolean;
  /** Those of whom rows of the file spoke; '' for nobody. */
  people: string | Set<string>;
}

/** Several customers under one key are kept as a list; most keys have one. */
type Refs = CustomerRef | CustomerRef[];

/** A key that so many customers share (a switchboard, 无名) says nothing about any of them. */
const mostSharing = 8;

/** Finds customers by any key, those of the archive and those the file has made so far. */
export class MatchIndex {
  readonly #customers = new Map<CustomerRef, Known>();
  readonly #codes = new Map<string, CustomerRef>();
  readonly #creditCodes = new Map<string, CustomerRef>();
  readonly #identityNumbers = new Map<string, CustomerRef>();
  readonly #phones = new Map<string, Refs>();
  readonly #nameKeys = new Map<string, Refs>();
  readonly #cores = new Map<string, Refs>();
  /** By company and person, where each person is a customer of its own. */
  readonly #people = new Map<string, CustomerRef>();
  readonly #apart: boolean;

  /** @param apart whether people of one company of the file are customers of their own. */
  constructor(apart = false) {
    this.#apart = apart;
  }

  /** Makes a customer known, or known under more keys. */
  add(ref: CustomerRef, keys: MatchKeys): void {
    const known = this.#customers.get(ref);
    if (known) {
      known.hasPhone ||= keys.phones.length > 0;
      addPerson(known, keys.person);
    } else {
      const { kind, name, creditCode, identityNumber, phones, person: people } = keys;
      const hasPhone = phones.length > 0;
      this.#customers.set(ref, { kind, name, creditCode, identityNumber, hasPhone, people });
    }
    setOnce(this.#codes, keys.code, ref);
    setOnce(this.#creditCodes, keys.creditCode, ref);
    setOnce(this.#identityNumbers, keys.identityNumber, ref);
    if (this.#apart && ref < 0 && keys.kind === 'company') setOnce(this.#people, personKey(keys), ref);
    // However many people of a company are kept apart, its name leads to the first of them.
    const isFurther = this.#apart && ref < 0 && this.#nameKeys.has(keys.nameKey);
    if (!isFurther) {
      addTo(this.#nameKeys, keys.nameKey, ref);
      addTo(this.#cores, keys.core, ref);
    }
    for (const phone of keys.phones) addTo(this.#phones, phone, ref);
  }

  addPhone(ref: CustomerRef, phone: string): void {
    addTo(this.#phones, phone, ref);
    const known = this.#customers.get(ref);
    if (known) known.hasPhone = true;
  }

  get(ref: CustomerRef): Known | undefined {
    return this.#customers.get(ref);
  }

  /** Whether a company that the file makes is known with other people only. */
  isAnotherPerson(ref: CustomerRef, { kind, person }: MatchKeys): boolean {
    const known = ref < 0 ? this.#customers.get(ref) : undefined;
    if (!known || known.kind !== 'company' || kind !== 'company') return false;
    const { people } = known;
    if (person === '' || people === '') return false;
    return typeof people === 'string' ? people !== person : !people.has(person);
  }

  byCode = (code: string): CustomerRef | undefined => (code === '' ? undefined : this.#codes.get(code));
  byCreditCode = (code: string): CustomerRef | undefined =>
    code === '' ? undefined : this.#creditCodes.get(code);
  byIdentityNumber = (number: string): CustomerRef | undefined =>
    number === '' ? undefined : this.#identityNumbers.get(number);
  byPhone = (phone: string): readonly CustomerRef[] => few(this.#phones.get(phone));
  byNameKey = (key: string): readonly CustomerRef[] => few(this.#nameKeys.get(key));

  byPerson = (keys: MatchKeys): CustomerRef | undefined => this.#people.get(personKey(keys));

  /** Customers whose name leaves out the place or the legal form of this one, or the other way round. */
  byLikelyName({ core, name }: MatchKeys): readonly CustomerRef[] {
    return few(this.#cores.get(core)).filter(
      (ref) => compareCompanies(this.get(ref)?.name ?? '', name, toSimplified) === 'likely',
    );
  }
}

const personKey = ({ nameKey, person }: MatchKeys): string => (person === '' ? '' : `${nameKey}\n${person}`);

function addPerson(known: Known, person: string): void {
  const { people } = known;
  if (person === '' || people === person) return;
  if (people === '') known.people = person;
  else if (typeof people === 'string') known.people = new Set([people, person]);
  else people.add(person);
}

function setOnce(map: Map<string, CustomerRef>, key: string, ref: CustomerRef): void {
  if (key !== '' && !map.has(key)) map.set(key, ref);
}

function addTo(map: Map<string, Refs>, key: string, ref: CustomerRef): void {
  if (key === '') return;
  const refs = map.get(key);
  if (refs === undefined) map.set(key, ref);
  else if (typeof refs === 'number') {
    if (refs !== ref) map.set(key, [refs, ref]);
  } else if (refs.length <= mostSharing && !refs.includes(ref)) refs.push(ref);
}

const few = (refs: Refs | undefined): readonly CustomerRef[] => {
  if (refs === undefined) return [];
  if (typeof refs === 'number') return [refs];
  return refs.length > mostSharing ? [] : refs;
};
