import { useMutation, useQuery } from '@tanstack/react-query';
import type { CustomerColumn, CustomerFilter, CustomerSort } from '../../../src-shared/customers.ts';
import type { SavedView } from '../../../src-shared/views.ts';
import { useApi } from '../../app/api.ts';
import { useFailureToast } from '../../app/failures/use-failure-toast.tsx';
import { useWritten } from '../../app/written.tsx';
import { sameFilter, tidyFilter } from '../list-address.ts';
import { standardSort } from '../table/columns.ts';

/** What a view keeps. */
export interface ViewContent {
  readonly filter: CustomerFilter;
  readonly columns: readonly CustomerColumn[];
  readonly sort: CustomerSort | null;
}

/** Whether a list has moved on from the view that was opened. */
export const differsFrom = (view: SavedView, { filter, columns, sort }: ViewContent): boolean => {
  const [before, now] = [view.sort ?? standardSort, sort ?? standardSort];
  return (
    !sameFilter(view.filter, filter) ||
    view.columns.join() !== columns.join() ||
    before.column !== now.column ||
    before.direction !== now.direction
  );
};

export interface Views {
  readonly views: readonly SavedView[];
  /** Customers outside the trash; null while they are counted. */
  readonly all: number | null;
  /** Throws what the archive refuses, such as a name that another view has. */
  readonly create: (name: string, content: ViewContent) => Promise<SavedView>;
  /** Throws as `create` does. */
  readonly rename: (id: number, name: string) => Promise<unknown>;
  readonly update: (id: number, content: ViewContent) => void;
  readonly remove: (id: number, onRemoved: () => void) => void;
}

const stored = ({ filter, columns, sort }: ViewContent) => ({
  filter: tidyFilter(filter),
  columns: [...columns],
  sort,
});

/** The saved views with their counts, and what can be done with them; each is undoable. */
export const useViews = (): Views => {
  const { archive } = useApi();
  const { announce: onSuccess } = useWritten();
  const onError = useFailureToast();
  const { data: views = [] } = useQuery(archive.views.list.queryOptions());
  const { data: all = null } = useQuery(
    archive.archive.state.queryOptions({
      select: (state) => (state.state === 'open' ? state.counts.customers : null),
    }),
  );
  const { mutateAsync: create } = useMutation(archive.views.create.mutationOptions({ onSuccess }));
  const { mutateAsync: rename } = useMutation(archive.views.update.mutationOptions({ onSuccess }));
  const { mutate: update } = useMutation(archive.views.update.mutationOptions({ onSuccess, onError }));
  const { mutate: remove } = useMutation(archive.views.remove.mutationOptions({ onSuccess, onError }));
  return {
    views,
    all,
    create: async (name, content) => (await create({ name, ...stored(content) })).view,
    rename: (id, name) => rename({ id, patch: { name } }),
    update: (id, content) => update({ id, patch: stored(content) }),
    remove: (id, onRemoved) => remove({ id }, { onSuccess: onRemoved }),
  };
};
