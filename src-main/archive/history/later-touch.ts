import type { Database } from 'better-sqlite3';
import type { KeptBy } from '../../../src-shared/changes.ts';
import { prepared } from '../statements.ts';
import type { RowKey } from './rows.ts';

/** Journal entries between a change and the one that takes it back. */
export interface Between {
  readonly after: number;
  readonly before: number;
}

const found = `select c.id as changeId, c.at, c.actor from journal j join changes c on c.id = j.changeId
  where j.changeId > @after and j.changeId < @before and`;
const newest = 'order by j.sequence desc limit 1';

/**
 * The latest change in between that touched a row, one column of it if it is given. Where none touched the row itself,
 * the latest that touched its customer: something hangs on the row then.
 */
export function laterTouch(
  sqlite: Database,
  { tableName, rowId, customerId }: RowKey,
  between: Between,
  column?: string,
): KeptBy | null {
  const whose = customerId === null ? 'j.customerId is null' : 'j.customerId = @customerId';
  const owner = customerId === null ? {} : { customerId };
  const touched = prepared(
    sqlite,
    `${found} ${whose} and j.tableName = @tableName and j.rowId = @rowId
     and (@column is null or j.operation <> 'U' or json_type(j.after, '$."' || @column || '"') is not null) ${newest}`,
  ).get({ ...between, ...owner, tableName, rowId, column: column ?? null }) as KeptBy | undefined;
  return touched ?? (customerId === null ? null : customerTouch(sqlite, customerId, between));
}

/** The latest change in between that touched a customer or anything that belongs to it. */
export function customerTouch(sqlite: Database, customerId: number, between: Between): KeptBy | null {
  return (
    (prepared(sqlite, `${found} j.customerId = @customerId ${newest}`).get({ ...between, customerId }) as
      KeptBy | undefined) ?? null
  );
}
