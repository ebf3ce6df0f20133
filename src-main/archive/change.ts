import { userInfo } from 'node:os';
import type { Database } from 'better-sqlite3';
import type { ChangeAction, Topic } from '../../src-shared/changes.ts';
import { FailureError } from '../../src-shared/failures.ts';
import type { Progress } from '../../src-shared/progress.ts';
import { forgetGivenCodes } from './customers/codes.ts';
import { FreshCustomers } from './customers/fresh.ts';
import type { JournaledTable, WritableKysely } from './database/tables.ts';
import { breathe, throwIfCancelled, type Report } from './long-work.ts';
import type { Session } from './session.ts';
import { prepared } from './statements.ts';
import { updateFinder, updateTouched } from './touched.ts';

/** The handles inside a change. Using any other connection in there would wait for itself. */
export interface Tx {
  readonly db: WritableKysely;
  /** The writer's connection, for statements prepared once in hot loops. */
  readonly sqlite: Database;
  readonly changeId: number;
  /** ISO instant of the change. */
  readonly at: string;
  /** Customers that the change makes, complete when they are written. */
  readonly fresh: FreshCustomers;
  /** Says how far it is, lets waiting requests run, and throws `cancelled` when the user gave up. */
  step(phase: Progress['phase'], done: number, total: number | null): Promise<void>;
}

export interface ChangeOptions<T> {
  readonly action: ChangeAction | ((result: T) => ChangeAction);
  readonly kind?: 'do' | 'undo' | 'redo';
  readonly target?: number;
  readonly report?: Report | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Changed<T> {
  /** 0 when nothing was different from before; then nothing was written. */
  readonly changeId: number;
  readonly action: ChangeAction;
  readonly result: T;
}

const topicsOf: Record<JournaledTable, readonly Topic[]> = {
  customers: ['customers', 'tags', 'views', 'archive'],
  contacts: ['customers'],
  contactMethods: ['customers'],
  customerTags: ['customers', 'tags', 'views'],
  customFields: ['customFields', 'customers', 'views'],
  customFieldValues: ['customers', 'customFields', 'views'],
  tags: ['tags', 'customers'],
  savedViews: ['views'],
  importSchemes: ['imports'],
  settings: ['settings', 'archive'],
  importFiles: ['imports'],
};

/**
 * The one way to write. Waits for its turn, opens one immediate transaction, records the change, runs `work`
 * while triggers journal every row, brings what is derived (doubts, list columns, search) up to date for exactly
 * the customers the journal names, commits, and tells the listeners. Whatever throws leaves nothing behind.
 */
export function change<T>(
  session: Session,
  options: ChangeOptions<T>,
  work: (tx: Tx) => Promise<T> | T,
): Promise<Changed<T>> {
  return session.queue.run(async () => {
    throwIfCancelled(options.signal);
    if (!session.writable) throw new FailureError({ code: 'readOnly', path: session.path });
    const { sqlite, db } = session.writer;
    sqlite.exec('begin immediate');
    try {
      const at = session.clock().toISOString();
      const changeId = openChange(sqlite, at, options);
      const tx: Tx = {
        db,
        sqlite,
        changeId,
        at,
        fresh: new FreshCustomers(sqlite),
        async step(phase, done, total) {
          options.report?.({ phase, done, total });
          await breathe();
          throwIfCancelled(options.signal);
        },
      };
      const result = await work(tx);
      const rows = prepared(sqlite, 'select count(*) from journal where changeId = ?')
        .pluck()
        .get(changeId) as number;
      const action = typeof options.action === 'function' ? options.action(result) : options.action;
      if (rows === 0 && options.kind === undefined) {
        sqlite.exec('rollback');
        return { changeId: 0, action, result };
      }
      const touched = await updateTouched(tx);
      prepared(sqlite, 'update changes set action = ?, rows = ? where id = ?').run(
        JSON.stringify(action),
        rows,
        changeId,
      );
      sqlite.exec('delete from openChange');
      const tables = prepared(sqlite, 'select distinct tableName from journal where changeId = ?')
        .pluck()
        .all(changeId) as JournaledTable[];
      // The last moment to give up: once the commit is under way it counts.
      throwIfCancelled(options.signal);
      sqlite.exec('commit');
      await updateFinder(session, touched);
      session.events.publish('change', {
        topics: [...new Set<Topic>(['changes', ...tables.flatMap((table) => topicsOf[table])])],
        changeId,
        customerIds: touched.ids.length <= 100 ? touched.ids : null,
      });
      return { changeId, action, result };
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (sqlite.inTransaction) sqlite.exec('rollback');
      forgetGivenCodes(sqlite);
      throw error;
    }
  });
}

function openChange<T>(sqlite: Database, at: string, options: ChangeOptions<T>): number {
  const { lastInsertRowid } = prepared(
    sqlite,
    "insert into changes (at, actor, action, kind, target, rows) values (?, ?, '', ?, ?, 0)",
  ).run(at, actor(sqlite), options.kind ?? 'do', options.target ?? null);
  const changeId = Number(lastInsertRowid);
  prepared(sqlite, 'insert into openChange (id) values (?)').run(changeId);
  return changeId;
}

/** Who writes: the name given in settings, else the name under which the PC knows the user. */
function actor(sqlite: Database): string {
  const given = prepared(sqlite, "select value from settings where key = 'actor'").pluck().get() as
    string | undefined;
  const name: unknown = given === undefined ? '' : JSON.parse(given);
  return typeof name === 'string' && name !== '' ? name : systemUser();
}

let user: string | undefined;
function systemUser(): string {
  if (user === undefined) {
    try {
      user = userInfo().username;
    } catch {
      // Accounts without an entry in the user database exist in containers and on some domains.
      user = '';
    }
  }
  return user;
}
