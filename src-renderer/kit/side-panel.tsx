import { CloseButton, Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../app/keys.tsx';
import classes from './side-panel.module.css';

/** A panel beside the content that leaves the content usable. Escape closes it. */
export const SidePanel = ({
  title,
  actions,
  width = 380,
  onClose,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  width?: number;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const id = useId();
  useKey('escape', onClose);
  return (
    <aside className={classes.panel} style={{ width }} aria-labelledby={id}>
      <Group className={classes.head} justify="space-between" wrap="nowrap">
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        <Group gap={4} wrap="nowrap">
          {actions}
          <CloseButton aria-label={t('common.action.close')} onClick={onClose} />
        </Group>
      </Group>
      {/* Scrolls, so it must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.body} tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
    </aside>
  );
};
