import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { FailureNote } from '../app/failures/failure-panel.tsx';
import { useLongWork } from '../app/long-work.ts';
import { formatBytes, formatWhen } from '../kit/format.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import classes from './protection.module.css';
import { useOpenBackups, type OpenBackup } from './use-open-backups.ts';

/** Backups that open without the password, none of them ticked: which go is for the owner to say. */
export const OpenBackups = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation();
  const { archive, client } = useApi();
  const open = useOpenBackups();
  const { data: state } = useQuery(archive.backups.state.queryOptions());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const removing = useLongWork(client.archive.backups.removeOpen);
  if (open === undefined) return null;
  const chosen = open.flatMap(({ sha256 }) => (ticked.has(sha256) ? [sha256] : []));

  const words = ({ madeAt, reason, counts, sizeBytes, places }: OpenBackup): string =>
    [
      formatWhen(madeAt),
      t(`backups.reason.${reason}`),
      t('backups.list.customers', { count: counts.customers }),
      formatBytes(sizeBytes),
      ...places.map((place) => t(`backups.place.${place}`)),
    ].join(' · ');
  const tick = (some: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const sha256 of some) {
      if (on) next.add(sha256);
      else next.delete(sha256);
    }
    setTicked(next);
  };

  if (removing.running)
    return <ProgressPanel takesFocus label={t('protection.open.removing')} work={removing} />;
  return (
    <Stack gap="md">
      {removing.result !== null && (
        <Text size="sm" fw={600} role="status">
          {t('protection.open.removed', { count: removing.result.removed })}
        </Text>
      )}
      {open.length === 0 ? (
        <Text size="sm">{t('protection.open.none')}</Text>
      ) : (
        <>
          <Text size="sm">{t('protection.open.lead', { count: open.length })}</Text>
          <div role="group" aria-label={t('protection.open.title')}>
            <Stack gap={8} className={classes.openBackups}>
              {open.length > 1 && (
                <Checkbox
                  label={t('protection.open.all', { count: open.length })}
                  checked={chosen.length === open.length}
                  indeterminate={chosen.length > 0 && chosen.length < open.length}
                  onChange={(event) =>
                    tick(
                      open.map(({ sha256 }) => sha256),
                      event.currentTarget.checked,
                    )
                  }
                />
              )}
              {open.map((backup) => (
                <Checkbox
                  key={backup.sha256}
                  label={words(backup)}
                  checked={ticked.has(backup.sha256)}
                  onChange={(event) => tick([backup.sha256], event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </div>
          <Text size="sm" c="dimmed">
            {t('protection.open.newFirst')}
          </Text>
        </>
      )}
      {state?.second?.state === 'notConnected' && (
        <Text size="sm">{t('protection.open.notConnected', { path: state.second.path })}</Text>
      )}
      {removing.failure !== null && <FailureNote failure={removing.failure} />}
      <Group justify="flex-end" gap="xs">
        {open.length > 0 && (
          <Button
            color="red"
            variant="light"
            leftSection={<IconTrash size={16} />}
            disabled={chosen.length === 0}
            onClick={() => void removing.start({ sha256: chosen })}
          >
            {chosen.length === 0
              ? t('protection.open.removeNone')
              : t('protection.open.remove', { count: chosen.length })}
          </Button>
        )}
        <Button data-autofocus onClick={onDone}>
          {t(open.length > 0 ? 'protection.open.keep' : 'protection.open.finish')}
        </Button>
      </Group>
    </Stack>
  );
};
