import { useCallback, useState, type ReactNode } from 'react';
import { useSearch } from 'wouter';
import type { CustomerColumn, CustomerFilter, CustomerSort, Selection } from '../../src-shared/customers.ts';
import { navigate } from '../app/location.ts';
import { useLatest } from '../kit/use-latest.ts';
import { ExportDialog } from './export-dialog.tsx';
import { exportParameter } from './open-export.ts';

/** What a list shows, for its export. */
export interface ListedCustomers {
  readonly filter: CustomerFilter;
  readonly columns: readonly CustomerColumn[];
  readonly sort: CustomerSort | null;
}

export interface ListExport {
  /** Opens the dialog for a selection. */
  readonly open: (selection: Selection) => void;
  /** Opens it for all that the list shows. */
  readonly openAll: () => void;
  readonly dialog: ReactNode;
}

/** The export of a list, which its address can ask for as well: `?export=1`. */
export const useExport = ({ filter, columns, sort }: ListedCustomers): ListExport => {
  const [chosen, setChosen] = useState<Selection | null>(null);
  const search = useSearch();
  const asked = new URLSearchParams(search).get(exportParameter) === '1';
  const all: Selection = { filter, except: [] };
  const latestAll = useLatest(all);
  const selection = chosen ?? (asked ? all : null);

  const close = (): void => {
    setChosen(null);
    if (!asked) return;
    const rest = new URLSearchParams(search);
    rest.delete(exportParameter);
    navigate(rest.size === 0 ? '/customers' : `/customers?${rest.toString()}`, { replace: true });
  };
  return {
    open: setChosen,
    openAll: useCallback(() => setChosen(latestAll.current), [latestAll]),
    dialog: selection !== null && (
      <ExportDialog selection={selection} columns={columns} sort={sort} onClose={close} />
    ),
  };
};
