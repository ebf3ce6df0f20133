import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { newestChange } from '../newest-change.ts';
import { loadCustomersSync } from '../customers/load.ts';
import { findMatch, type RowMatch } from './find-match.ts';
import { loadIndex } from './load-index.ts';
import type { CustomerRef } from './match-index.ts';
import { keysOf, type MatchKeys } from './match-keys.ts';
import { mergedOf, mergeRow, type MergeChange } from './merge.ts';
import type { Plan } from './plan.ts';
import { readRow } from './plan-source.ts';
import type { RowDraft } from './row-draft.ts';
import { tagNamesOf } from './settle.ts';

/** Rows between two turns of the event loop: some ms of work. */
const batch = 200;

/**
 * Finds whom each row of a new plan belongs to: in the archive as it is now, or among the rows before it. What was
 * decided before stays decided.
 *
 * @throws FailureError `cancelled`
 */
export async function matchRows(
  session: Session,
  plan: Plan,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<void> {
  plan.changeId = newestChange(session.sqlite);
  const { matchBy: by, people } = plan.input;
  const options = { by, apart: people === 'apart' };
  /** The customer a row would go to if people of one company were its contacts; 0 for none. */
  const companyOf = (keys: MatchKeys, match: RowMatch | null): CustomerRef => {
    const found = options.apart && !match?.certain ? findMatch(keys, index, { by, apart: false }) : match;
    return found?.certain ? found.ref : 0;
  };
  const index = await loadIndex(session.sqlite, options.apart, () => throwIfCancelled(signal));
  const tagNames = tagNamesOf(session);
  for (const source of plan.sources) {
    for (const [at, position] of source.positions.entries()) {
      const row = source.start + at;
      if (row % batch === 0) {
        report({ phase: 'planning', done: row, total: plan.length });
        await breathe();
        throwIfCancelled(signal);
      }
      const cells = source.edits.apply(source.sheet.rowAt(position), source.cellsAt(position));
      const normalised = readRow(source, cells);
      if (!normalised) {
        plan.setNameless(row);
        continue;
      }
      if (normalised.doubts().length > 0) plan.setDoubtful(row, true);
      const keys = keysOf(normalised.draft, normalised.writtenName);
      const found = findMatch(keys, index, options);
      const isAsked = !found?.certain && by.includes('name');
      const match = (isAsked && saidAlready(normalised.draft, keys)) || found;
      if (match) plan.setMatch(row, match);
      const company = keys.person === '' ? 0 : companyOf(keys, match);
      if (company < 0 && index.isAnotherPerson(company, keys)) plan.setCompany(row, company);
      index.add(match?.certain ? match.ref : plan.makeOwn(row), keys);
    }
  }
  plan.endMatching();

  /** A customer of that name of whom the row says nothing but what is there: a file that comes in once more. */
  function saidAlready(draft: RowDraft, { nameKey }: MatchKeys): RowMatch | null {
    const refs = index.byNameKey(nameKey).filter((ref) => ref > 0 && index.get(ref)?.kind === draft.kind);
    if (refs.length === 0) return null;
    for (const [ref, customer] of loadCustomersSync(session.sqlite, refs)) {
      const left: MergeChange[] = [];
      if (mergeRow(mergedOf(customer, tagNames), draft, undefined, left).length > 0 || left.length > 0)
        continue;
      return { ref, key: 'name', detail: customer.name, certain: true };
    }
    return null;
  }
}
