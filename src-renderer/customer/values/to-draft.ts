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
import { customDraft, isUnread } from './custom-values.ts';
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

/** How a text that cannot stand in its field begins its line of the notes; null names 注册资本. */
export type NoteLabel = (customField: string | null) => string;

/** The texts that cannot stand in their fields, as lines of the notes. */
const unreadLines = (values: CustomerValues, label: NoteLabel): string[] => [
  ...(isUnreadableCapital(values.registeredCapital, values.capitalUnit)
    ? [`${label(null)}${values.registeredCapital.trim()}`]
    : []),
  ...values.custom.filter(isUnread).map(({ name, typed }) => `${label(name)}${cleanText(typed ?? '')}`),
];

/**
 * The form as the archive takes it. Empty rows are left out. A 注册资本 that is no amount in RMB, or a text that does
 * not fit its custom field, cannot stand there: with `label` it is kept as a line of the notes, so that nothing typed
 * is lost.
 */
export const toDraft = (values: CustomerValues, label?: NoteLabel): CustomerDraft => {
  const plain = Object.fromEntries(plainFields.map((field) => [field, cleanText(values[field])]));
  const notes = cleanText(values.notes);
  return {
    ...(plain as unknown as CustomerFields),
    registeredCapital: capitalInCents(values.registeredCapital, values.capitalUnit),
    birthday: storedDate(values.birthday),
    foundedOn: storedDate(values.foundedOn),
    notes: [notes, ...(label ? unreadLines(values, label) : [])].filter(Boolean).join('\n'),
    aliases: values.aliases.map(cleanText).filter(Boolean),
    methods: methodDrafts(values.methods),
    contacts: values.contacts.filter((contact) => !isEmptyContact(contact)).map(contactDraft),
    tagIds: [...values.tagIds],
    custom: customDraft(values.custom),
  };
};
