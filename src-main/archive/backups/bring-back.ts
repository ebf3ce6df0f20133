import type { Database } from 'better-sqlite3';
import type { BringBackMode, BroughtBack } from '../../../src-shared/backups.ts';
import { customerDraftSchema, type Customer, type CustomerDraft } from '../../../src-shared/customers.ts';
import { change, type Tx } from '../change.ts';
import { holderOf, nextCode } from '../customers/codes.ts';
import { loadCustomersSync } from '../customers/load.ts';
import { insertCustomer } from '../customers/rows.ts';
import { applyPatch } from '../customers/write.ts';
import type { Report } from '../long-work.ts';
import type { Session } from '../session.ts';
import { readSettings } from '../settings.ts';
import { prepared } from '../statements.ts';
import { filledGaps } from './fill-gaps.ts';
import { translatorOf } from './names-across.ts';
import { contentOf, isSameCustomer, namesOf, type CustomerIdentity } from './same-customer.ts';

export interface BringBack {
  /** The unpacked backup, of the current schema. */
  readonly backup: Database;
  readonly ids: readonly number[];
  readonly mode: BringBackMode;
  readonly madeAt: string;
}

type Tally = Omit<BroughtBack, 'changeId' | 'action'> & { names: string[] };

const batch = 200;
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
  report: Report,
  signal: AbortSignal,
): Promise<BroughtBack> => {
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
      for (let start = 0; start < ids.length; start += batch) {
        const some = ids.slice(start, start + batch);
        const customers = loadCustomersSync(backup, some);
        for (const id of some) {
          const customer = customers.get(id);
          if (customer) bringOneBack(tx, session, translate(customer), mode, tally);
        }
        await tx.step('writing', Math.min(start + batch, ids.length), ids.length);
      }
      return tally;
    },
  );
  const { names: _names, ...tally } = done.result;
  return { changeId: done.changeId, action: done.action, ...tally };
};

const bringOneBack = (tx: Tx, session: Session, then: Customer, mode: BringBackMode, tally: Tally): void => {
  const id = sameNow(tx.sqlite, then);
  const now = id === null ? undefined : loadCustomersSync(tx.sqlite, [id]).get(id);
  if (!now) {
    insertCustomer(tx, anew(then, freeCode(tx, session, then, tally)), then.createdAt);
    count(tally, 'created', then.name);
    return;
  }
  const names = namesOf(tx.sqlite);
  const isDifferent = contentOf(then, names) !== contentOf(now, names);
  if (isDifferent && mode === 'fillGaps') applyPatch(tx, now, filledGaps(now, then));
  if (isDifferent && mode === 'asThen') {
    applyPatch(tx, now, { ...asThen(now, then), ...ownCode(tx, now, then) });
  }
  if (now.trashedAt !== null) {
    prepared(tx.sqlite, 'update customers set trashedAt = null where id = ?').run(now.id);
    count(tally, 'untrashed', then.name);
  } else if (isDifferent && differsNow(tx, now)) count(tally, 'changed', then.name);
  else tally.same += 1;
};

const count = (tally: Tally, what: 'created' | 'untrashed' | 'changed', name: string): void => {
  tally[what] += 1;
  if (tally.names.length < 3) tally.names.push(name);
};

/** Filling gaps changes nothing where there are none. */
const differsNow = (tx: Tx, before: Customer): boolean => {
  const names = namesOf(tx.sqlite);
  const after = loadCustomersSync(tx.sqlite, [before.id]).get(before.id);
  return after === undefined || contentOf(after, names) !== contentOf(before, names);
};

const identity = 'select id, code, name, createdAt from customers where';

/** The customer as it is now, in the trash or not; null when it is gone. */
const sameNow = (sqlite: Database, then: CustomerIdentity): number | null => {
  const candidates = [
    ...prepared(sqlite, `${identity} id = ?`).all(then.id),
    ...prepared(sqlite, `${identity} code = ?`).all(then.code),
    ...prepared(sqlite, `${identity} createdAt = ? and trashedAt is null`).all(then.createdAt),
    ...prepared(sqlite, `${identity} createdAt = ? and trashedAt is not null`).all(then.createdAt),
  ] as CustomerIdentity[];
  return candidates.find((one) => isSameCustomer(then, one))?.id ?? null;
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
