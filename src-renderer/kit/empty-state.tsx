import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { use, type ComponentType, type ReactNode } from 'react';
import { InPage } from './in-page.ts';

/** An empty place that says what to do next. */
export const EmptyState = ({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) => {
  // Where nothing else on the screen is its heading, this is.
  const order = use(InPage) ? 2 : 1;
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="xs" maw={420} ta="center">
        {Icon !== undefined && (
          <ThemeIcon size={48} variant="light" radius="xl" aria-hidden>
            <Icon size={26} stroke={1.5} />
          </ThemeIcon>
        )}
        <Title order={order}>{title}</Title>
        {children !== undefined && (
          <Text size="sm" c="dimmed" component="div">
            {children}
          </Text>
        )}
        {actions !== undefined && <Stack gap="xs">{actions}</Stack>}
      </Stack>
    </Center>
  );
};
