import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkShown } from '../app/long-work.ts';
import { formatDuration } from './format.ts';

/** How far long work has come: what is done, counts, time left, and a way to cancel. */
export const ProgressPanel = ({
  work: { progress, cancel, cancelling, notCancelled },
  label,
  cancellable = true,
  takesFocus = false,
}: {
  work: Omit<WorkShown, 'running'>;
  label?: string;
  /** Not in steps that cannot be taken back any more. */
  cancellable?: boolean;
  /** Where it takes the place of what had the focus. Not the button gets it: a second Enter must not cancel. */
  takesFocus?: boolean;
}) => {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const total = progress?.total ?? null;
  const share = progress === null || total === null || total === 0 ? null : (progress.done / total) * 100;
  const step =
    progress === null ? (label ?? t('common.loading')) : t(`common.progress.phase.${progress.phase}`);
  const phase = cancelling ? t('common.progress.cancelling') : step;
  const secondsLeft = progress?.secondsLeft ?? null;
  return (
    <Stack gap="xs" ref={panel} tabIndex={takesFocus ? -1 : undefined} style={{ outline: 'none' }}>
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
            !cancelling &&
            `　${secondsLeft < 2 ? t('common.progress.almostDone') : t('common.progress.timeLeft', { time: formatDuration(secondsLeft) })}`}
        </Text>
        {cancellable && (
          // It keeps the focus: there is nowhere else for it to go.
          <Button
            size="xs"
            variant="default"
            data-disabled={cancelling || undefined}
            aria-disabled={cancelling}
            onClick={cancel}
          >
            {t('common.action.cancel')}
          </Button>
        )}
      </Group>
      {notCancelled && (
        <Text size="sm" c="var(--sign-danger)" role="alert">
          {t('common.progress.notCancelled')}
        </Text>
      )}
    </Stack>
  );
};
