import { leftoverHeaders } from '../../../src-shared/import-batches.ts';
import type { ImportTarget } from '../../../src-shared/imports.ts';
import { sheetLanguages } from '../../../src-shared/labels.ts';

/**
 * What the columns mean that a file of leftovers has beside those of the original: the customer that a row became, and
 * the reasons, which say nothing of it. Empty for any other file, also when it has a column of that name.
 */
export function correctionTargets(headers: readonly (readonly string[])[]): Map<number, ImportTarget> {
  const targets = new Map<number, ImportTarget>();
  const columnOf = (label: string): number => headers.findLastIndex((rows) => rows.join('/') === label);
  for (const language of sheetLanguages) {
    const { importedAs, reason } = leftoverHeaders[language];
    const customer = columnOf(importedAs);
    if (customer === -1) continue;
    targets.set(customer, { field: 'importedAs', contact: null });
    const reasons = columnOf(reason);
    if (reasons > customer) targets.set(reasons, { field: 'ignore', contact: null });
  }
  return targets;
}
