import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../../src-shared/import-plan.ts';
import type { Pages } from '../../app/use-pages.ts';
import type { GridPlace } from '../grid/types.ts';
import type { CellEdit } from '../use-planning.ts';
import type { PlanColumns } from './use-plan-columns.ts';

interface Editing {
  readonly pages: Pages<PlanRow>;
  readonly columns: PlanColumns;
  readonly onEdit: (edit: CellEdit) => void;
  /** The editor is gone, whatever came of it. */
  readonly onEnd: () => void;
}

/** Writing in a cell of the plan. */
export const useEditing = ({ pages, columns, onEdit, onEnd }: Editing) => {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<GridPlace | null>(null);

  /** The row, the column of its sheet and what stands there; null where nothing can be written. */
  const cellAt = (place: GridPlace | null) => {
    const row = place === null ? undefined : pages.rowAt(place.row);
    const column = row === undefined || place === null ? undefined : columns.sourceAt(row, place.column);
    if (row === undefined || place === null || column === undefined) return null;
    const text = row.values.find((value) => value.column === column)?.raw ?? '';
    const original = row.edited.find((one) => one.column === column)?.original ?? text;
    return { row, column, text, original, shown: columns.shown[place.column] };
  };

  const cell = cellAt(editing);
  const editor =
    cell === null
      ? null
      : {
          label: t('imports.check.edit', {
            row: cell.row.row + 1,
            field: cell.shown == null ? '' : columns.labelOf(cell.shown),
          }),
          text: cell.text,
          onDone: (text: string | null) => {
            setEditing(null);
            onEnd();
            if (text === null) return;
            const { row, column, original } = cell;
            onEdit({ row, column, text, original });
          },
        };
  return {
    editing,
    editor,
    /** False where nothing can be written. */
    startEditing: (place: GridPlace): boolean => {
      const possible = cellAt(place) !== null;
      if (possible) setEditing(place);
      return possible;
    },
  };
};
