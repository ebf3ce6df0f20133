import { compareCompanies } from '../../../src-shared/company-names.ts';
import type { Kind } from '../../../src-shared/customers.ts';
import type { matchKeys } from '../../../src-shared/import-plan.ts';
import { toSimplified } from '../search/simplify.ts';
import type { MatchKeys, PersonalKeys } from './match-keys.ts';

export type MatchKey = (typeof matchKeys)[number];

/** A customer of the archive by its id, or a customer that the file makes new, by a negative number. */
export type CustomerRef = number;

/** What is known of a customer by which a row may agree with it or contradict it. */
export interface Known {
  readonly kind: Kind;
  readonly name: string;
  readonly city: string;
  creditCode: string;
  identityNumber: string;
  hasPhone: boolean;
  /** Birthday, address and handles of a person. */
  self: PersonalKeys | null;
  /** Those of whom rows of the file spoke; '' for nobody. */
  people: string | Set<string>;
}

/** Several customers under one key are kept as a list; most keys have one. */
type Refs = CustomerRef | CustomerRef[];

/** A key that more customers share (a switchboard, 无名) says nothing by itself about any of them. */
export const mostSharing = 8;

/** So many of one name are looked at for something more that agrees. */
const mostNamesakes = 100;

/** Finds customers by any key, those of the archive and those the file has made so far. */
export class MatchIndex {
  readonly #customers = new Map<CustomerRef, Known>();
  readonly #codes = new Map<string, CustomerRef>();
  readonly #creditCodes = new Map<string, CustomerRef>();
  readonly #identityNumbers = new Map<string, CustomerRef>();
  readonly #phones = new Map<string, Refs>();
  readonly #nameKeys = new Map<string, Refs>();
  readonly #otherNames = new Map<string, Refs>();
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
      // What one row says about a customer speaks against the next that says otherwise.
      known.creditCode ||= keys.creditCode;
      known.identityNumber ||= keys.identityNumber;
      if (known.self && keys.self) known.self = joined(known.self, keys.self);
      addPerson(known, keys.person);
    } else {
      const { kind, name, city, creditCode, identityNumber, self, phones, person: people } = keys;
      const hasPhone = phones.length > 0;
      this.#customers.set(ref, { kind, name, city, creditCode, identityNumber, hasPhone, self, people });
    }
    setOnce(this.#codes, keys.code, ref);
    setOnce(this.#creditCodes, keys.creditCode, ref);
    setOnce(this.#identityNumbers, keys.identityNumber, ref);
    if (this.#apart && ref < 0 && keys.kind === 'company') setOnce(this.#people, personKey(keys), ref);
    // However many people of a company are kept apart, its name leads to the first of them.
    const isFurther = this.#apart && ref < 0 && this.#nameKeys.has(keys.nameKey);
    if (!isFurther) {
      addTo(this.#nameKeys, keys.nameKey, ref, mostNamesakes);
      addTo(this.#cores, keys.core, ref);
    }
    for (const phone of keys.phones) addTo(this.#phones, phone, ref);
    for (const name of keys.otherNames) addTo(this.#otherNames, name, ref);
  }

  addPhone(ref: CustomerRef, phone: string): void {
    addTo(this.#phones, phone, ref);
    const known = this.#customers.get(ref);
    if (known) known.hasPhone = true;
  }

  /** WeChat, QQ or mail of a person, by {@link handleKey}. */
  addHandle(ref: CustomerRef, handle: string): void {
    const known = this.#customers.get(ref);
    if (known?.self) known.self = joined(known.self, { birthday: '', address: '', handles: [handle] });
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
  byNameKey = (key: string): readonly CustomerRef[] => few(this.#nameKeys.get(key), mostNamesakes);
  byOtherName = (key: string): readonly CustomerRef[] => few(this.#otherNames.get(key));

  byPerson = (keys: MatchKeys): CustomerRef | undefined => this.#people.get(personKey(keys));

  /** Customers whose name leaves out the place or the legal form of this one, or the other way round. */
  byLikelyName({ core, name }: MatchKeys): readonly CustomerRef[] {
    return few(this.#cores.get(core)).filter(
      (ref) => compareCompanies(this.get(ref)?.name ?? '', name, toSimplified) === 'likely',
    );
  }
}

/** What is known of a person with what another row adds. */
const joined = (known: PersonalKeys, more: PersonalKeys): PersonalKeys => ({
  birthday: known.birthday || more.birthday,
  address: known.address || more.address,
  handles: more.handles.length === 0 ? known.handles : [...new Set([...known.handles, ...more.handles])],
});

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

function addTo(map: Map<string, Refs>, key: string, ref: CustomerRef, most = mostSharing): void {
  if (key === '') return;
  const refs = map.get(key);
  if (refs === undefined) map.set(key, ref);
  else if (typeof refs === 'number') {
    if (refs !== ref) map.set(key, [refs, ref]);
  } else if (refs.length <= most && !refs.includes(ref)) refs.push(ref);
}

const few = (refs: Refs | undefined, most = mostSharing): readonly CustomerRef[] => {
  if (refs === undefined) return [];
  if (typeof refs === 'number') return [refs];
  return refs.length > most ? [] : refs;
};
