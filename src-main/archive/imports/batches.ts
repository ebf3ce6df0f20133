import type { Database } from 'better-sqlite3';
import type { ChangeAction, Kept } from '../../../src-shared/changes.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import type { ImportDetails, Leftover, LeftoverReason } from '../../../src-shared/import-batches.ts';
import type { ImportBatch } from '../../../src-shared/imports.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import type { SheetHead } from './sheet-head.ts';

interface StoredImport {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly undoneBy: number | null;
}

const imports = `from changes where kind = 'do' and json_extract(action, '$.type') = 'import'`;
const columns = 'id, at, actor, action, undoneBy';

/** Imports in the order in which they were done, the newest first, those that were undone included. */
export function listImports(
  { sqlite }: Session,
  { offset, limit }: { offset: number; limit: number },
): { batches: ImportBatch[]; total: number } {
  const rows = prepared(sqlite, `select ${columns} ${imports} order by id desc limit ? offset ?`).all(
    limit,
    offset,
  ) as StoredImport[];
  const total = prepared(sqlite, `select count(*) ${imports}`).pluck().get() as number;
  return { batches: rows.flatMap((row) => batchOf(row) ?? []), total };
}

function batchOf({ id, at, actor, action, undoneBy }: StoredImport): ImportBatch | null {
  const read = JSON.parse(action) as ChangeAction;
  if (read.type !== 'import') return null;
  const { file, sheet, sheets = [{ file, sheet }], created, updated, skipped } = read;
  return {
    changeId: id,
    at,
    actor,
    file,
    sheet,
    sheets,
    created,
    updated,
    skipped,
    inEffect: undoneBy === null,
  };
}

/**
 * One import, with what it left over and what its undo left alone.
 *
 * @throws FailureError `notFound change` for a change that is no import
 */
export function getImport({ sqlite }: Session, changeId: number): ImportDetails {
  const row = prepared(sqlite, `select ${columns} ${imports} and id = ?`).get(changeId) as
    StoredImport | undefined;
  const batch = row && batchOf(row);
  if (!row || !batch) throw new FailureError({ code: 'notFound', what: 'change' });
  const counts = prepared(
    sqlite,
    `select coalesce(sum(leftOut), 0) as leftOut, coalesce(sum(doubtful), 0) as doubtful,
       (select count(*) from importLeftovers l join importSheets s on s.id = l.sheetId where s.changeId = @changeId) as stored
     from importSheets where changeId = @changeId`,
  ).get({ changeId }) as Pick<ImportDetails, 'leftOut' | 'doubtful' | 'stored'>;
  return { ...batch, ...counts, undo: row.undoneBy === null ? null : undoOf(sqlite, row.undoneBy) };
}

function undoOf(sqlite: Database, id: number): ImportDetails['undo'] {
  const undo = prepared(sqlite, 'select at, actor, kept from changes where id = ?').get(id) as
    { at: string; actor: string; kept: string | null } | undefined;
  if (!undo) return null;
  const { at, actor, kept } = undo;
  const report =
    kept === null ? { kept: [], keptCount: 0 } : (JSON.parse(kept) as { kept: Kept[]; keptCount: number });
  return { changeId: id, at, actor, ...report };
}

/** A page of the rows that an import left out or doubted, in the order of its sheets and their rows. */
export function listLeftovers(
  { sqlite }: Session,
  { changeId, offset, limit }: { changeId: number; offset: number; limit: number },
): { rows: Leftover[]; total: number } {
  const from = `from importLeftovers l join importSheets s on s.id = l.sheetId where s.changeId = @changeId`;
  const total = prepared(sqlite, `select count(*) ${from}`).pluck().get({ changeId }) as number;
  const rows = prepared(
    sqlite,
    `select l.id, s.file, s.sheet, s.head, l.row, l.reasons, l.cells, c.id as customerId, c.name
     from importLeftovers l join importSheets s on s.id = l.sheetId left join customers c on c.id = l.customerId
     where s.changeId = @changeId order by l.id limit @limit offset @offset`,
  ).all({ changeId, limit, offset }) as {
    id: number;
    file: string;
    sheet: string;
    head: string;
    row: number;
    reasons: string;
    cells: string;
    customerId: number | null;
    name: string | null;
  }[];
  return { rows: rows.map(readLeftover), total };

  function readLeftover({
    head,
    reasons,
    cells,
    customerId,
    name,
    ...rest
  }: (typeof rows)[number]): Leftover {
    const { texts } = JSON.parse(head) as SheetHead;
    const read = JSON.parse(reasons) as LeftoverReason[];
    return {
      ...rest,
      cells: JSON.parse(cells) as string[],
      reasons: read,
      headers: read.map(({ column }) => (column === null ? '' : (texts[column] ?? ''))),
      customer: customerId === null ? null : { id: customerId, name: name ?? '' },
    };
  }
}
