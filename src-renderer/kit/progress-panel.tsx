import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Pace } from '../app/long-work.ts';
import { formatDuration } from './format.ts';

/** How far long work has come: what is done, counts, time left, and a way to cancel. */
export const ProgressPanel = ({
  label,
  progress,
  onCancel,
}: {
  label?: string;
  progress: Pace | null;
  onCancel?: () => void;
}) => {
  const { t } = useTranslation();
  const total = progress?.total ?? null;
  const share = progress === null || total === null || total === 0 ? null : (progress.done / total) * 100;
  const phase =
    progress === null ? (label ?? t('common.loading')) : t(`common.progress.phase.${progress.phase}`);
  const secondsLeft = progress?.secondsLeft ?? null;
  return (
    <Stack gap="xs">
      {label !== undefined && progress !== null && <Text fw={600}>{label}</Text>}
      <Progress
        value={share ?? 100}
        animated={share === null}
        striped={share === null}
        aria-label={label ?? phase}
      />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" className="numeric" aria-live="polite">
          {phase}
          {progress !== null &&
            total !== null &&
            total > 1 &&
            `　${t('common.progress.counts', { done: progress.done, total })}`}
          {progress !== null &&
            total === null &&
            progress.done > 0 &&
            `　${t('common.progress.countOnly', { done: progress.done })}`}
          {secondsLeft !== null &&
            `　${secondsLeft < 2 ? t('common.progress.almostDone') : t('common.progress.timeLeft', { time: formatDuration(secondsLeft) })}`}
        </Text>
        {onCancel !== undefined && (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.action.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
