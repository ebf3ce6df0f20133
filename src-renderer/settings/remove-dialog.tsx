import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Written } from '../../src-shared/changes.ts';
import type { WorkEvent } from '../../src-shared/progress.ts';
import { useTellFailure } from '../app/failures/use-failure-toast.tsx';
import { useLongWork } from '../app/long-work.ts';
import { useWritten } from '../app/written.tsx';
import { ConfirmModal } from '../kit/confirm-modal.tsx';
import { ProgressPanel } from '../kit/progress-panel.tsx';

/** From so many customers on it takes long enough to be watched. */
const worthWatching = 1_000;

/**
 * Asks before something goes that customers have, such as a tag or a field, and takes it off them.
 *
 * @param action names what is deleted
 * @param count how many customers have it
 */
export const RemoveDialog = ({
  title,
  action,
  id,
  count,
  remove,
  onClose,
  children,
}: {
  title: string;
  action: string;
  id: number;
  count: number;
  remove: (input: { id: number }) => Promise<AsyncIterator<WorkEvent, Written, unknown>>;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { announce } = useWritten();
  const removing = useLongWork(remove, useTellFailure());
  const confirm = async (): Promise<void> => {
    const written = await removing.start({ id });
    if (written !== null) announce(written);
    onClose();
  };
  return (
    <ConfirmModal
      opened
      title={title}
      action={action}
      danger
      busy={removing.running}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack gap="sm">
        {children}
        {removing.running && count >= worthWatching && <ProgressPanel label={action} work={removing} />}
      </Stack>
    </ConfirmModal>
  );
};
