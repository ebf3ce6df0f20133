import type { SheetCells } from '../sheet-cut.ts';
import { cardsOf } from './cards.ts';
import type { LaidOut } from './laid-out.ts';
import { linesOf } from './lines.ts';
import { turnedOf } from './turned.ts';

const known = new WeakMap<SheetCells, LaidOut | null>();

/**
 * A sheet of cards, forms, turned columns or plain text as a table; null for what is one already, as nearly all sheets are. Worked out
 * once for each sheet.
 *
 * @param delimiter between the fields of a text file, which is what its lines are put together with again.
 */
export function layOut(sheet: SheetCells, delimiter: string | null): LaidOut | null {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  // Three customers beside each other look like a form with one more label as well.
  const found = turnedOf(sheet, true) ?? cardsOf(sheet) ?? turnedOf(sheet) ?? linesOf(sheet, delimiter);
  known.set(sheet, found);
  return found;
}
