import { Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplateButton } from '../template-button.tsx';
import { EarlierImports } from './earlier-imports.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import classes from './start.module.css';

/** Choosing the file, with the files that were imported before below it. */
export const StartStep = ({
  busy,
  onPick,
  onPasted,
}: {
  busy: boolean;
  onPick: () => void;
  onPasted: (files: readonly File[]) => void;
}) => {
  const { t } = useTranslation();
  const [pasting, setPasting] = useState(false);
  return (
    // Scrolls, so it must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('imports.title')}>
      <Stack className={classes.column} gap="lg">
        <section className={classes.zone} aria-labelledby="drop-title">
          <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
            <IconFileSpreadsheet size={28} stroke={1.5} />
          </ThemeIcon>
          <Title order={2} id="drop-title">
            {t('imports.start.title')}
          </Title>
          <Text size="sm" className={classes.lead}>
            {t('imports.start.body')}
          </Text>
          <Group gap="sm" justify="center">
            <Button
              size="md"
              leftSection={<IconFolderOpen size={18} />}
              loading={busy}
              onClick={onPick}
              data-autofocus
            >
              {t('imports.start.pick')}
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<IconClipboardText size={18} />}
              disabled={busy}
              onClick={() => setPasting(true)}
            >
              {t('imports.start.paste')}
            </Button>
          </Group>
          <PasteDialog opened={pasting} onClose={() => setPasting(false)} onFiles={onPasted} />
          <Text size="xs" c="dimmed">
            {t('imports.start.formats')}
          </Text>
          <Group gap={4} justify="center">
            <Text size="xs" c="dimmed">
              {t('batches.template.hint')}
            </Text>
            <TemplateButton />
          </Group>
        </section>
        <EarlierImports />
      </Stack>
    </div>
  );
};
