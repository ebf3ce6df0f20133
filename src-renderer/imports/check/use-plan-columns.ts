import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPolicy } from '../../../src-shared/column-policies.ts';
import type { ColumnPolicy, PlanRow } from '../../../src-shared/import-plan.ts';
import { policyOf as chosenPolicy } from '../column-details.ts';
import { columnWidth } from '../columns/column-looks.ts';
import { targetLabel, type OwnFields } from '../targets.ts';
import { includedSheets, keyOf, sheetInfo, type ImportWork } from '../state.ts';
import { cellKey, planCells, type PlanCell, type PlannedCells } from './plan-cells.ts';
import { plannedField, shownColumns, type ShownColumn } from './shown-columns.ts';

/** px */
const notesWidth = 280;

/** Rows are drawn many times and worked out once. */
const worked = new WeakMap<PlanRow, PlannedCells>();
export const cellsOf = (row: PlanRow): PlannedCells => {
  const known = worked.get(row);
  if (known !== undefined) return known;
  const made = planCells(row);
  worked.set(row, made);
  return made;
};

export interface PlanColumns {
  /** Null for the remarks. */
  readonly shown: readonly (ShownColumn | null)[];
  readonly labelOf: (column: ShownColumn) => string;
  readonly widths: readonly number[];
  /** The names of the sheets, by their place in the plan. */
  readonly names: readonly string[];
  readonly cellAt: (row: PlanRow, column: number) => PlanCell | undefined;
  /** The column of the row's sheet that stands there; undefined where its sheet has none. */
  readonly sourceAt: (row: PlanRow, column: number) => number | undefined;
  /** What a column does to customers that are there. */
  readonly policyOf: (column: ShownColumn) => ColumnPolicy;
  /** The columns of the sheets that one is made of. */
  readonly sourcesOf: (column: ShownColumn) => { key: string; index: number }[];
}

/** The columns of the plan, what they are made of, and what stands in them. */
export const usePlanColumns = (work: ImportWork, ownFields: OwnFields): PlanColumns => {
  const { t } = useTranslation();
  const { files, sheets, included } = work;
  // Only these say what the columns are; the plan itself changes more often.
  const shown = useMemo(() => shownColumns({ files, sheets, included }), [files, sheets, included]);
  const names = useMemo(
    () => includedSheets({ files, sheets, included }).map((sheet) => sheetInfo({ files }, sheet)?.name ?? ''),
    [files, sheets, included],
  );
  const widths = useMemo(
    () =>
      shown.map((column) => {
        if (column === null) return notesWidth;
        const guesses = [...column.sources.values()];
        return Math.max(...guesses.map((guess) => columnWidth(t, guess, column.target, ownFields))) + 24;
      }),
    [t, shown, ownFields],
  );
  const sourceAt = useCallback(
    (row: PlanRow, column: number) => shown[column]?.sources.get(row.sheet)?.index,
    [shown],
  );
  const cellAt = useCallback(
    (row: PlanRow, column: number) => {
      const own = shown[column];
      const source = sourceAt(row, column);
      if (own == null || source === undefined) return undefined;
      return cellsOf(row).cells.get(cellKey(source, plannedField(own.target)));
    },
    [shown, sourceAt],
  );
  const planned = includedSheets(work);
  const sourcesOf = (column: ShownColumn) =>
    [...column.sources].flatMap(([place, { index }]) => {
      const sheet = planned[place];
      return sheet === undefined ? [] : [{ key: keyOf(sheet), index }];
    });
  const policyOf = (column: ShownColumn): ColumnPolicy => {
    for (const { key, index } of sourcesOf(column)) {
      const sheet = sheets.get(key);
      const chosen = sheet && chosenPolicy(sheet, index, column.target);
      if (chosen !== undefined) return chosen;
    }
    return defaultPolicy(column.target.field);
  };
  const labelOf = ({ target }: ShownColumn): string => targetLabel(t, target, ownFields);
  return { shown, labelOf, widths, names, cellAt, sourceAt, policyOf, sourcesOf };
};
