import type { ChangeAction } from '../../../src-shared/changes.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { ImportResult } from '../../../src-shared/imports.ts';
import { change, type Tx } from '../change.ts';
import { nextCode } from '../customers/codes.ts';
import { loadCustomersSync } from '../customers/load.ts';
import { NewCustomers } from '../customers/new-customers.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { tagIdsByName } from './import-tags.ts';
import { ownFieldWriter } from './own-fields.ts';
import { hasOpenDoubt, keepLeftovers } from './leftovers.ts';
import type { CustomerRef } from './match-index.ts';
import { remember } from './memory.ts';
import type { MergedCustomer } from './merge.ts';
import type { Plan } from './plan.ts';
import type { PlanSource } from './plan-source.ts';
import { foldRows, tagNamesOf } from './settle.ts';
import { draftOf, writeMerged } from './write-customer.ts';

/** Customers between two turns of the event loop. */
const batch = 100;

interface Tally {
  created: number;
  updated: number;
  skipped: number;
  doubtful: number;
}

interface Written extends Tally {
  /** By sheet of the plan; a customer counts for the sheet of its first row. */
  readonly sheets: readonly Tally[];
}

/**
 * Writes a plan as one change: everything or, when it fails or is cancelled, nothing. `changeId` is 0 when nothing
 * was new.
 *
 * @throws FailureError `planOutdated` when customers have changed since its rows were matched; `cancelled`; whatever
 * {@link change} throws
 */
export async function commitPlan(
  session: Session,
  plan: Plan,
  report: Report,
  signal: AbortSignal | undefined,
): Promise<ImportResult> {
  const { changeId, result } = await change<Written>(
    session,
    { action: (written) => actionOf(plan, written), report, signal },
    async (tx) => {
      if (isOutdated(tx, plan)) throw new FailureError({ code: 'planOutdated' });
      const doubtful = new Map<number, number>();
      const written = await writeGroups(session, tx, plan, doubtful);
      const at = session.clock().toISOString();
      for (const { mark, input } of plan.sources)
        if (mark) remember(tx, mark, input, plan.input.newFields, at);
      // An import that adds nothing leaves no trace: there is nothing that an undo could take back.
      if (written.created + written.updated > 0) {
        listSheets(tx, plan, written);
        keepLeftovers(tx, plan, doubtful);
      }
      return written;
    },
  );
  const { created, updated, skipped, doubtful } = result;
  return { changeId, created, updated, skipped, doubtful };
}

/** Whether customers have changed since the rows of a plan were matched. */
function isOutdated(tx: Tx, plan: Plan): boolean {
  const found = prepared(
    tx.sqlite,
    `select 1 from journal where changeId > ? and changeId < ?
     and tableName in ('customers', 'contacts', 'contactMethods', 'customerTags', 'customFieldValues', 'customFields') limit 1`,
  ).get(plan.changeId, tx.changeId);
  return found !== undefined;
}

function actionOf(plan: Plan, { created, updated, skipped }: Written): ChangeAction {
  const sheets = plan.sources.map(({ fileName, sheet }) => ({ file: fileName, sheet: sheet.name }));
  const [first = { file: '', sheet: '' }] = sheets;
  return { type: 'import', ...first, ...(sheets.length > 1 ? { sheets } : {}), created, updated, skipped };
}

function listSheets(tx: Tx, { sources }: Plan, { sheets }: Written): void {
  const insert = prepared(
    tx.sqlite,
    `insert into importFiles (changeId, sha256, file, sheet, created, updated, skipped, doubtful)
     values (@changeId, @sha256, @file, @sheet, @created, @updated, @skipped, @doubtful)`,
  );
  for (const [index, { sha256, fileName: file, sheet }] of sources.entries()) {
    insert.run({ changeId: tx.changeId, sha256, file, sheet: sheet.name, ...sheets[index] });
  }
}

const emptyTally = (): Tally => ({ created: 0, updated: 0, skipped: 0, doubtful: 0 });

/** Writes the customers, and notes in `doubtful` whom each row with an open doubt became. */
async function writeGroups(
  session: Session,
  tx: Tx,
  plan: Plan,
  doubtful: Map<number, number>,
): Promise<Written> {
  const written = { ...emptyTally(), sheets: plan.sources.map(emptyTally) };
  const count = (index: number, what: keyof Tally): void => {
    const own = written.sheets[plan.sources.indexOf(plan.sourceOf(index))];
    written[what]++;
    if (own) own[what]++;
  };
  for (let index = 0; index < plan.length; index++) {
    if (plan.statusOf(index) === 'skip') count(index, 'skipped');
    else if (hasOpenDoubt(plan, index)) count(index, 'doubtful');
  }
  const tagIds = tagIdsByName(tx);
  const tagNames = tagNamesOf(session);
  const fieldOf = ownFieldWriter(tx, plan.input.newFields);
  const groups = inOrderOfCodes(plan);
  const made = new NewCustomers(tx, groups.filter(([ref]) => ref <= 0).length);
  const codes = codeGiver(session, tx, made);
  let rows = 0;
  try {
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
        const became = (id: number): void => {
          for (const index of indices) if (hasOpenDoubt(plan, index)) doubtful.set(index, id);
        };
        if (!existing) {
          const code = codes(customer, codeColumn(plan.sourceOf(indices[0] ?? 0))?.header ?? '');
          made.add(draftOf(customer, code, tagIds(customer.tags), fieldOf), became);
          count(indices[0] ?? 0, 'created');
          continue;
        }
        if (steps.some(({ changes }) => changes === null || changes.length > 0)) {
          writeMerged(tx, existing, customer, tagIds, fieldOf);
          count(indices[0] ?? 0, 'updated');
        }
        became(ref);
      }
      await made.turn();
    }
    await made.finish();
  } finally {
    made.close();
  }
  await tx.step('writing', plan.length, plan.length);
  return written;
}

type Groups = (readonly [CustomerRef, readonly number[]])[];

const codeColumn = ({ context }: PlanSource) => context.columns.find(({ field }) => field === 'code');

/** Customers with a code of their own come first, so that no code given to another takes it away. */
function inOrderOfCodes(plan: Plan): Groups {
  const groups: Groups = [...plan.groups()];
  const columns = new Map(plan.sources.map((source) => [source, codeColumn(source)?.column]));
  if ([...columns.values()].every((column) => column === undefined)) return groups;
  const hasCode = (index: number): boolean => {
    const source = plan.sourceOf(index);
    const column = columns.get(source);
    return column !== undefined && source.sheet.columnsAt(plan.positionOf(index)).includes(column);
  };
  const coded = groups.filter(([, rows]) => rows.some(hasCode));
  return [...coded, ...groups.filter(([, rows]) => !rows.some(hasCode))];
}

/** The code of a new customer: its own where that is free, else the next of the pattern, with its own as a note. */
function codeGiver(
  session: Session,
  tx: Tx,
  made: NewCustomers,
): (customer: MergedCustomer, header: string) => string {
  const { codePattern } = readSettings(tx.sqlite);
  const now = session.clock();
  return (customer, header) => {
    const own = customer.fields.code ?? '';
    if (own !== '' && !made.hasCode(own)) return own;
    if (own !== '') {
      const note = `${header}：${own}`;
      customer.fields.notes = [customer.fields.notes ?? '', note].filter((text) => text !== '').join('\n');
    }
    return nextCode(tx.sqlite, codePattern, now, (code) => made.hasCode(code));
  };
}
