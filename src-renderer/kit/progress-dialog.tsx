import { Modal } from '@mantine/core';
import { KeyLayer } from '../app/keys.tsx';
import type { WorkShown } from '../app/long-work.ts';
import { ProgressPanel } from './progress-panel.tsx';
import { useDelayed } from './use-delayed.ts';

/** Long work that nothing else may be done beside; shown only when it takes longer than a moment. */
export const ProgressDialog = ({ label, work }: { label: string; work: WorkShown }) => {
  const shown = useDelayed(work.running, 400);
  return (
    <Modal
      opened={shown}
      onClose={work.cancel}
      withCloseButton={false}
      closeOnClickOutside={false}
      title={label}
      trapFocus
    >
      <KeyLayer>
        <ProgressPanel work={work} />
      </KeyLayer>
    </Modal>
  );
};
