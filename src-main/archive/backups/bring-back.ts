import type { Database } from 'better-sqlite3';
import type { BringBackMode, BroughtBack } from '../../../src-shared/backups.ts';
import { customerDraftSchema, type Customer, type CustomerDraft } from '../../../src-shared/customers.ts';
import { change, type Tx } from '../change.ts';
import type { BeforeBulk } from '../customers/bulk.ts';
import { holderOf, nextCode } from '../customers/codes.ts';
import { loadCustomersSync } from '../customers/load.ts';
import { insertCustomer } from '../customers/insert.ts';
import { applyPatch } from '../customers/write.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { filledGaps } from './fill-gaps.ts';
import { finderOfNow, type FindNow } from './find-now.ts';
import { translatorOf } from './names-across.ts';
import { contentOf, namesOf } from './same-customer.ts';

export interface BringBack {
  /** The unpacked backup, of the current schema. */
  readonly backup: Database;
  readonly ids: readonly number[];
  readonly mode: BringBackMode;
  readonly madeAt: string;
}

type Tally = Omit<BroughtBack, 'changeId' | 'action'> & { names: string[] };

/** Between two of them others have their turn. */
const batch = 50;
const mostRecoded = 100;

/**
 * Brings customers out of a backup back, as one change that one undo takes back. Those that are gone are made anew with
 * all that belonged to them; those in the trash come out of it; of those that are here, what differs becomes as it was,
 * or only what is empty is filled. Tags and custom fields are found by name and made where they are gone; a code that
 * belongs to somebody else is replaced by the next free one.
 */
export const bringBack = async (
  session: Session,
  { backup, ids, mode, madeAt }: BringBack,
  before: BeforeBulk,
  report: Report,
  signal: AbortSignal,
): Promise<BroughtBack> => {
  const wanted = [...new Set(ids)];
  await before(wanted.length, report, signal);
  const done = await change<Tally>(
    session,
    {
      action: ({ created, untrashed, changed, names }) => ({
        type: 'bringBack',
        count: created + untrashed + changed,
        names,
        madeAt,
      }),
      report,
      signal,
    },
    async (tx) => {
      const tally: Tally = { created: 0, untrashed: 0, changed: 0, same: 0, recoded: [], names: [] };
      const translate = translatorOf(backup, tx);
      const find = finderOfNow(backup, tx.sqlite);
      for (let start = 0; start < wanted.length; start += batch) {
        const some = wanted.slice(start, start + batch);
        const customers = loadCustomersSync(backup, some);
        const thens = some.flatMap((id) => customers.get(id) ?? []).map(translate);
        bringSomeBack(tx, session, { thens, mode, find }, tally);
        await tx.step('writing', Math.min(start + batch, wanted.length), wanted.length);
      }
      return tally;
    },
  );
  const { names: _names, ...tally } = done.result;
  return { changeId: done.changeId, action: done.action, ...tally };
};

/** What belongs to a batch is looked up for all of it at once. */
const bringSomeBack = (
  tx: Tx,
  session: Session,
  { thens, mode, find }: { thens: readonly Customer[]; mode: BringBackMode; find: FindNow },
  tally: Tally,
): void => {
  const names = namesOf(tx.sqlite);
  const pairs = thens.map((then) => [then, find.now(then)] as const);
  const nows = loadCustomersSync(
    tx.sqlite,
    pairs.flatMap(([, id]) => id ?? []),
  );
  const patched: [Customer, Customer][] = [];
  for (const [then, id] of pairs) {
    const now = id === null ? undefined : nows.get(id);
    if (!now) {
      find.made(insertCustomer(tx, anew(then, freeCode(tx, session, then, tally)), then.createdAt));
      count(tally, 'created', then.name);
      continue;
    }
    const isDifferent = contentOf(then, names) !== contentOf(now, names);
    if (isDifferent && mode === 'fillGaps') applyPatch(tx, now, filledGaps(now, then));
    if (isDifferent && mode === 'asThen') {
      applyPatch(tx, now, { ...asThen(now, then), ...ownCode(tx, now, then) });
    }
    if (now.trashedAt !== null) {
      prepared(tx.sqlite, 'update customers set trashedAt = null where id = ?').run(now.id);
      count(tally, 'untrashed', then.name);
    } else if (isDifferent) patched.push([then, now]);
    else tally.same += 1;
  }
  // Filling gaps changes nothing where there are none.
  const afterwards = loadCustomersSync(
    tx.sqlite,
    patched.map(([, now]) => now.id),
  );
  for (const [then, now] of patched) {
    const after = afterwards.get(now.id);
    if (after && contentOf(after, names) === contentOf(now, names)) tally.same += 1;
    else count(tally, 'changed', then.name);
  }
};

const count = (tally: Tally, what: 'created' | 'untrashed' | 'changed', name: string): void => {
  tally[what] += 1;
  if (tally.names.length < 3) tally.names.push(name);
};

const freeCode = (tx: Tx, session: Session, { code, name }: Customer, tally: Tally): string => {
  if (!holderOf(tx.sqlite, code)) return code;
  const now = nextCode(tx.sqlite, readSettings(tx.sqlite).codePattern, session.clock());
  if (tally.recoded.length < mostRecoded) tally.recoded.push({ name, was: code, now });
  return now;
};

/** Without the row ids of then: every row is a new one. */
const anew = (then: Customer, code: string): CustomerDraft => {
  const method = ({ type, value, label }: Customer['methods'][number]) => ({ type, value, label });
  return customerDraftSchema.parse({
    ...then,
    code,
    methods: then.methods.map(method),
    contacts: then.contacts.map(({ id: _id, methods, ...contact }) => ({
      ...contact,
      methods: methods.map(method),
    })),
  });
};

/** All of a customer as it was; values of custom fields that it did not have then are taken away. */
const asThen = (now: Customer, then: Customer): Omit<CustomerDraft, 'code'> => {
  const { code: _code, ...draft } = customerDraftSchema.parse(then);
  const had = new Set(then.custom.map(({ fieldId }) => fieldId));
  const emptied = now.custom.filter(({ fieldId }) => !had.has(fieldId));
  return { ...draft, custom: [...then.custom, ...emptied.map(({ fieldId }) => ({ fieldId, value: '' }))] };
};

/** Its code of then, unless somebody else has that now. */
const ownCode = (tx: Tx, now: Customer, then: Customer): { code?: string } =>
  now.code === then.code || holderOf(tx.sqlite, then.code) ? {} : { code: then.code };
