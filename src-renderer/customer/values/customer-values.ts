import { z } from 'zod';
import { contactMethodTypeSchema } from '../../../src-shared/contact-methods.ts';
import {
  customerFieldsSchema,
  genderSchema,
  kindSchema,
  levelSchema,
  stageSchema,
  type CustomerField,
} from '../../../src-shared/customers.ts';
import { customEntrySchema, isEmptyEntry, type CustomEntry } from './custom-values.ts';

const text = z.string().default('');

const methodValuesSchema = z.object({
  id: z.number().int().positive().optional(),
  /** Null as long as the program guesses it from the value. */
  type: contactMethodTypeSchema.nullable().default(null),
  value: text,
  label: text,
});
const contactValuesSchema = z.object({
  id: z.number().int().positive().optional(),
  name: text,
  title: text,
  department: text,
  fromDate: text,
  toDate: text,
  left: z.boolean().default(false),
  notes: text,
  methods: z.array(methodValuesSchema).default([]),
});

/** The plain fields, which the form keeps as the text that stands in their inputs. */
export const plainFields = Object.keys(customerFieldsSchema.shape) as CustomerField[];

/** Units in which 注册资本 can be typed when the text names none. */
export const capitalUnits = ['wan', 'yuan'] as const;
export type CapitalUnit = (typeof capitalUnits)[number];

const none = z.literal('');
const storedShape = {
  kind: kindSchema.default('company'),
  stage: stageSchema.or(none).default(''),
  level: levelSchema.or(none).default(''),
  gender: genderSchema.or(none).default(''),
  capitalUnit: z.enum(capitalUnits).default('wan'),
  aliases: z.array(z.string()).default([]),
  methods: z.array(methodValuesSchema).default([]),
  contacts: z.array(contactValuesSchema).default([]),
  tagIds: z.array(z.number().int().positive()).default([]),
  custom: z.array(customEntrySchema).default([]),
};
type StoredShape = typeof storedShape;

/** Fields in which any text may stand. */
export type TextField = Exclude<CustomerField, 'kind' | 'stage' | 'level' | 'gender'>;
const isTextField = (field: CustomerField): field is TextField => !(field in storedShape);
const textShape = Object.fromEntries(plainFields.filter(isTextField).map((field) => [field, text])) as Record<
  TextField,
  typeof text
>;

/** What a draft holds, read back with care: it may come from an older version of the form. */
export const storedValuesSchema = z.object({ ...textShape, ...storedShape }) as z.ZodObject<
  Record<TextField, typeof text> & StoredShape
>;
export type StoredValues = z.infer<typeof storedValuesSchema>;

/** A row of the form; `key` tells rows apart while they have no id. */
export type MethodValues = z.infer<typeof methodValuesSchema> & { readonly key: string };
export type ContactValues = Omit<z.infer<typeof contactValuesSchema>, 'methods'> & {
  readonly key: string;
  readonly methods: readonly MethodValues[];
};

/** Everything that stands in the form, as text where the user types text. Immutable. */
export type CustomerValues = Readonly<Omit<StoredValues, 'methods' | 'contacts' | 'custom'>> & {
  readonly custom: readonly CustomEntry[];
  readonly methods: readonly MethodValues[];
  readonly contacts: readonly ContactValues[];
};

let rows = 0;
const newKey = (): string => {
  rows += 1;
  return `row-${rows}`;
};

/** An empty line for a phone, mail …, or one with what is given. */
export const newMethod = (given: Partial<Omit<MethodValues, 'key'>> = {}): MethodValues => ({
  type: null,
  value: '',
  label: '',
  ...given,
  key: newKey(),
});

/** An empty contact with an empty line for its phone, or one with what is given. */
export const newContact = (given: Partial<Omit<ContactValues, 'key'>> = {}): ContactValues => ({
  name: '',
  title: '',
  department: '',
  fromDate: '',
  toDate: '',
  left: false,
  notes: '',
  ...given,
  methods: withSpareRow(given.methods ?? []),
  key: newKey(),
});

/** The rows with one empty row at the end, in which the next one can be typed. */
export const withSpareRow = (methods: readonly MethodValues[]): readonly MethodValues[] => {
  const last = methods.at(-1);
  return last !== undefined && last.value === '' && last.id === undefined
    ? methods
    : [...methods, newMethod()];
};

/** Stored values as the form shows them: every row with a key, and room for the next phone. */
export const openValues = ({ methods, contacts, ...plain }: StoredValues): CustomerValues => ({
  ...plain,
  methods: withSpareRow(methods.map((method) => newMethod(method))),
  contacts: contacts.map(({ methods: own, ...contact }) =>
    newContact({ ...contact, methods: own.map((method) => newMethod(method)) }),
  ),
});

/** The form of a customer of whom nothing is known yet. */
export const emptyValues = (): CustomerValues => ({
  ...openValues(storedValuesSchema.parse({})),
  contacts: [newContact()],
});

/** Whether a contact row says anything at all. */
export const isEmptyContact = (contact: ContactValues): boolean =>
  contact.id === undefined &&
  !contact.left &&
  [contact.name, contact.title, contact.department, contact.fromDate, contact.toDate, contact.notes].every(
    (value) => value.trim() === '',
  ) &&
  contact.methods.every((method) => method.value.trim() === '');

/** Whether the form of a new customer holds nothing that would be missed. A chosen kind alone is nothing. */
export const isUntouched = (values: CustomerValues): boolean =>
  plainFields.every((field) => field === 'kind' || values[field].trim() === '') &&
  values.aliases.length === 0 &&
  values.tagIds.length === 0 &&
  values.custom.every(isEmptyEntry) &&
  values.methods.every((method) => method.value.trim() === '') &&
  values.contacts.every(isEmptyContact);
