import type { ContactDraft } from '../../../src-shared/contacts.ts';
import type { ContactMethodDraft, ContactMethodType } from '../../../src-shared/contact-methods.ts';
import type { CustomerDraft, CustomerFields } from '../../../src-shared/customers.ts';
import { guessMethodType } from '../../../src-shared/methods.ts';
import { cleanText } from '../../../src-shared/text.ts';
import { capitalInCents, isUnreadableCapital } from './capital.ts';
import {
  type ContactValues,
  type CustomerValues,
  isEmptyContact,
  type MethodValues,
  plainFields,
} from './customer-values.ts';
import { storedDate } from './date-text.ts';

/** The type of a method: the one chosen, else what its value looks like. */
export const methodType = ({ type, value }: MethodValues): ContactMethodType =>
  type ?? guessMethodType(value);

const methodDraft = (method: MethodValues): ContactMethodDraft => ({
  ...(method.id === undefined ? {} : { id: method.id }),
  type: methodType(method),
  value: cleanText(method.value),
  label: cleanText(method.label),
});

const methodDrafts = (methods: readonly MethodValues[]): ContactMethodDraft[] =>
  methods.filter(({ value }) => value.trim() !== '').map(methodDraft);

const contactDraft = (contact: ContactValues): ContactDraft => ({
  ...(contact.id === undefined ? {} : { id: contact.id }),
  name: cleanText(contact.name),
  title: cleanText(contact.title),
  department: cleanText(contact.department),
  fromDate: storedDate(contact.fromDate),
  toDate: storedDate(contact.toDate),
  left: contact.left,
  notes: cleanText(contact.notes),
  methods: methodDrafts(contact.methods),
});

/**
 * The form as the archive takes it. Empty rows are left out. A 注册资本 that is no amount in RMB cannot stand in its
 * field: with `unreadable` (its label) it is kept as a line of the notes, so that nothing typed is lost.
 */
export const toDraft = (values: CustomerValues, unreadable?: string): CustomerDraft => {
  const plain = Object.fromEntries(plainFields.map((field) => [field, cleanText(values[field])]));
  const lost = isUnreadableCapital(values.registeredCapital, values.capitalUnit);
  const notes = cleanText(values.notes);
  const kept = lost && unreadable !== undefined ? `${unreadable}${values.registeredCapital.trim()}` : '';
  return {
    ...(plain as unknown as CustomerFields),
    registeredCapital: capitalInCents(values.registeredCapital, values.capitalUnit),
    birthday: storedDate(values.birthday),
    foundedOn: storedDate(values.foundedOn),
    notes: [notes, kept].filter(Boolean).join('\n'),
    aliases: values.aliases.map(cleanText).filter(Boolean),
    methods: methodDrafts(values.methods),
    contacts: values.contacts.filter((contact) => !isEmptyContact(contact)).map(contactDraft),
    tagIds: [...values.tagIds],
  };
};
