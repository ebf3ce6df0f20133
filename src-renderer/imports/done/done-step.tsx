import { Anchor, Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconFileImport, IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/api.ts';
import { navigate } from '../../app/location.ts';
import { formatNumber } from '../../kit/format.ts';
import { filesText, sheetsText } from '../files-text.ts';
import type { ImportWork } from '../state.ts';
import { UndoDialog } from '../undo-dialog.tsx';
import classes from './done.module.css';

const shown = ['created', 'updated', 'skipped', 'doubtful'] as const;

/** What came of an import, and where to go from there. */
export const DoneStep = ({ work, onAnother }: { work: ImportWork; onAnother: () => void }) => {
  const { t } = useTranslation();
  const { archive } = useApi();
  const [asking, setAsking] = useState(false);
  const { data: batches } = useQuery(archive.imports.list.queryOptions());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { result } = work;
  if (result === null) return null;
  const { changeId } = result;
  // Undone here, by Ctrl+Z, in the history or in another window: the list of imports knows.
  const undone = batches?.find((batch) => batch.changeId === changeId)?.inEffect === false;
  const nothing = changeId === 0 || result.created + result.updated === 0;
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
        {nothing && <Text>{t('imports.done.nothingBody')}</Text>}
        {undone && <Text>{t('imports.done.undoneBody')}</Text>}
        {!undone && (
          <dl className={classes.counts}>
            {shown.map((name) => (
              <Paper key={name} withBorder p="sm" className={classes.count} data-sign={name}>
                <dt>{t(`imports.done.${name}`)}</dt>
                <dd>{formatNumber(result[name])}</dd>
              </Paper>
            ))}
          </dl>
        )}
        {!undone && !nothing && result.doubtful > 0 && (
          <Anchor
            size="sm"
            href={`#/customers?doubtful=1&changeId=${changeId}`}
            onClick={(event) => {
              event.preventDefault();
              navigate(`/customers?doubtful=1&changeId=${changeId}`);
            }}
          >
            {t('imports.done.doubtfulShow')}
          </Anchor>
        )}
        <Group gap="xs">
          {!undone && !nothing && (
            <>
              <Button
                leftSection={<IconUsers size={16} />}
                onClick={() => navigate(`/customers?changeId=${changeId}`)}
              >
                {t('imports.done.show')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} />}
                onClick={() => setAsking(true)}
              >
                {t('imports.done.undo')}
              </Button>
            </>
          )}
          <Button
            variant={nothing || undone ? 'filled' : 'default'}
            leftSection={<IconFileImport size={16} />}
            onClick={onAnother}
          >
            {t('imports.done.another')}
          </Button>
        </Group>
      </Stack>
      <UndoDialog
        batch={asking ? { changeId, file: filesText(t, work) } : null}
        onClose={() => setAsking(false)}
      />
    </div>
  );
};
