import { Alert, Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { IconCheck, IconFileImport, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { FailurePanel } from '../../app/failures/failure-panel.tsx';
import { RoomLink } from '../../app/room-link.tsx';
import { BatchActions } from '../batch/batch-actions.tsx';
import { BatchCounts } from '../batch/batch-counts.tsx';
import { BatchUndone } from '../batch/batch-undone.tsx';
import { Leftovers } from '../batch/leftovers.tsx';
import { filesText, sheetsText } from '../files-text.ts';
import type { ImportWork } from '../state.ts';
import { TemplateButton } from '../template-button.tsx';
import classes from './done.module.css';

/** What came of an import, and where to go from there. */
export const DoneStep = ({ work, onAnother }: { work: ImportWork; onAnother: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const { result } = work;
  const changeId = result?.changeId ?? 0;
  // Undone here, by Ctrl+Z, in the history or in another window: the archive knows.
  const { data, error, refetch } = useQuery(
    archive.imports.get.queryOptions({ input: changeId === 0 ? skipToken : { changeId } }),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (result === null) return null;
  const nothing = changeId === 0;
  const undone = data?.inEffect === false;
  const title = nothing ? 'imports.done.nothing' : undone ? 'imports.done.undoneTitle' : 'imports.done.title';
  return (
    <div className={classes.scroll}>
      <Stack className={classes.column} gap="lg">
        <Group wrap="nowrap" gap="md">
          <ThemeIcon
            size={44}
            radius="xl"
            variant="light"
            color={nothing || undone ? 'gray' : 'green'}
            aria-hidden
          >
            {nothing || undone ? <IconInfoCircle size={24} /> : <IconCheck size={24} />}
          </ThemeIcon>
          <div>
            <Title order={2} ref={heading} tabIndex={-1} className={classes.heading}>
              {t(title)}
            </Title>
            <Text size="sm" c="dimmed">
              {t('imports.done.from', { file: filesText(t, work), sheet: sheetsText(t, work) })}
            </Text>
          </div>
        </Group>
        {work.cancelledTooLate && !nothing && !undone && (
          <Alert color="blue" icon={<IconInfoCircle size={18} />} role="status">
            {t('imports.done.tooLate')}
          </Alert>
        )}
        {nothing && <Text>{t('imports.done.nothingBody')}</Text>}
        {error !== null && <FailurePanel error={error} onRetry={() => void refetch()} />}
        {data?.undo != null ? <BatchUndone undo={data.undo} /> : <BatchCounts counts={result} />}
        {data !== undefined && data.inEffect && data.doubtful > 0 && (
          <RoomLink size="sm" to={`/customers?doubtful=1&changeId=${changeId}`}>
            {t('imports.done.doubtfulShow')}
          </RoomLink>
        )}
        <Group gap="xs">
          {data !== undefined && <BatchActions batch={data} />}
          <Button
            variant={nothing || undone ? 'filled' : 'default'}
            leftSection={<IconFileImport size={16} />}
            onClick={onAnother}
          >
            {t('imports.done.another')}
          </Button>
          {nothing && <TemplateButton size="sm" />}
        </Group>
        {data !== undefined && <Leftovers details={data} />}
      </Stack>
    </div>
  );
};
