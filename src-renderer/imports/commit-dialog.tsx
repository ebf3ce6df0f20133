import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../app/keys.tsx';
import type { WorkShown } from '../app/long-work.ts';
import { ProgressPanel } from '../kit/progress-panel.tsx';
import { useDelayed } from '../kit/use-delayed.ts';

/** The writing of an import: how far, how fast, how long still, and a way out. Escape alone does not cancel it. */
export const CommitDialog = ({ work }: { work: WorkShown }) => {
  const { t } = useTranslation();
  const { running, progress, cancel } = work;
  const shown = useDelayed(running, 150);
  const rate = progress?.phase === 'writing' ? progress.rate : null;
  return (
    <Modal
      opened={shown}
      onClose={cancel}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('imports.commit.running')}
    >
      <KeyLayer>
        <ProgressPanel work={work} />
        <Text size="xs" c="dimmed" mt="xs" className="numeric">
          {rate !== null && `${t('imports.commit.rate', { rate: Math.round(rate) })}　`}
          {t('imports.commit.safe')}
        </Text>
      </KeyLayer>
    </Modal>
  );
};
