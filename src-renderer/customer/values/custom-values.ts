import { z } from 'zod';
import { readCustomValue, type CustomField, type CustomValue } from '../../../src-shared/custom-fields.ts';

/**
 * A custom field in a form. `value` is what is saved, in normal form. `typed` is the text in the input while it is
 * being typed, or when it does not fit the type; null when the value says it all.
 */
export const customEntrySchema = z.object({
  fieldId: z.number().int().positive(),
  value: z.string().default(''),
  typed: z.string().nullable().default(null),
  /** What the field is called, for telling of a text that does not fit. */
  name: z.string().default(''),
});
export type CustomEntry = Readonly<z.infer<typeof customEntrySchema>>;

export const entryOf = (entries: readonly CustomEntry[], fieldId: number): CustomEntry | undefined =>
  entries.find((entry) => entry.fieldId === fieldId);

/** The entries with one put in place of what was there. */
export const withEntry = (entries: readonly CustomEntry[], entry: CustomEntry): CustomEntry[] =>
  entries.some(({ fieldId }) => fieldId === entry.fieldId)
    ? entries.map((before) => (before.fieldId === entry.fieldId ? entry : before))
    : [...entries, entry];

/** What a text typed into the input of a field says; a text that does not fit leaves the value empty. */
export const typedEntry = ({ id, name, type, options }: CustomField, typed: string): CustomEntry => ({
  fieldId: id,
  value: readCustomValue({ type, options }, typed) ?? '',
  typed,
  name,
});

export const isEmptyEntry = ({ value, typed }: CustomEntry): boolean =>
  value === '' && (typed === null || typed.trim() === '');

/** Whether there is text that does not fit the field. */
export const isUnread = ({ value, typed }: CustomEntry): boolean =>
  value === '' && typed !== null && typed.trim() !== '';

/** The entries as the archive takes them. */
export const customDraft = (entries: readonly CustomEntry[]): CustomValue[] =>
  entries.flatMap(({ fieldId, value }) => (value === '' ? [] : [{ fieldId, value }]));

/** What differs between two states, '' for what was emptied. */
export const customBetween = (base: readonly CustomValue[], now: readonly CustomValue[]): CustomValue[] => {
  const valueIn = (values: readonly CustomValue[], id: number): string =>
    values.find(({ fieldId }) => fieldId === id)?.value ?? '';
  return [...new Set([...now, ...base].map(({ fieldId }) => fieldId))]
    .filter((id) => valueIn(base, id) !== valueIn(now, id))
    .map((fieldId) => ({ fieldId, value: valueIn(now, fieldId) }));
};
