import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
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
  readonly create: (name: string, content: ViewContent) => Promise<SavedView | null>;
  readonly rename: (id: number, name: string) => Promise<boolean>;
  readonly update: (id: number, content: ViewContent) => Promise<boolean>;
  readonly remove: (id: number) => Promise<boolean>;
}

/** The saved views with their counts, and what can be done with them; each is undoable. */
export const useViews = (): Views => {
  const { archive } = useApi();
  const { announce } = useWritten();
  const onError = useFailureToast();
  const { data: views = [] } = useQuery(archive.views.list.queryOptions());
  const { data: all = null } = useQuery(
    archive.archive.state.queryOptions({
      select: (state) => (state.state === 'open' ? state.counts.customers : null),
    }),
  );
  const { mutateAsync: createView } = useMutation(
    archive.views.create.mutationOptions({ onError, onSuccess: announce }),
  );
  const { mutateAsync: updateView } = useMutation(
    archive.views.update.mutationOptions({ onError, onSuccess: announce }),
  );
  const { mutateAsync: removeView } = useMutation(
    archive.views.remove.mutationOptions({ onError, onSuccess: announce }),
  );

  const create = useCallback<Views['create']>(
    (name, { filter, columns, sort }) =>
      createView({ name, filter: tidyFilter(filter), columns: [...columns], sort }).then(
        ({ view }) => view,
        () => null,
      ),
    [createView],
  );
  const rename = useCallback<Views['rename']>(
    (id, name) =>
      updateView({ id, patch: { name } }).then(
        () => true,
        () => false,
      ),
    [updateView],
  );
  const update = useCallback<Views['update']>(
    (id, { filter, columns, sort }) =>
      updateView({ id, patch: { filter: tidyFilter(filter), columns: [...columns], sort } }).then(
        () => true,
        () => false,
      ),
    [updateView],
  );
  const remove = useCallback<Views['remove']>(
    (id) =>
      removeView({ id }).then(
        () => true,
        () => false,
      ),
    [removeView],
  );
  return { views, all, create, rename, update, remove };
};
