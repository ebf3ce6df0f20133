import type { ChangeAction, Written } from '../../../src-shared/changes.ts';
import { levelSchema, stageSchema, type BulkAction, type Selection } from '../../../src-shared/customers.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { change, type Tx } from '../change.ts';
import { breathe, type Report } from '../long-work.ts';
import { compactFullText } from '../search/full-text.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import { selectedCustomerIds } from './list.ts';

const batchSize = 1_000;

/** What is done before many customers are changed at once: a backup, when there are many enough. */
export type BeforeBulk = (count: number, report: Report, signal: AbortSignal) => Promise<void>;

/** Applies one statement to a selection in batches, with progress and a turn for everybody else in between. */
async function inBatches(tx: Tx, ids: readonly number[], apply: (idList: string) => void): Promise<void> {
  for (let start = 0; start < ids.length; start += batchSize) {
    apply(JSON.stringify(ids.slice(start, start + batchSize)));
    await tx.step('writing', Math.min(start + batchSize, ids.length), ids.length);
  }
}

const among = '(select value from json_each(?))';

function namesOf(session: Session, ids: readonly number[]): string[] {
  return prepared(session.sqlite, `select name from customers where id in ${among}`)
    .pluck()
    .all(JSON.stringify(ids.slice(0, 3))) as string[];
}

function describe(session: Session, action: BulkAction, ids: readonly number[]): ChangeAction {
  const count = ids.length;
  switch (action.type) {
    case 'addTags':
    case 'removeTags': {
      const tags = prepared(session.sqlite, `select name from tags where id in ${among}`)
        .pluck()
        .all(JSON.stringify(action.tagIds)) as string[];
      return { type: action.type, count, tags };
    }
    case 'set':
      return { type: 'setField', count, field: action.field, value: action.value };
    case 'trash':
      return { type: 'trashCustomers', count, names: namesOf(session, ids) };
    case 'restore':
      return { type: 'restoreCustomers', count, names: namesOf(session, ids) };
  }
}

/** Checks what the contract's shape cannot: that a stage or level exists. */
function checkValue(action: BulkAction): void {
  if (action.type !== 'set' || action.value === '') return;
  const schema = action.field === 'stage' ? stageSchema : action.field === 'level' ? levelSchema : undefined;
  if (schema && !schema.safeParse(action.value).success) {
    throw new FailureError({
      code: 'invalidInput',
      issues: [{ path: 'action.value', problem: 'unknown' }],
    });
  }
}

/** One action on many customers, as one change that one undo takes back. */
export async function changeInBulk(
  session: Session,
  input: { selection: Selection; action: BulkAction },
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<Written & { count: number }> {
  const { selection, action } = input;
  checkValue(action);
  const ids = await selectedCustomerIds(session.reader, selection);
  const description = describe(session, action, ids);
  await before(ids.length, report, signal);
  const done = await change(session, { action: description, report, signal }, async (tx) => {
    switch (action.type) {
      case 'addTags':
        for (const tagId of action.tagIds) {
          await inBatches(tx, ids, (list) =>
            prepared(
              tx.sqlite,
              `insert or ignore into customerTags (customerId, tagId)
               select c.id, t.id from customers c, tags t where c.id in ${among} and t.id = ?`,
            ).run(list, tagId),
          );
        }
        return;
      case 'removeTags':
        for (const tagId of action.tagIds) {
          await inBatches(tx, ids, (list) =>
            prepared(tx.sqlite, `delete from customerTags where customerId in ${among} and tagId = ?`).run(
              list,
              tagId,
            ),
          );
        }
        return;
      case 'set':
        await inBatches(tx, ids, (list) =>
          prepared(
            tx.sqlite,
            `update customers set ${action.field} = @value where id in (select value from json_each(@list))`,
          ).run({ list, value: action.value }),
        );
        return;
      case 'trash':
      case 'restore':
        await inBatches(tx, ids, (list) =>
          prepared(
            tx.sqlite,
            `update customers set trashedAt = @at where id in (select value from json_each(@list))
             and (trashedAt is null) = (@at is not null)`,
          ).run({ list, at: action.type === 'trash' ? tx.at : null }),
        );
    }
  });
  return { changeId: done.changeId, action: done.action, count: ids.length };
}

/** Deletes customers in the trash with all that belongs to them. Others of the selection are left alone. */
export async function purgeCustomers(
  session: Session,
  input: { selection: Selection },
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<Written & { count: number }> {
  const selected = await selectedCustomerIds(session.reader, input.selection);
  const ids = prepared(
    session.sqlite,
    `select id from customers where trashedAt is not null and id in ${among} order by id`,
  )
    .pluck()
    .all(JSON.stringify(selected)) as number[];
  const action: ChangeAction = { type: 'purgeCustomers', count: ids.length, names: namesOf(session, ids) };
  await before(ids.length, report, signal);
  const done = await change(session, { action, report, signal }, (tx) =>
    inBatches(tx, ids, (list) => {
      for (const table of ['customerTags', 'customFieldValues', 'contactMethods', 'contacts'] as const) {
        prepared(tx.sqlite, `delete from ${table} where customerId in ${among}`).run(list);
      }
      prepared(tx.sqlite, `delete from customers where id in ${among}`).run(list);
    }),
  );
  if (ids.length > 0) {
    await session.queue.run(() => compactFullText(session.writer.sqlite, breathe));
  }
  return { changeId: done.changeId, action, count: ids.length };
}
