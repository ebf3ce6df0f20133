import type { CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';
import { entryOf, type CustomEntry } from './custom-values.ts';
import { type CustomerValues, plainFields } from './customer-values.ts';
import { patchBetween } from './patch.ts';
import { toDraft } from './to-draft.ts';

/** An edit under way: what the customer was when it began, and what stands in the form. */
export interface Edit {
  readonly base: CustomerDraft;
  readonly values: CustomerValues;
}

const draftFields = [...plainFields, 'aliases', 'methods', 'contacts', 'tagIds'] as const;

/**
 * Moves an edit onto a newer state of the customer: fields that were not edited follow it, edited ones stay and keep
 * their old base, so that the archive can still tell when both sides changed the same one.
 */
export const rebase = ({ base, values }: Edit, current: CustomerValues): Edit => {
  const [mine, theirs] = [toDraft(values), toDraft(current)];
  const differing = patchBetween(theirs, mine);
  const own = patchBetween(base, mine);
  // What both sides made the same is settled.
  const edited = Object.keys(own).filter((field) => field in differing);
  // A field that reads the same stays as it is, so that the rows one is typing in keep their identity.
  const following = draftFields.filter((field) => field in differing && !edited.includes(field));
  const followed: Partial<CustomerValues> = Object.fromEntries(
    following.map((field) => [field, current[field]]),
  );
  const keptFields = editedCustom(own, differing);
  return {
    base: {
      ...theirs,
      ...Object.fromEntries(
        draftFields.flatMap((field) => (edited.includes(field) ? [[field, base[field]]] : [])),
      ),
      custom: [
        ...theirs.custom.filter(({ fieldId }) => !keptFields.has(fieldId)),
        ...base.custom.filter(({ fieldId }) => keptFields.has(fieldId)),
      ],
    },
    values: {
      ...values,
      ...followed,
      ...(following.includes('registeredCapital') ? { capitalUnit: current.capitalUnit } : {}),
      custom: followedCustom(values.custom, current.custom, keptFields, differing),
    },
  };
};

/** Custom fields that were edited here and that read otherwise there. */
const editedCustom = (own: CustomerPatch, differing: CustomerPatch): ReadonlySet<number> => {
  const different = new Set(differing.custom?.map(({ fieldId }) => fieldId));
  return new Set(own.custom?.flatMap(({ fieldId }) => (different.has(fieldId) ? fieldId : [])));
};

const followedCustom = (
  mine: readonly CustomEntry[],
  theirs: readonly CustomEntry[],
  edited: ReadonlySet<number>,
  differing: CustomerPatch,
): readonly CustomEntry[] => {
  const following = (differing.custom ?? []).filter(({ fieldId }) => !edited.has(fieldId));
  if (following.length === 0) return mine;
  const ids = new Set(following.map(({ fieldId }) => fieldId));
  return [
    ...mine.filter(({ fieldId }) => !ids.has(fieldId)),
    ...[...ids].flatMap((id) => entryOf(theirs, id) ?? []),
  ];
};
