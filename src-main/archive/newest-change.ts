import type { Database } from 'better-sqlite3';
import { prepared } from './statements.ts';

/** The id of the newest change there is; 0 in an archive to which nothing was ever written. */
export const newestChange = (sqlite: Database): number =>
  prepared(sqlite, 'select coalesce(max(id), 0) from changes').pluck().get() as number;
