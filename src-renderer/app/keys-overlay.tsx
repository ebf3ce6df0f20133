import { Group, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../kit/key-hint.tsx';
import { onCommand } from './commands.ts';
import { useKey, useListedKeys, type KeyGroup } from './keys.tsx';

const groups: readonly KeyGroup[] = ['anywhere', 'list', 'customer', 'form'];

/** `?` lists every key that works where one is now. */
export const KeysOverlay = () => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { keys, refresh } = useListedKeys();
  const open = useCallback(() => {
    refresh();
    setOpened(true);
  }, [refresh]);
  useKey('?', open, { label: t('keys.showKeys') });
  useEffect(() => onCommand('keys', open), [open]);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t('keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <SimpleGrid cols={2} spacing="xl">
        {groups.map((group) => {
          const listed = keys.filter((key) => key.group === group);
          if (listed.length === 0) return null;
          return (
            <Stack key={group} gap={6}>
              <Title order={3}>{t(`keys.group.${group}`)}</Title>
              {listed.map((key) => (
                <Group key={key.combos.join(' ') + key.label} justify="space-between" wrap="nowrap">
                  <Text size="sm">{key.label}</Text>
                  <Group gap="xs" wrap="nowrap">
                    {key.combos
                      .filter((combo) => !combo.startsWith('shift+'))
                      .map((combo) => (
                        <KeyHint key={combo} keys={combo} />
                      ))}
                  </Group>
                </Group>
              ))}
            </Stack>
          );
        })}
      </SimpleGrid>
    </Modal>
  );
};
