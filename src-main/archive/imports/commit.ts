import type { ImportResult } from '../../../src-shared/imports.ts';
import { change, type Tx } from '../change.ts';
import { holderOf, nextCode } from '../customers/codes.ts';
import { loadCustomersSync } from '../customers/load.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { tagIdsByName } from './import-tags.ts';
import type { CustomerRef } from './match-index.ts';
import type { MergedCustomer } from './merge.ts';
import type { Plan } from './plan.ts';
import { foldRows, tagNamesOf } from './settle.ts';
import { writeAdditions, writeNewCustomer } from './write-customer.ts';

/** Where the plan's rows come from, for the list of imports. */
export interface ImportedFile {
  readonly name: string;
  readonly sheet: string;
  readonly sha256: string;
}

/** Customers between two turns of the event loop. */
const batch = 100;

interface Written {
  created: number;
  updated: number;
  skipped: number;
  doubtful: number;
}

/**
 * Writes a plan as one change: everything or, when it fails or is cancelled, nothing. `changeId` is 0 when nothing
 * was new.
 *
 * @throws FailureError `cancelled`; whatever {@link change} throws
 */
export async function commitPlan(
  session: Session,
  plan: Plan,
  file: ImportedFile,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<ImportResult> {
  const { changeId, result } = await change<Written>(
    session,
    {
      action: ({ created, updated, skipped }) => ({
        type: 'import',
        file: file.name,
        sheet: file.sheet,
        created,
        updated,
        skipped,
      }),
      report,
      signal,
    },
    async (tx) => {
      const written = await writeGroups(session, tx, plan);
      // An import that adds nothing leaves no trace: there is nothing that an undo could take back.
      if (written.created + written.updated === 0) return written;
      prepared(
        tx.sqlite,
        `insert into importFiles (changeId, sha256, file, sheet, created, updated, skipped, doubtful)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        tx.changeId,
        file.sha256,
        file.name,
        file.sheet,
        written.created,
        written.updated,
        written.skipped,
        written.doubtful,
      );
      return written;
    },
  );
  return { changeId, ...result };
}

async function writeGroups(session: Session, tx: Tx, plan: Plan): Promise<Written> {
  const written: Written = { created: 0, updated: 0, skipped: 0, doubtful: 0 };
  for (let index = 0; index < plan.length; index++) {
    const isSkipped = plan.statusOf(index) === 'skip';
    if (isSkipped) written.skipped++;
    else if (plan.isDoubtful(index)) written.doubtful++;
  }
  const tagIds = tagIdsByName(tx);
  const tagNames = tagNamesOf(session);
  const codes = codeGiver(
    session,
    tx,
    plan.context.columns.find(({ field }) => field === 'code')?.header ?? '',
  );
  const groups = inOrderOfCodes(plan);
  let rows = 0;
  for (let start = 0; start < groups.length; start += batch) {
    await tx.step('writing', rows, plan.length);
    const part = groups.slice(start, start + batch);
    const customers = loadCustomersSync(
      tx.sqlite,
      part.map(([ref]) => ref).filter((ref) => ref > 0),
    );
    for (const [ref, indices] of part) {
      rows += indices.length;
      if (ref > 0 && indices.every((index) => plan.addsNothing(index))) continue;
      const found = ref > 0 ? customers.get(ref) : undefined;
      // Deleted since the plan was made: then the file brings it again.
      const existing = found?.trashedAt === null ? found : undefined;
      let customer: MergedCustomer | undefined;
      const steps = foldRows(plan, indices, existing, tagNames, (folded) => (customer = folded));
      if (!customer) continue;
      if (!existing) {
        const code = codes(customer);
        writeNewCustomer(tx, customer, code, tagIds(customer.tags));
        written.created++;
      } else if (steps.some(({ changes }) => changes === null || changes.length > 0)) {
        writeAdditions(tx, existing, customer, tagIds(customer.tags));
        written.updated++;
      }
    }
  }
  await tx.step('writing', plan.length, plan.length);
  return written;
}

type Groups = (readonly [CustomerRef, readonly number[]])[];

/** Customers with a code of their own come first, so that no code given to another takes it away. */
function inOrderOfCodes(plan: Plan): Groups {
  const groups: Groups = [...plan.groups()];
  const column = plan.context.columns.find(({ field }) => field === 'code')?.column;
  if (column === undefined) return groups;
  const hasCode = (index: number): boolean =>
    plan.sheet.columnsAt(plan.positions[index] ?? 0).includes(column);
  const coded = groups.filter(([, rows]) => rows.some(hasCode));
  return [...coded, ...groups.filter(([, rows]) => !rows.some(hasCode))];
}

/** The code of a new customer: its own where that is free, else the next of the pattern, with its own as a note. */
function codeGiver(session: Session, tx: Tx, header: string): (customer: MergedCustomer) => string {
  const { codePattern } = readSettings(tx.sqlite);
  const now = session.clock();
  return (customer) => {
    const own = customer.fields.code ?? '';
    if (own !== '' && !holderOf(tx.sqlite, own)) return own;
    if (own !== '') {
      const note = `${header}：${own}`;
      customer.fields.notes = [customer.fields.notes ?? '', note].filter((text) => text !== '').join('\n');
    }
    return nextCode(tx.sqlite, codePattern, now);
  };
}
