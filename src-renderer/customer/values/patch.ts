import { customFieldId, customKey, type CustomKey } from '../../../src-shared/custom-fields.ts';
import type { CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';
import { customBetween } from './custom-values.ts';

const comparable = (field: string, value: unknown): string =>
  JSON.stringify(field === 'tagIds' ? (value as number[]).toSorted((a, b) => a - b) : value);

/** What differs between two states of one customer, as the archive's `update` takes it. */
export const patchBetween = (base: CustomerDraft, now: CustomerDraft): CustomerPatch => {
  const { custom, ...others } = now;
  const patch: CustomerPatch = Object.fromEntries(
    Object.entries(others).filter(
      ([field, value]) => comparable(field, value) !== comparable(field, base[field as keyof CustomerDraft]),
    ),
  );
  const changed = customBetween(base.custom, custom);
  return changed.length === 0 ? patch : { ...patch, custom: changed };
};

/** The fields of a patch, each custom field by itself. */
export const patchFields = (patch: CustomerPatch): (keyof CustomerPatch | CustomKey)[] => [
  ...(Object.keys(patch) as (keyof CustomerPatch)[]).filter((field) => field !== 'custom'),
  ...(patch.custom ?? []).map(({ fieldId }) => customKey(fieldId)),
];

/** The patch without one field, which may be one of the custom fields. */
export const withoutField = (patch: CustomerPatch, field: keyof CustomerPatch | CustomKey): CustomerPatch => {
  const fieldId = customFieldId(field);
  if (fieldId === null) {
    return Object.fromEntries(Object.entries(patch).filter(([name]) => name !== field));
  }
  const { custom = [], ...others } = patch;
  const rest = custom.filter((value) => value.fieldId !== fieldId);
  return rest.length === 0 ? others : { ...others, custom: rest };
};

/** The name under which history and conflicts speak of a field of a patch. */
export const historyField = (field: string): string => (field === 'tagIds' ? 'tags' : field);
/** The field of a patch behind a name of the history. */
export const patchField = (field: string): keyof CustomerPatch | CustomKey =>
  (field === 'tags' ? 'tagIds' : (field.split('.')[0] ?? field)) as keyof CustomerPatch | CustomKey;
