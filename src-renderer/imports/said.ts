import {
  mostNamedRows,
  type Decision,
  type DecidedRows as PlannedRows,
  type PlanRow,
} from '../../src-shared/import-plan.ts';
import type { SheetKey } from './state.ts';

/** A row by its sheet, whichever sheets come in with it. */
export interface SaidRow {
  readonly key: SheetKey;
  readonly row: number;
}

export type DecidedRows = readonly SaidRow[] | Exclude<PlannedRows, unknown[]>;

/** What was said about rows of the plan: it is said again when the plan is made anew. */
export type Said =
  | { readonly type: 'decide'; readonly rows: DecidedRows; readonly decision: Decision }
  | { readonly type: 'accept'; readonly rows: readonly SaidRow[] | 'allDoubtful' }
  | { readonly type: 'edit'; readonly cells: readonly (SaidRow & { column: number; text: string })[] }
  | {
      readonly type: 'columnEdit';
      readonly key: SheetKey;
      readonly column: number;
      readonly from: string;
      readonly text: string;
    };

/** A row of a plan made from these sheets. */
export const saidRow = (
  keys: readonly SheetKey[],
  { sheet, row }: Pick<PlanRow, 'sheet' | 'row'>,
): SaidRow => ({
  key: keys[sheet] ?? '',
  row,
});

export const isList = <T>(rows: readonly T[] | string | object): rows is readonly T[] => Array.isArray(rows);

/** Both in one where that makes no call too long; null where they are two. */
const joined = (last: Said, next: Said): Said | null => {
  if (last.type === 'decide' && next.type === 'decide' && last.decision === next.decision) {
    if (!isList<SaidRow>(last.rows) || !isList<SaidRow>(next.rows)) return null;
    const rows = [...last.rows, ...next.rows];
    return rows.length > mostNamedRows ? null : { ...next, rows };
  }
  if (last.type === 'accept' && next.type === 'accept') {
    if (last.rows === 'allDoubtful' || next.rows === 'allDoubtful') return null;
    const rows = [...last.rows, ...next.rows];
    return rows.length > mostNamedRows ? null : { ...next, rows };
  }
  if (last.type === 'edit' && next.type === 'edit') {
    const again = (cell: { key: string; row: number; column: number }): boolean =>
      next.cells.some(
        ({ key, row, column }) => key === cell.key && row === cell.row && column === cell.column,
      );
    const cells = [...last.cells.filter((cell) => !again(cell)), ...next.cells];
    return cells.length > mostNamedRows ? null : { ...next, cells };
  }
  return null;
};

/** Adds what was said; the same kind of thing said one after another is said once. */
export const say = (said: readonly Said[], next: Said): readonly Said[] => {
  const last = said.at(-1);
  const one = last === undefined ? null : joined(last, next);
  return one === null ? [...said, next] : [...said.slice(0, -1), one];
};

/** Without what was said about a sheet that has other rows now, and about all rows, some of which are others. */
export const forgetSheet = (said: readonly Said[], key: SheetKey): readonly Said[] => {
  const others = <Row extends SaidRow>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.key !== key);
  return said.flatMap((one): Said[] => {
    switch (one.type) {
      case 'decide': {
        const rows = isList<SaidRow>(one.rows) ? others(one.rows) : [];
        return rows.length === 0 ? [] : [{ ...one, rows }];
      }
      case 'accept': {
        const rows = isList<SaidRow>(one.rows) ? others(one.rows) : [];
        return rows.length === 0 ? [] : [{ ...one, rows }];
      }
      case 'edit': {
        const cells = others(one.cells);
        return cells.length === 0 ? [] : [{ ...one, cells }];
      }
      case 'columnEdit':
        return one.key === key ? [] : [one];
    }
  });
};
