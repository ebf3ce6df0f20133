import type { Database } from 'better-sqlite3';
import { companyKey } from '../../../src-shared/company-names.ts';
import { toSimplified } from '../search/simplify.ts';
import { prepared } from '../statements.ts';
import { isSameCustomer, isSomebodyElse, type CustomerIdentity } from './same-customer.ts';

/** Finds customers of a backup in the archive of now; each customer of now is at most one of them. */
export interface FindNow {
  /** Its row id, in the trash or not; null when it is gone. */
  now(then: CustomerIdentity): number | null;
  /** Tells of one that was made meanwhile: it is no other one. */
  made(id: number): void;
}

const columns = 'select id, code, name, createdAt from customers where';

/** @param backup of the current schema; @param live the archive */
export const finderOfNow = (backup: Database, live: Database): FindNow => {
  const met = new Set<number>();

  const idInBackup = (code: string, createdAt: string): number | undefined =>
    prepared(backup, 'select id from customers where code = ? and createdAt = ?')
      .pluck()
      .get(code, createdAt) as number | undefined;

  const candidates = function* (then: CustomerIdentity): Generator<CustomerIdentity> {
    yield* prepared(live, `${columns} id = ?`).all(then.id) as CustomerIdentity[];
    yield* prepared(live, `${columns} code = ?`).all(then.code) as CustomerIdentity[];
    // By the key of the name: it has an index, and so many share an instant that looking among those takes far too long.
    yield* prepared(
      live,
      `${columns} nameKey = ? and name = ? and createdAt = ? order by trashedAt is not null, id`,
    ).all(companyKey(then.name, toSimplified), then.name, then.createdAt) as CustomerIdentity[];
  };

  return {
    now(then) {
      for (const one of candidates(then)) {
        if (met.has(one.id) || !isSameCustomer(then, one) || isSomebodyElse(then, one, idInBackup)) continue;
        met.add(one.id);
        return one.id;
      }
      return null;
    },
    made: (id) => void met.add(id),
  };
};
