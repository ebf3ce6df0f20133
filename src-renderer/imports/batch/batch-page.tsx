import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { navigate } from '../../app/location.ts';
import { RoomLink } from '../../app/room-link.tsx';
import { DateText } from '../../kit/date-text.tsx';
import { Page } from '../../kit/page.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchCounts } from './batch-counts.tsx';
import { BatchUndone } from './batch-undone.tsx';
import { Leftovers } from './leftovers.tsx';
import { batchFiles, batchSheets } from './sources-text.ts';

/** One import that was done, for ever: what came in and from where, what stayed behind, and undo. */
export const BatchPage = ({ changeId }: { changeId: number }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { data, error, refetch } = useQuery(archive.imports.get.queryOptions({ input: { changeId } }));
  const another = (
    <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => navigate('/import')}>
      {t('batches.toImport')}
    </Button>
  );
  if (error !== null)
    return (
      <Page title={t('batches.title')}>
        <FailurePanel error={error} onRetry={() => void refetch()}>
          {another}
        </FailurePanel>
      </Page>
    );
  return (
    <Page title={data === undefined ? t('batches.title') : batchFiles(t, data)} actions={another}>
      {data !== undefined && (
        <Stack gap="lg">
          <Text size="sm" c="dimmed">
            {t('batches.from', { actor: data.actor, sheet: batchSheets(t, data) })} <DateText at={data.at} />
          </Text>
          {data.undo !== null && <BatchUndone undo={data.undo} />}
          <BatchCounts counts={data} />
          {data.inEffect && data.doubtful > 0 && (
            <RoomLink size="sm" to={`/customers?doubtful=1&changeId=${changeId}`}>
              {t('imports.done.doubtfulShow')}
            </RoomLink>
          )}
          <BatchActions batch={data} />
          <Leftovers details={data} />
        </Stack>
      )}
    </Page>
  );
};
