import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Undone } from '../../src-shared/changes.ts';
import { KeptList } from './kept-list.tsx';
import { KeyLayer } from './keys.tsx';

/** What an undo left alone because later changes touched it. */
export const KeptDialog = ({ undone, onClose }: { undone: Undone | null; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={undone !== null}
      onClose={onClose}
      size="lg"
      title={t('common.written.keptTitle')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Text size="sm" mb="xs">
          {t('common.written.keptExplained')}
        </Text>
        {undone !== null && (
          <KeptList
            kept={undone.kept}
            count={undone.keptCount}
            label={t('common.written.keptTitle')}
            onGo={onClose}
          />
        )}
      </KeyLayer>
    </Modal>
  );
};
