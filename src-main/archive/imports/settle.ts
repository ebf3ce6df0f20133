import type { Customer } from '../../../src-shared/customers.ts';
import { loadCustomersSync } from '../customers/load.ts';
import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { correctDoubts } from './correct-doubts.ts';
import { readExportedRow } from './exported-row.ts';
import { tagKey } from './import-tags.ts';
import type { CustomerRef } from './match-index.ts';
import { mergedFrom, mergedOf, mergeRow, type MergeChange, type MergedCustomer } from './merge.ts';
import { usualPolicies, type MergePolicies } from './merge-policies.ts';
import type { Plan } from './plan.ts';
import { readRow, type PlanSource } from './plan-source.ts';
import type { RowDraft } from './row-draft.ts';

/** So many customers are loaded at once. */
const batch = 200;

/** A row of the plan as a customer; null when it names nobody. */
export const draftOf = (plan: Plan, index: number): RowDraft | null =>
  readRow(plan.sourceOf(index), plan.cells(index))?.draft ?? null;

export const tagNamesOf = (session: Session): Map<number, string> =>
  new Map(prepared(session.sqlite, 'select id, name from tags').raw().all() as [number, string][]);

/**
 * Finds the rows that would add nothing: customers that are in the archive just so, and lines that stand twice.
 *
 * @param refs only these customers; all by default.
 */
export async function settle(
  session: Session,
  plan: Plan,
  report: Report,
  signal: AbortSignal | undefined,
  refs?: ReadonlySet<CustomerRef>,
): Promise<void> {
  const groups = [...plan.groups()].filter(([ref]) => refs === undefined || refs.has(ref));
  for (const [, rows] of groups) for (const index of rows) plan.setAddsNothing(index, false);
  const joined = groups.filter(([ref, rows]) => ref > 0 || rows.length > 1);
  const tagNames = tagNamesOf(session);
  for (let start = 0; start < joined.length; start += batch) {
    report({ phase: 'checking', done: start, total: joined.length });
    await breathe();
    throwIfCancelled(signal);
    const part = joined.slice(start, start + batch);
    const customers = loadCustomersSync(
      session.sqlite,
      part.map(([ref]) => ref).filter((ref) => ref > 0),
    );
    for (const [ref, rows] of part) {
      const steps = foldRows(plan, rows, customers.get(ref), tagNames);
      for (const { index, changes } of steps) plan.setAddsNothing(index, changes?.length === 0);
    }
  }
}

/** One row of a customer, and what it adds; null for the row that makes the customer. */
export interface FoldStep {
  readonly index: number;
  readonly changes: MergeChange[] | null;
  /** What it says otherwise than what stays, see {@link mergeRow}. */
  readonly left: MergeChange[];
}

/** Adds the rows of one customer together, from the customer in the archive where there is one. */
export function foldRows(
  plan: Plan,
  rows: readonly number[],
  existing: Customer | undefined,
  tagNames: ReadonlyMap<number, string>,
  done: (customer: MergedCustomer) => void = () => {},
): FoldStep[] {
  let customer = existing ? mergedOf(existing, tagNames) : null;
  const steps: FoldStep[] = [];
  for (const index of rows) {
    const source = plan.sourceOf(index);
    const tags = tagsOf(source, tagNames);
    const exported = existing && customer ? unchangedExport(plan, index, existing, tagNames) : null;
    if (exported && customer) {
      steps.push({ index, changes: addTags(customer, tags), left: exported });
      continue;
    }
    const draft = draftOf(plan, index);
    if (!draft) continue;
    if (customer) {
      const corrected =
        existing && draft.importedAs !== '' ? correctDoubts(customer, existing.doubts, draft) : [];
      const left: MergeChange[] = [];
      const changes = mergeRow(customer, draft, source.policies, left);
      steps.push({ index, changes: [...corrected, ...changes, ...addTags(customer, tags)], left });
    } else {
      customer = mergedFrom(draft);
      addTags(customer, tags);
      steps.push({ index, changes: null, left: [] });
    }
  }
  if (customer) done(customer);
  return steps;
}

/** Tags that every customer of a sheet gets. */
function tagsOf({ input }: PlanSource, tagNames: ReadonlyMap<number, string>): string[] {
  if (input.tagIds.length === 0 && input.fixed.length === 0) return noTags;
  const fixed = input.fixed.flatMap(({ field, value }) => (field === 'tags' ? [value.slice(0, 50)] : []));
  return [...input.tagIds.flatMap((id) => tagNames.get(id) ?? []), ...fixed];
}

const noTags: string[] = [];

function addTags(customer: MergedCustomer, tags: readonly string[]): MergeChange[] {
  if (tags.length === 0) return [];
  const have = new Set(customer.tags.map(tagKey));
  const missing = tags.filter((tag) => !have.has(tagKey(tag)));
  customer.tags.push(...missing);
  return missing.map((tag) => ({ field: 'tags', before: '', after: tag }));
}

/**
 * What a row says otherwise than what stays, where it has the customer's own code and says nothing but what is there, as an export of
 * ours does; null for any other row.
 */
function unchangedExport(
  plan: Plan,
  index: number,
  existing: Customer,
  tagNames: ReadonlyMap<number, string>,
): MergeChange[] | null {
  if (plan.matchOf(index)?.key !== 'code') return null;
  const cells = plan.cells(index);
  const { context, policies } = plan.sourceOf(index);
  if (context.columns.some(({ field }) => field === 'importedAs')) return null;
  const exported = readExportedRow(cells, context.columns, existing);
  if (!exported) return null;
  const merge = (row: RowDraft, by: MergePolicies, left?: MergeChange[]): boolean =>
    mergeRow(mergedOf(existing, tagNames), row, by, left).length > 0;
  const left: MergeChange[] = [];
  // Where nothing is to be replaced or added, every row says nothing new.
  if (merge(exported, usualPolicies) || merge(exported, policies, left)) return null;
  if (left.length === 0) return left;
  // 浙江 for 浙江省 is not otherwise than what stays.
  const draft = draftOf(plan, index);
  const read: MergeChange[] = [];
  return draft && !merge(draft, policies, read) ? read : left;
}
