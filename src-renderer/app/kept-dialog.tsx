import { List, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Undone } from '../../src-shared/changes.ts';
import { fieldLabel } from '../i18n/describe-action.ts';
import { KeyLayer } from './keys.tsx';

/** What an undo left alone because later changes touched it. */
export const KeptDialog = ({ undone, onClose }: { undone: Undone | null; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={undone !== null}
      onClose={onClose}
      title={t('common.written.keptTitle')}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>
        <Text size="sm" mb="xs">
          {t('common.written.keptExplained')}
        </Text>
        <List size="sm">
          {undone?.kept.map((item, index) => (
            // The list is shown once and never reordered.
            // eslint-disable-next-line react/no-array-index-key
            <List.Item key={index}>
              {t('common.written.keptItem', { name: item.name, what: fieldLabel(t, item.what) })}
            </List.Item>
          ))}
        </List>
      </KeyLayer>
    </Modal>
  );
};
