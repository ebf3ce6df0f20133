import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customFieldId } from '../../src-shared/custom-fields.ts';
import type {
  CustomerColumn,
  CustomerFilter,
  CustomerRow,
  CustomerSort,
} from '../../src-shared/customers.ts';
import type { SavedView } from '../../src-shared/views.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useKey } from '../app/keys.tsx';
import { navigate } from '../app/location.ts';
import { usePreferences, useUpdatePreferences } from '../app/preferences.ts';
import { useCustomFields } from '../custom-fields/use-custom-fields.ts';
import { useExport } from '../exports/use-export.tsx';
import { Page } from '../kit/page.tsx';
import { useLatest } from '../kit/use-latest.ts';
import { BulkActions } from './bulk/bulk-actions.tsx';
import classes from './customers-page.module.css';
import { EmptyList } from './empty-list.tsx';
import { FilterChips } from './filter/filter-chips.tsx';
import { FilterRail } from './filter/filter-rail.tsx';
import { activeParts, withoutParts } from './filter/parts.ts';
import { ListTools } from './list-tools.tsx';
import { Preview } from './preview.tsx';
import { SearchBox } from './search-box.tsx';
import { withTrashedAt, type ListColumn } from './table/columns.ts';
import { CustomerTable } from './table/customer-table.tsx';
import { useActiveRow } from './use-active-row.ts';
import { useCustomerRows } from './use-customer-rows.ts';
import { useFacets } from './use-facets.ts';
import { useFilterRail } from './use-filter-rail.ts';
import { useListAddress } from './use-list-address.ts';
import { useTicked } from './use-ticked.ts';
import { ViewTabs } from './views/view-tabs.tsx';

const open = ({ id }: CustomerRow): void => navigate(`/customers/${id}`);

/** The list of customers; with `trash`, of those in the trash. */
export const CustomersPage = ({ trash = false }: { trash?: boolean }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const path = trash ? '/trash' : '/customers';
  const { filter: asked, sort, view, columns: viewColumns, go } = useListAddress(path);
  const preferences = usePreferences();
  const update = useUpdatePreferences();
  const rail = useFilterRail();
  const frame = useRef<HTMLDivElement>(null);

  const query = useMemo(
    () => ({ filter: trash ? { ...asked, trashed: true } : asked, sort }),
    [asked, sort, trash],
  );
  const { rows, waiting, error, retry } = useCustomerRows(query);
  const { facets, current } = useFacets(query.filter);
  const { data: tags = noTags } = useQuery(archive.tags.list.queryOptions());
  const active = useActiveRow(path, rows);
  const [previewing, setPreviewing] = useState(false);

  const inSight = useRef<[number, number]>([0, 0]);
  const onRange = useCallback((first: number, last: number) => {
    inSight.current = [first, last];
  }, []);
  const middle = useCallback(() => Math.floor((inSight.current[0] + inSight.current[1]) / 2), []);
  const ticked = useTicked(rows, query.filter, middle);

  const inTrash = query.filter.trashed === true;
  const { byKey } = useCustomFields();
  // A column outlives its field in views and preferences, and shows again when the removal is undone.
  const columns = useMemo(
    () =>
      (viewColumns ?? preferences.columns).filter(
        (column) => customFieldId(column) === null || byKey(column) !== undefined,
      ),
    [viewColumns, preferences.columns, byKey],
  );
  const listColumns = useMemo(
    (): readonly ListColumn[] => (inTrash ? withTrashedAt(columns) : columns),
    [columns, inTrash],
  );

  const exporting = useExport({ filter: query.filter, columns, sort });

  const latest = useLatest({ asked, go, rail, viewColumns, update, active, total: rows.total });
  const setFilter = useCallback(
    (filter: CustomerFilter) =>
      latest.current.go({ filter: trash ? withoutParts(filter, ['trashed']) : filter }),
    [latest, trash],
  );
  const clear = useCallback(() => setFilter({}), [setFilter]);
  const showRail = useCallback(() => latest.current.rail.show(true), [latest]);
  const hideRail = useCallback(() => latest.current.rail.show(false), [latest]);
  const onSearch = useCallback(
    (text: string) => {
      const { asked, go } = latest.current;
      const filter = { ...asked, text: text === '' ? undefined : text };
      // The first letter is a step that Back takes back; those after it belong to the same search.
      go({ filter }, { replace: asked.text !== undefined });
    },
    [latest],
  );
  const onSearched = useCallback(() => {
    const { active, total } = latest.current;
    frame.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    if (active.index === null && total > 0) active.set(0);
  }, [latest]);
  const onColumns = useCallback(
    (next: CustomerColumn[]) => {
      const { viewColumns, update, go } = latest.current;
      if (viewColumns === null) update({ columns: next });
      else go({ columns: next }, { replace: true });
    },
    [latest],
  );
  const onView = useCallback(
    (opened: SavedView | null) =>
      latest.current.go(
        opened === null
          ? { filter: {}, sort: null, view: null, columns: null }
          : { filter: opened.filter, sort: opened.sort, view: opened.id, columns: opened.columns },
      ),
    [latest],
  );
  const onSort = useCallback((next: CustomerSort) => latest.current.go({ sort: next }), [latest]);
  const onPreview = useCallback(() => setPreviewing((before) => !before), []);

  const withoutText = JSON.stringify(withoutParts(query.filter, ['text']));
  const railFilter = useMemo((): CustomerFilter => JSON.parse(withoutText) as CustomerFilter, [withoutText]);
  const onRailChange = useCallback(
    (filter: CustomerFilter) => setFilter({ ...filter, text: latest.current.asked.text }),
    [latest, setFilter],
  );

  const parts = activeParts(asked);
  const chips = parts.filter((part) => part !== 'text');
  const savable = parts.length > 0 || sort !== null;
  const tabs = useMemo(
    () =>
      trash ? undefined : (
        <ViewTabs
          opened={view}
          content={{ filter: asked, columns, sort }}
          savable={savable}
          onOpen={onView}
        />
      ),
    [trash, view, asked, columns, sort, savable, onView],
  );
  const { row } = active;
  useKey('e', () => (row === undefined ? false : navigate(`/customers/${row.id}?edit=1`)), {
    label: t('customers.keys.edit'),
    group: 'list',
  });

  return (
    <Page
      title={t(trash ? 'customers.trashTitle' : 'customers.title')}
      fixed
      actions={
        <>
          <div className={classes.search}>
            <SearchBox text={asked.text ?? ''} onChange={onSearch} onDone={onSearched} />
          </div>
          {!trash && <NewCustomerButton />}
        </>
      }
    >
      <div className={classes.frame} ref={frame}>
        {rail.shown && (
          <div className={classes.railPlace} data-over={rail.over || undefined}>
            <FilterRail
              filter={railFilter}
              facets={facets}
              tags={tags}
              trash={trash}
              active={parts.length > 0}
              onChange={onRailChange}
              onClear={clear}
              onHide={hideRail}
            />
          </div>
        )}
        <div className={classes.main}>
          <ListTools
            found={rows.loading ? null : rows.total}
            filterShown={rail.shown}
            filtering={chips.length > 0}
            onShowFilter={showRail}
            columns={columns}
            onExport={exporting.openAll}
            onColumns={onColumns}
          >
            {tabs}
          </ListTools>
          {exporting.dialog}
          {chips.length > 0 && (
            <FilterChips filter={asked} parts={chips} tags={tags} onChange={setFilter} onClear={clear} />
          )}
          {error !== null && (
            <div className={classes.failed}>
              <FailurePanel error={error} onRetry={retry} />
            </div>
          )}
          <div className={classes.table} data-waiting={waiting || undefined}>
            <CustomerTable
              label={t(trash ? 'customers.table.trashLabel' : 'customers.table.label')}
              rows={rows}
              columns={listColumns}
              tags={tags}
              selection={ticked.table}
              active={active.index}
              onActive={active.set}
              onRange={onRange}
              onOpen={open}
              onPreview={onPreview}
              onSort={onSort}
              empty={
                rows.total === 0 &&
                error === null && (
                  <EmptyList
                    filter={rows.query.filter}
                    parts={activeParts(rows.query.filter).filter((part) => !trash || part !== 'trashed')}
                    trash={trash}
                    tags={tags}
                    inTrash={current && !trash ? (facets?.trashed ?? 0) : 0}
                    onChange={setFilter}
                    onClear={clear}
                  />
                )
              }
            />
          </div>
          <BulkActions
            ticked={ticked}
            onExport={exporting.open}
            total={rows.total}
            filter={query.filter}
            tags={tags}
            trash={inTrash}
            active={row}
          />
        </div>
        {previewing && row !== undefined && (
          <div className={classes.preview}>
            <Preview
              id={row.id}
              name={row.name}
              tags={tags}
              onOpen={() => open(row)}
              onClose={() => setPreviewing(false)}
            />
          </div>
        )}
      </div>
    </Page>
  );
};

const NewCustomerButton = memo(function NewCustomerButton() {
  const { t } = useTranslation();
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={() => navigate('/customers/new')}>
      {t('customers.newCustomer')}
    </Button>
  );
});

const noTags: never[] = [];
