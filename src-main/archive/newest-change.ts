import type { Database } from 'better-sqlite3';
import { prepared } from './statements.ts';

/** The id of the newest change there is; 0 where there is none. */
export const newestChange = (sqlite: Database): number =>
  prepared(sqlite, 'select coalesce(max(id), 0) from changes').pluck().get() as number;

/** Whether nothing was ever written to an archive since it was made. */
export const isUntouched = (sqlite: Database): boolean =>
  prepared(sqlite, 'select 1 from journal limit 1').get() === undefined;
