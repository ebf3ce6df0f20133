import { Button, Center, Code, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../location.ts';

const CrashScreen = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const { t } = useTranslation();
  return (
    <Center h="100%" p="xl" role="alert">
      <Stack maw={520} gap="sm">
        <Title order={1} size="h3">
          {t('common.crash.title')}
        </Title>
        <Text>{t('common.crash.what')}</Text>
        <Text>{t('common.crash.next')}</Text>
        <Group>
          <Button onClick={onRetry}>{t('common.action.retry')}</Button>
          <Button
            variant="default"
            onClick={() => {
              navigate('/customers');
              onRetry();
            }}
          >
            {t('common.crash.toCustomers')}
          </Button>
        </Group>
        <Spoiler maxHeight={0} showLabel={t('common.crash.details')} hideLabel={t('common.action.close')}>
          <Code block>{error.stack ?? String(error)}</Code>
        </Spoiler>
      </Stack>
    </Center>
  );
};

/** Keeps a crash while drawing inside its frame: the rest of the program stays usable. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <CrashScreen error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
