import type { CustomerPatch } from '../../../src-shared/customers.ts';
import { normaliseMethod } from '../../../src-shared/methods.ts';
import { capitalText } from './capital.ts';
import {
  type ContactValues,
  type CustomerValues,
  isEmptyContact,
  type MethodValues,
  newContact,
  newMethod,
  plainFields,
  withSpareRow,
} from './customer-values.ts';
import { dateText } from './date-text.ts';
import { methodType } from './to-draft.ts';

/** What a pasted text changed in the form. */
export interface Filling {
  readonly values: CustomerValues;
  /** Fields that were empty and are filled now, in the order of the form. */
  readonly filled: readonly (keyof CustomerValues)[];
  /** Fields that say something else already and were left alone. */
  readonly kept: readonly { readonly field: keyof CustomerValues; readonly value: string }[];
}

type Method = NonNullable<CustomerPatch['methods']>[number];

const sameMethod = (one: MethodValues, other: Method): boolean => {
  const type = methodType(one);
  if (one.value.trim() === '' || type !== other.type) return false;
  const normal = normaliseMethod(type, one.value);
  return normal === ''
    ? one.value.trim() === other.value
    : normal === normaliseMethod(other.type, other.value);
};

const addMethods = (methods: readonly MethodValues[], pasted: readonly Method[]): readonly MethodValues[] => {
  const fresh = pasted.filter((method) => !methods.some((one) => sameMethod(one, method)));
  if (fresh.length === 0) return methods;
  const written = methods.filter(({ value, id }) => value.trim() !== '' || id !== undefined);
  return withSpareRow([
    ...written,
    ...fresh.map(({ type, value, label }) => newMethod({ type, value, label })),
  ]);
};

const addContacts = (
  contacts: readonly ContactValues[],
  pasted: NonNullable<CustomerPatch['contacts']>,
): readonly ContactValues[] => {
  let result = contacts.filter((contact) => !isEmptyContact(contact));
  let changed = false;
  for (const { id: _, methods, ...person } of pasted) {
    const known = result.find((contact) => contact.name.trim() !== '' && contact.name.trim() === person.name);
    if (known === undefined) {
      result = [...result, newContact({ ...person, methods: addMethods([], methods) })];
      changed = true;
      continue;
    }
    const joined = {
      ...known,
      title: known.title || person.title,
      methods: addMethods(known.methods, methods),
    };
    if (joined.title !== known.title || joined.methods !== known.methods) {
      result = result.map((contact) => (contact === known ? joined : contact));
      changed = true;
    }
  }
  return changed ? result : contacts;
};

const pastedText = (patch: CustomerPatch, field: (typeof plainFields)[number], language: string): string => {
  const value = patch[field];
  if (value === undefined || value === null) return '';
  return field === 'birthday' || field === 'foundedOn' ? dateText(String(value), language) : String(value);
};

/**
 * Puts what a pasted text says into the form: empty fields are filled, phones and contacts are added to those that
 * stand there, and nothing that was typed is overwritten. The kind follows the text only as long as there is no name.
 */
export const fillIn = (values: CustomerValues, patch: CustomerPatch, language: string): Filling => {
  const next: { -readonly [F in keyof CustomerValues]: CustomerValues[F] } = { ...values };
  const kept: { field: keyof CustomerValues; value: string }[] = [];
  if (patch.kind !== undefined && values.name.trim() === '') next.kind = patch.kind;
  for (const field of plainFields) {
    if (field === 'kind' || field === 'registeredCapital') continue;
    const value = pastedText(patch, field, language);
    if (value === '' || value === values[field].trim()) continue;
    if (values[field].trim() === '') Object.assign(next, { [field]: value });
    else kept.push({ field, value });
  }
  if (typeof patch.registeredCapital === 'number') {
    const capital = capitalText(patch.registeredCapital);
    if (values.registeredCapital.trim() === '') {
      next.registeredCapital = capital.text;
      next.capitalUnit = capital.unit;
    }
  }
  if (patch.methods) next.methods = addMethods(values.methods, patch.methods);
  if (patch.contacts) next.contacts = addContacts(values.contacts, patch.contacts);
  const filled = (Object.keys(next) as (keyof CustomerValues)[]).filter(
    (field) => field !== 'capitalUnit' && next[field] !== values[field],
  );
  return { values: next, filled, kept };
};

/** Takes a filling back, field by field; what was typed into a filled field since then stays. */
export const takeFillingBack = (
  now: CustomerValues,
  before: CustomerValues,
  { values: after, filled }: Filling,
): CustomerValues => {
  const restored = filled
    .filter((field) => now[field] === after[field])
    .map((field) => [field, before[field]]);
  return { ...now, ...Object.fromEntries(restored) };
};

/** Whether a text pasted into the name is more than a name: several lines or cells, a phone, a mail address. */
export const isMoreThanAName = (text: string): boolean =>
  /\S\s*[\n\t]\s*\S/u.test(text) || /(?:\d[\s-]?){7,}|@/u.test(text);
