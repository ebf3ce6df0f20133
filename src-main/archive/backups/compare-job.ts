import type { Database } from 'better-sqlite3';
import { loadCustomersSync } from '../customers/load.ts';
import { openDatabase } from '../database/open.ts';
import type { CompareJob, JobControl, JobResults } from './jobs.ts';
import {
  contentOf,
  isSameCustomer,
  isSomebodyElse,
  namesOf,
  type CustomerIdentity,
} from './same-customer.ts';

interface Row extends CustomerIdentity {
  readonly trashedAt: string | null;
  readonly version: number;
  readonly updatedAt: string;
}

/** Customers compared in full at a time. */
const batch = 500;

/**
 * Finds who differs between an unpacked backup of the current schema and the archive that is open. It reads both over
 * connections of its own and writes nothing.
 */
export const compareArchives = ({ copy, live }: CompareJob, control: JobControl): JobResults['compare'] => {
  const before = openDatabase(copy.path, { readonly: true, mustExist: true, key: copy.key });
  try {
    const after = openDatabase(live.path, { readonly: true, mustExist: true, key: live.key });
    try {
      return compare(before, after, control);
    } finally {
      after.close();
    }
  } finally {
    before.close();
  }
};

const compare = (before: Database, after: Database, control: JobControl): JobResults['compare'] => {
  const rows = rowsOf(before);
  const find = finderOf(rowsOf(after), rows);
  const missing: number[] = [];
  const trashed: [number, number][] = [];
  const touched: [number, number][] = [];
  const matched = new Set<number>();
  for (const row of rows) {
    if (row.trashedAt !== null) continue;
    const match = find(row);
    if (match === null) missing.push(row.id);
    else {
      matched.add(match.id);
      if (match.trashedAt !== null) trashed.push([row.id, match.id]);
      else if (match.version !== row.version || match.updatedAt !== row.updatedAt)
        touched.push([row.id, match.id]);
    }
  }
  const gone = rowsOf(after).flatMap(({ id, trashedAt }) =>
    trashedAt === null && !matched.has(id) ? id : [],
  );
  return { missing, trashed, gone, changed: reallyChanged(before, after, touched, control) };
};

const rowsOf = (sqlite: Database): Row[] =>
  sqlite
    .prepare<[], Row>(
      'select id, code, name, createdAt, trashedAt, version, updatedAt from customers order by nameSort, id',
    )
    .all();

const finderOf = (rows: readonly Row[], before: readonly Row[]): ((wanted: Row) => Row | null) => {
  const byCodeThen = new Map(before.map((row) => [row.code, row]));
  const idThen = (code: string, createdAt: string): number | undefined => {
    const row = byCodeThen.get(code);
    return row?.createdAt === createdAt ? row.id : undefined;
  };
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const byCreation = new Map(rows.map((row) => [`${row.createdAt}\0${row.name}`, row]));
  return (wanted) => {
    const candidates = [
      byId.get(wanted.id),
      byCreation.get(`${wanted.createdAt}\0${wanted.name}`),
      byCode.get(wanted.code),
    ];
    return (
      candidates.find(
        (row) => row !== undefined && isSameCustomer(wanted, row) && !isSomebodyElse(wanted, row, idThen),
      ) ?? null
    );
  };
};

/** Of those that were touched in between, the ones whose contents are different now. */
const reallyChanged = (
  before: Database,
  after: Database,
  touched: readonly [number, number][],
  control: JobControl,
): [number, number][] => {
  const names = [namesOf(before), namesOf(after)] as const;
  const changed: [number, number][] = [];
  for (let start = 0; start < touched.length; start += batch) {
    control.check();
    control.report({ phase: 'comparing', done: start, total: touched.length });
    const pairs = touched.slice(start, start + batch);
    const thens = loadCustomersSync(
      before,
      pairs.map(([id]) => id),
    );
    const nows = loadCustomersSync(
      after,
      pairs.map(([, id]) => id),
    );
    for (const pair of pairs) {
      const [then, now] = [thens.get(pair[0]), nows.get(pair[1])];
      if (then && now && contentOf(then, names[0]) !== contentOf(now, names[1])) changed.push(pair);
    }
  }
  return changed;
};
