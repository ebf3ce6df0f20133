import {
  leftOutCauses,
  mostLeftoverCharacters,
  mostLeftovers,
  type LeftoverReason,
} from '../../../src-shared/import-batches.ts';
import type { Tx } from '../change.ts';
import { prepared } from '../statements.ts';
import type { Plan } from './plan.ts';
import { readRow, type PlanSource } from './plan-source.ts';
import type { Cell } from './readers/cells.ts';
import { sheetHead } from './sheet-head.ts';

/** A row to be kept with its import. */
interface Leftover {
  readonly row: number;
  readonly customerId: number | null;
  readonly reasons: readonly LeftoverReason[];
  readonly cells: readonly Cell[];
}

/** Whether a row is imported with a doubt that nobody has accepted. */
export const hasOpenDoubt = (plan: Plan, index: number): boolean =>
  plan.isDoubtful(index) && !plan.isAccepted(index) && plan.refOf(index) !== 0 && !plan.addsNothing(index);

/**
 * Keeps the rows that an import leaves out or doubts, sheet by sheet, as they were read, so that they can be looked at
 * and corrected later. A record of the file: it is not journaled and stays when the import is undone.
 *
 * @param customerOf the customers that doubtful rows became, by the index of the row
 */
export function keepLeftovers(tx: Tx, plan: Plan, customerOf: ReadonlyMap<number, number>): void {
  const room = { rows: mostLeftovers, characters: mostLeftoverCharacters };
  for (const source of plan.sources) {
    const leftovers = leftoversOf(plan, source, customerOf);
    const doubtful = leftovers.filter(({ customerId }) => customerId !== null).length;
    const { lastInsertRowid } = prepared(
      tx.sqlite,
      `insert into importSheets (changeId, file, sheet, head, columns, leftOut, doubtful)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      tx.changeId,
      source.fileName,
      source.sheet.name,
      JSON.stringify(sheetHead(source.sheet, source.input.header)),
      source.sheet.columnCount,
      leftovers.length - doubtful,
      doubtful,
    );
    for (const leftover of leftovers) {
      const cells = JSON.stringify(textsOf(leftover.cells, source.sheet.columnCount));
      if (room.rows === 0 || cells.length > room.characters) break;
      room.rows -= 1;
      room.characters -= cells.length;
      prepared(
        tx.sqlite,
        'insert into importLeftovers (sheetId, row, customerId, reasons, cells) values (?, ?, ?, ?, ?)',
      ).run(lastInsertRowid, leftover.row, leftover.customerId, JSON.stringify(leftover.reasons), cells);
    }
  }
}

function leftoversOf(plan: Plan, source: PlanSource, customerOf: ReadonlyMap<number, number>): Leftover[] {
  const { sheet, start, positions } = source;
  const found: Leftover[] = [];
  for (let index = start; index < start + positions.length; index++) {
    const row = plan.placeOf(index).row;
    if (plan.refOf(index) === 0) {
      const reason = plan.isNameless(index) ? ('nameless' as const) : ('skipped' as const);
      found.push({ row, customerId: null, reasons: [{ column: null, reason }], cells: plan.cells(index) });
    } else if (hasOpenDoubt(plan, index)) {
      const cells = plan.cells(index);
      const doubts = [...(readRow(source, cells)?.doubts() ?? [])].sort((a, b) => a.column - b.column);
      const reasons = doubts.map(({ column, reason }) => ({ column, reason }));
      found.push({ row, customerId: customerOf.get(index) ?? null, reasons, cells });
    }
  }
  for (const [row, left] of source.leftOut) {
    const reason = leftOutCauses.find((cause) => cause === left);
    if (reason === undefined) continue;
    found.push({ row, customerId: null, reasons: [{ column: null, reason }], cells: sheet.cellsOfRow(row) });
  }
  return found.sort((a, b) => a.row - b.row);
}

function textsOf(cells: readonly Cell[], columns: number): string[] {
  const texts = Array.from({ length: columns }, () => '');
  for (const { column, text } of cells) texts[column] = text;
  return texts;
}
