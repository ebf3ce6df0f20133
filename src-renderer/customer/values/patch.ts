import type { CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';

const comparable = (field: string, value: unknown): string =>
  JSON.stringify(field === 'tagIds' ? (value as number[]).toSorted((a, b) => a - b) : value);

/** What differs between two states of one customer, as the archive's `update` takes it. */
export const patchBetween = (base: CustomerDraft, now: CustomerDraft): CustomerPatch =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => comparable(field, value) !== comparable(field, base[field as keyof CustomerDraft]),
    ),
  );

/** The name under which history and conflicts speak of a field of a patch. */
export const historyField = (field: string): string => (field === 'tagIds' ? 'tags' : field);
/** The field of a patch behind a name of the history. */
export const patchField = (field: string): keyof CustomerPatch =>
  (field === 'tags' ? 'tagIds' : (field.split('.')[0] ?? field)) as keyof CustomerPatch;
