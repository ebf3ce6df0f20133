import type { Database } from 'better-sqlite3';
import type { KeptBy, Undone } from '../../../src-shared/changes.ts';
import type { Tx } from '../change.ts';
import type { JournaledTable } from '../database/tables.ts';
import { prepared } from '../statements.ts';
import { lastingFieldName } from './custom-fields.ts';
import { customerTouch, laterTouch } from './later-touch.ts';
import { archiveRows, imaginedRows, type RowStore } from './row-store.ts';
import { currentRow, rowAfter, sameRow, type JournalEntry, type RowValues } from './rows.ts';
import { chunk, countEntries, inField, onlyField, readChunk, type Scope } from './scope.ts';

export interface TakenBack {
  restoredRows: number;
  kept: Undone['kept'];
  keptCount: number;
}

const mostKeptListed = 500;

/** Links to rows that must be there for a row to come back. */
const parents: { [T in JournaledTable]?: Record<string, JournaledTable> } = {
  contacts: { customerId: 'customers' },
  contactMethods: { customerId: 'customers', contactId: 'contacts' },
  customerTags: { customerId: 'customers', tagId: 'tags' },
  customFieldValues: { customerId: 'customers', fieldId: 'customFields' },
};

/** Rows that hang on a row and keep it from going. */
const children: { [T in JournaledTable]?: readonly (readonly [table: JournaledTable, column: string])[] } = {
  customers: [
    ['contacts', 'customerId'],
    ['contactMethods', 'customerId'],
    ['customerTags', 'customerId'],
    ['customFieldValues', 'customerId'],
  ],
  contacts: [['contactMethods', 'contactId']],
  tags: [['customerTags', 'tagId']],
  customFields: [['customFieldValues', 'fieldId']],
};

/** What taking back works with. */
interface Hands {
  readonly sqlite: Database;
  readonly rows: RowStore;
  /** Changes from this one on are not later ones: it takes back, or would. */
  readonly own: number;
  readonly step: (done: number, total: number) => Promise<void>;
}

/**
 * Restores the before-images of a change, newest first. What a later change has touched stays as it is and is
 * reported: an updated field, a row, or, for a customer that this change created, the whole customer.
 */
export const takeBack = (tx: Tx, scope: Scope): Promise<TakenBack> =>
  takeBackWith(
    {
      sqlite: tx.sqlite,
      rows: archiveRows(tx.sqlite),
      own: tx.changeId,
      step: (done, total) => tx.step('undoing', done, total),
    },
    scope,
  );

/** The same as {@link takeBack} without writing anything: what it would restore and keep. */
export const imagineTakingBack = (
  sqlite: Database,
  scope: Scope,
  step: () => Promise<void>,
): Promise<TakenBack> =>
  takeBackWith({ sqlite, rows: imaginedRows(sqlite), own: Number.MAX_SAFE_INTEGER, step }, scope);

async function takeBackWith(hands: Hands, scope: Scope): Promise<TakenBack> {
  const { sqlite, own } = hands;
  const result: TakenBack = { restoredRows: 0, kept: [], keptCount: 0 };
  const seen = new Set<string>();
  const between = { after: scope.changeId, before: own };
  const keep = (customerId: number | null, name: string, what: string, by: () => KeptBy | null) => {
    // Three numbers of one contact are one thing that stays.
    const key = `${customerId ?? name}:${what}`;
    if (seen.has(key)) return;
    seen.add(key);
    result.keptCount += 1;
    if (result.kept.length < mostKeptListed) result.kept.push({ customerId, name, what, by: by() });
  };

  const touchedLater = hasLaterEntries(sqlite, scope.changeId, own);
  const keptCustomers = touchedLater ? createdAndTouchedLater(sqlite, scope, own) : new Set<number>();
  for (const customerId of keptCustomers)
    keep(customerId, customerName(sqlite, customerId), 'customer', () =>
      customerTouch(sqlite, customerId, between),
    );

  const total = countEntries(sqlite, scope);
  let done = 0;
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const entries = readChunk(sqlite, scope, below);
    if (entries.length === 0) break;
    for (const entry of entries) {
      below = entry.sequence;
      if (entry.customerId !== null && keptCustomers.has(entry.customerId)) continue;
      if (!inField(sqlite, entry, scope.field)) continue;
      const kept = restoreEntry(hands, onlyField(entry, scope.field), touchedLater);
      if (kept === null) result.restoredRows += 1;
      else
        for (const column of kept)
          keep(entry.customerId, nameOf(hands, entry), wordOf(hands, entry, column), () =>
            laterTouch(sqlite, entry, between, column ?? undefined),
          );
    }
    done += entries.length;
    if (total > chunk) await hands.step(done, total);
  }
  return result;
}

const words: Record<JournaledTable, string> = {
  customers: 'customer',
  contacts: 'contacts',
  contactMethods: 'methods',
  customerTags: 'tags',
  customFieldValues: 'custom',
  tags: 'tag',
  customFields: 'customField',
  savedViews: 'view',
  importSchemes: 'scheme',
  settings: 'setting',
  importFiles: 'import',
};

/** What stayed, in the words of the history: a column of the customer, or the kind of row. */
function wordOf({ sqlite }: Hands, entry: JournalEntry, column: string | null): string {
  const { tableName } = entry;
  if (tableName === 'customFieldValues') return lastingFieldName(sqlite, entry);
  return tableName === 'customers' && column !== null ? column : words[tableName];
}

/** Whose it is: the customer's name, or that of the tag or view itself. */
function nameOf({ sqlite, rows }: Hands, { tableName, rowId, customerId }: JournalEntry): string {
  if (customerId !== null) return customerName(sqlite, customerId);
  const name = rows.current(tableName, rowId)?.['name'];
  return typeof name === 'string' ? name : '';
}

/** Without any later change nothing can have been touched, and a large undo needs no check row by row. */
const hasLaterEntries = (sqlite: Database, changeId: number, own: number): boolean =>
  prepared(sqlite, 'select 1 from journal where changeId > ? and changeId < ? limit 1').get(changeId, own) !==
  undefined;

/** Customers that the change created, with later entries. */
function candidates(sqlite: Database, { changeId, customerId }: Scope, own: number): number[] {
  const created = `(select rowId from journal where changeId = @changeId and tableName = 'customers' and operation = 'I'
    ${customerId === undefined ? '' : 'and customerId = @customerId'})`;
  return prepared(
    sqlite,
    `select distinct customerId from journal where changeId > @changeId and changeId < @own
     and ${customerId === undefined ? '' : 'customerId = @customerId and '}customerId in ${created}`,
  )
    .pluck()
    .all({ changeId, own, ...(customerId === undefined ? {} : { customerId }) }) as number[];
}

/** Customers that the change created and that are not any more, in some row of theirs, as it left them. */
function createdAndTouchedLater(sqlite: Database, scope: Scope, own: number): Set<number> {
  const touched = new Set<number>();
  for (const customerId of candidates(sqlite, scope, own)) {
    const rows = prepared(
      sqlite,
      `select tableName, rowId, (select max(sequence) from journal where changeId = ?) as last
       from journal where customerId = ? and changeId > ? and changeId < ? group by tableName, rowId`,
    ).all(scope.changeId, customerId, scope.changeId, own) as {
      tableName: JournaledTable;
      rowId: number;
      last: number;
    }[];
    const differs = rows.some(
      ({ tableName, rowId, last }) =>
        !sameRow(
          tableName,
          currentRow(sqlite, tableName, rowId),
          rowAfter(sqlite, { tableName, rowId, customerId }, last),
        ),
    );
    // A customer that is gone altogether needs no keeping.
    if (differs && currentRow(sqlite, 'customers', customerId)) touched.add(customerId);
  }
  return touched;
}

/** Columns that stayed; null in the place of a column where it is the whole row. */
type Kept = readonly (string | null)[];
const wholeRow: Kept = [null];

/** Takes one journal entry back. Returns null when done, or what had to stay. */
function restoreEntry(hands: Hands, entry: JournalEntry, touchedLater: boolean): Kept | null {
  if (entry.operation === 'I') return removeInserted(hands, entry, touchedLater);
  if (entry.operation === 'D') return bringBack(hands, entry);
  return restoreColumns(hands, entry);
}

function removeInserted({ sqlite, rows }: Hands, entry: JournalEntry, touchedLater: boolean): Kept | null {
  const { tableName, rowId } = entry;
  if (touchedLater) {
    const now = rows.current(tableName, rowId);
    if (now === null) return null;
    if (!sameRow(tableName, now, rowAfter(sqlite, entry, entry.sequence))) return wholeRow;
    for (const [table, column] of children[tableName] ?? []) {
      if (rows.hasChild(table, column, rowId)) return wholeRow;
    }
  }
  rows.remove(tableName, rowId);
  return null;
}

function bringBack({ rows }: Hands, entry: JournalEntry): Kept | null {
  const { tableName, rowId } = entry;
  const row = entry.before ?? {};
  if (rows.current(tableName, rowId) !== null) return wholeRow;
  for (const [column, table] of Object.entries(parents[tableName] ?? {})) {
    const parent = row[column];
    if (typeof parent === 'number' && rows.current(table, parent) === null) return wholeRow;
  }
  if (rows.isTaken(tableName, rowId, row)) return wholeRow;
  rows.insert(tableName, rowId, row);
  return null;
}

function restoreColumns({ rows }: Hands, entry: JournalEntry): Kept | null {
  const { tableName, rowId, before, after } = entry;
  const now = rows.current(tableName, rowId);
  if (now === null || before === null || after === null) return wholeRow;
  const kept: string[] = [];
  const restore: RowValues = {};
  for (const [column, value] of Object.entries(before)) {
    if (now[column] === after[column]) restore[column] = value;
    else if (now[column] !== value) kept.push(column);
  }
  if (Object.keys(restore).length > 0) {
    if (rows.isTaken(tableName, rowId, { ...now, ...restore })) kept.push(...Object.keys(restore));
    else rows.update(tableName, rowId, restore);
  }
  return kept.length > 0 ? kept : null;
}

const customerName = (sqlite: Database, customerId: number): string =>
  (prepared(sqlite, 'select name from customers where id = ?').pluck().get(customerId) as
    string | undefined) ?? '';
