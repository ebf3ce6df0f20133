import { z } from 'zod';
import { customerDraftSchema, type Customer, type CustomerDraft } from '../../../src-shared/customers.ts';
import type { Draft } from '../../../src-shared/drafts.ts';
import { type CustomerValues, openValues, storedValuesSchema } from './customer-values.ts';
import { valuesOf } from './from-customer.ts';
import { patchBetween } from './patch.ts';
import { type Edit, rebase } from './rebase.ts';
import { toDraft } from './to-draft.ts';

/** The part of a draft that a form decides. */
export type DraftContent = Pick<Draft, 'baseVersion' | 'values'>;

const editSchema = z.object({ base: customerDraftSchema, values: storedValuesSchema });

/** What is kept of an edit, so that it can go on and conflicts can still be told after a crash; null when nothing differs. */
export const editContent = (
  base: CustomerDraft,
  values: CustomerValues,
  baseVersion: number,
): DraftContent | null =>
  Object.keys(patchBetween(base, toDraft(values))).length === 0
    ? null
    : { baseVersion, values: { base, values } };

/** An edit that was kept, moved onto the customer as it is now; null when nothing of it can be read or is left. */
export const editOfDraft = (
  draft: Draft | null,
  customer: Customer,
  language: string,
): (Edit & { baseVersion: number }) | null => {
  const kept = draft === null ? null : editSchema.safeParse(draft.values);
  if (kept?.success !== true || draft === null) return null;
  const edit = rebase(
    { base: kept.data.base, values: openValues(kept.data.values) },
    valuesOf(customer, language),
  );
  if (Object.keys(patchBetween(edit.base, toDraft(edit.values))).length === 0) return null;
  return { ...edit, baseVersion: draft.baseVersion ?? customer.version };
};
