import type { CustomerDraft } from '../../../src-shared/customers.ts';
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
  // What both sides made the same is settled.
  const edited = Object.keys(patchBetween(base, mine)).filter((field) => field in differing);
  // A field that reads the same stays as it is, so that the rows one is typing in keep their identity.
  const following = draftFields.filter((field) => field in differing && !edited.includes(field));
  const followed: Partial<CustomerValues> = Object.fromEntries(
    following.map((field) => [field, current[field]]),
  );
  return {
    base: {
      ...theirs,
      ...Object.fromEntries(
        draftFields.flatMap((field) => (edited.includes(field) ? [[field, base[field]]] : [])),
      ),
    },
    values: {
      ...values,
      ...followed,
      ...(following.includes('registeredCapital') ? { capitalUnit: current.capitalUnit } : {}),
    },
  };
};
