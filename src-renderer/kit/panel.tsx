import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A bordered group of things with a heading; a landmark of the screen. */
export const Panel = ({ title, description, actions, children }: PanelProps) => {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <SectionHead id={id} title={title} description={description} actions={actions} />
      {children}
    </Paper>
  );
};

/** The same without a border. */
export const Section = ({ title, description, actions, children }: PanelProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} description={description} actions={actions} />
      {children}
    </section>
  );
};

const SectionHead = ({ id, title, description, actions }: Omit<PanelProps, 'children'> & { id: string }) => (
  <Group justify="space-between" align="flex-start" mb="sm" wrap="nowrap">
    <Stack gap={2}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {description !== undefined && (
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      )}
    </Stack>
    {actions !== undefined && <Group gap="xs">{actions}</Group>}
  </Group>
);
