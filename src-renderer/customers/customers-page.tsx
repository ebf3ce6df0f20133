import { ActionIcon, Button, Indicator, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn, CustomerFilter, CustomerRow } from '../../src-shared/customers.ts';
import { useApi } from '../app/api.ts';
import { FailurePanel } from '../app/failures/failure-panel.tsx';
import { useKey } from '../app/keys.tsx';
import { navigate, useHashSearch } from '../app/location.ts';
import { usePreferences, useUpdatePreferences } from '../app/preferences.ts';
import { Page } from '../kit/page.tsx';
import { BulkActions } from './bulk/bulk-actions.tsx';
import classes from './customers-page.module.css';
import { EmptyList } from './empty-list.tsx';
import { FilterChips } from './filter/filter-chips.tsx';
import { FilterRail } from './filter/filter-rail.tsx';
import { activeParts, withoutParts } from './filter/parts.ts';
import { placeOf, rememberPlace } from './last-place.ts';
import { Preview } from './preview.tsx';
import { SearchBox } from './search-box.tsx';
import { ColumnMenu } from './table/column-menu.tsx';
import type { ListColumn } from './table/columns.ts';
import { CustomerTable } from './table/customer-table.tsx';
import { useCustomerRows } from './use-customer-rows.ts';
import { useFacets } from './use-facets.ts';
import { useListAddress } from './use-list-address.ts';
import { useTicked } from './use-ticked.ts';
import { useViews } from './views/use-views.ts';
import { ViewTabs } from './views/view-tabs.tsx';

const open = ({ id }: CustomerRow): void => navigate(`/customers/${id}`);

/** The list of customers; with `trash`, of those in the trash. */
export const CustomersPage = ({ trash = false }: { trash?: boolean }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const path = trash ? '/trash' : '/customers';
  const place = `${path}?${useHashSearch()}`;
  const { filter: asked, sort, view, columns: viewColumns, go } = useListAddress(path);
  const preferences = usePreferences();
  const update = useUpdatePreferences();
  const frame = useRef<HTMLDivElement>(null);
  const inSight = useRef<[number, number]>([0, 0]);

  const query = useMemo(
    () => ({ filter: trash ? { ...asked, trashed: true } : asked, sort }),
    [asked, sort, trash],
  );
  const list = useCustomerRows(query);
  const { facets, current } = useFacets(query.filter);
  const { data: tags = [] } = useQuery(archive.tags.list.queryOptions());
  const views = useViews();
  const ticked = useTicked(list, query.filter, () =>
    Math.floor((inSight.current[0] + inSight.current[1]) / 2),
  );

  const [active, setActive] = useState<number | null>(() => placeOf(place));
  const [previewing, setPreviewing] = useState(false);
  const shownKey = JSON.stringify(list.shown);
  const [shownBefore, setShownBefore] = useState(shownKey);
  if (shownKey !== shownBefore) {
    setShownBefore(shownKey);
    setActive(null);
  }
  useEffect(() => rememberPlace(place, active), [place, active]);
  const row = active === null ? undefined : list.rowAt(Math.min(active, list.total - 1));

  const narrow = useMediaQuery('(max-width: 1000px)', window.innerWidth <= 1000) === true;
  const [railOver, setRailOver] = useState(false);
  const railShown = narrow ? railOver : !preferences.filterRailCollapsed;
  const showRail = (shown: boolean): void => {
    if (narrow) setRailOver(shown);
    else update({ filterRailCollapsed: !shown });
  };

  const columns: readonly CustomerColumn[] = viewColumns ?? preferences.columns;
  const listColumns = useMemo(
    (): readonly ListColumn[] => (trash ? [...columns, 'trashedAt'] : columns),
    [columns, trash],
  );
  const setFilter = (filter: CustomerFilter): void =>
    go({ filter: trash ? withoutParts(filter, ['trashed']) : filter });
  const clear = (): void => setFilter({});
  const parts = activeParts(asked);
  const chips = parts.filter((part) => part !== 'text');

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
            <SearchBox
              text={asked.text ?? ''}
              onChange={(text) => {
                const filter = { ...asked, text: text === '' ? undefined : text };
                // The first letter is a step that Back takes back; those after it belong to the same search.
                go({ filter }, { replace: asked.text !== undefined });
              }}
              onDone={() => {
                frame.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
                if (active === null && list.total > 0) setActive(0);
              }}
            />
          </div>
          {!trash && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => navigate('/customers/new')}>
              {t('customers.newCustomer')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.frame} ref={frame}>
        {railShown && (
          <div className={classes.railPlace} data-over={narrow || undefined}>
            <FilterRail
              filter={query.filter}
              facets={facets}
              tags={tags}
              trash={trash}
              active={parts.length > 0}
              onChange={setFilter}
              onClear={clear}
              onHide={() => showRail(false)}
            />
          </div>
        )}
        <div className={classes.main}>
          <div className={classes.tools}>
            {!railShown && (
              <Tooltip label={t('customers.filter.show')}>
                <Indicator disabled={chips.length === 0} size={8} offset={4}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('customers.filter.show')}
                    aria-expanded={false}
                    onClick={() => showRail(true)}
                  >
                    <IconFilter size={18} />
                  </ActionIcon>
                </Indicator>
              </Tooltip>
            )}
            {trash ? (
              <span className={classes.spring} />
            ) : (
              <ViewTabs
                views={views}
                opened={view}
                content={{ filter: asked, columns, sort }}
                savable={parts.length > 0 || sort !== null}
                onOpen={(opened) =>
                  go(
                    opened === null
                      ? { filter: {}, sort: null, view: null, columns: null }
                      : {
                          filter: opened.filter,
                          sort: opened.sort,
                          view: opened.id,
                          columns: opened.columns,
                        },
                  )
                }
              />
            )}
            <span className={classes.found} role="status">
              {list.loading ? '' : t('customers.table.found', { count: list.total })}
            </span>
            <ColumnMenu
              columns={columns}
              onChange={(next) =>
                viewColumns === null ? update({ columns: next }) : go({ columns: next }, { replace: true })
              }
            />
          </div>
          <FilterChips filter={asked} parts={chips} tags={tags} onChange={setFilter} onClear={clear} />
          {list.error !== null && (
            <div className={classes.failed}>
              <FailurePanel error={list.error} onRetry={list.retry} />
            </div>
          )}
          <div className={classes.table} data-waiting={list.waiting || undefined}>
            <CustomerTable
              label={t(trash ? 'customers.table.trashLabel' : 'customers.table.label')}
              list={list}
              columns={listColumns}
              tags={tags}
              selection={ticked.table}
              active={active}
              onActive={setActive}
              onRange={(first, last) => {
                inSight.current = [first, last];
              }}
              onOpen={open}
              onPreview={() => setPreviewing(!previewing)}
              onSort={(next) => go({ sort: next })}
              empty={
                list.error === null && (
                  <EmptyList
                    filter={list.shown.filter}
                    parts={activeParts(list.shown.filter).filter((part) => !trash || part !== 'trashed')}
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
            total={list.total}
            filter={query.filter}
            tags={tags}
            trash={query.filter.trashed === true}
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
