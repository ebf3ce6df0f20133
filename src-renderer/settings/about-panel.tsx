import { Button, Group, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconKeyboard, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api.ts';
import { runCommand } from '../app/commands.ts';
import { useFailureToast } from '../app/failures/use-failure-toast.tsx';
import { useHostInfo } from '../app/host-info.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Panel } from '../kit/panel.tsx';
import classes from './settings.module.css';

/** Which version runs, on what. */
export const AboutPanel = () => {
  const { t } = useTranslation();
  const host = useHostInfo();
  const { client } = useApi();
  const clipboard = useClipboard();
  const tellFailure = useFailureToast();
  if (host === undefined) return null;
  const copyDiagnostics = async (): Promise<void> => {
    clipboard.copy(await client.archive.archive.diagnostics());
    notifications.show({
      message: t('settings.about.diagnosticsCopied'),
      closeButtonProps: { 'aria-label': t('common.action.close') },
    });
  };
  const versions = Object.entries(host.versions);
  const text = [
    `${t('common.appName')} ${host.appVersion}`,
    host.platform,
    ...versions.map((pair) => pair.join(' ')),
  ];
  return (
    <Panel
      title={t('settings.about.title')}
      description={t('settings.about.what')}
      actions={<CopyButton value={text.join('\n')} label={t('settings.about.copy')} />}
    >
      <Stack>
        <dl className={classes.facts}>
          <dt>{t('settings.about.version')}</dt>
          <dd>{host.appVersion}</dd>
          <dt>{t('settings.about.platform')}</dt>
          <dd>{host.platform}</dd>
          {versions.map(([name, version]) => (
            <Text key={name} component="div" style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </Text>
          ))}
        </dl>
        <Group>
          <Button
            variant="default"
            leftSection={<IconKeyboard size={16} />}
            onClick={() => runCommand('keys')}
          >
            {t('settings.about.keys')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconStethoscope size={16} />}
            onClick={() => copyDiagnostics().catch(tellFailure)}
          >
            {t('settings.about.diagnostics')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('settings.about.diagnosticsHint')}
        </Text>
      </Stack>
    </Panel>
  );
};
