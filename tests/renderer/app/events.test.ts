import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { invalidateFor } from '../../../src-renderer/app/events.ts';

const stale = (queryClient: QueryClient): string[] =>
  queryClient
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.isInvalidated)
    .map((query) => (query.queryKey[0] as string[]).join('.'))
    .sort();

const filled = (): QueryClient => {
  const queryClient = new QueryClient();
  for (const path of [
    ['archive', 'customers', 'list'],
    ['archive', 'tags', 'list'],
    ['archive', 'views', 'list'],
    ['archive', 'drafts', 'list'],
    ['archive', 'backups', 'state'],
    ['archive', 'archive', 'state'],
    ['archive', 'settings', 'get'],
    ['host', 'info'],
  ])
    queryClient.setQueryData([path, {}], {});
  return queryClient;
};

test('a change of customers makes the list, the counts of tags and views and the total fetch again, and no draft', async () => {
  const queryClient = filled();
  await invalidateFor(queryClient, { topics: ['customers'], changeId: 7, customerIds: [3] });
  expect(stale(queryClient)).toEqual([
    'archive.archive.state',
    'archive.customers.list',
    'archive.tags.list',
    'archive.views.list',
  ]);
});

test('another archive makes everything of the archive fetch again, and nothing of the host', async () => {
  const queryClient = filled();
  await invalidateFor(queryClient, { topics: ['archive'], changeId: null, customerIds: null });
  expect(stale(queryClient)).toEqual([
    'archive.archive.state',
    'archive.backups.state',
    'archive.customers.list',
    'archive.drafts.list',
    'archive.settings.get',
    'archive.tags.list',
    'archive.views.list',
  ]);
});

test('a backup touches only the backups', async () => {
  const queryClient = filled();
  await invalidateFor(queryClient, { topics: ['backups'], changeId: null, customerIds: null });
  expect(stale(queryClient)).toEqual(['archive.backups.state']);
});
