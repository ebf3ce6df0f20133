import { CloseButton, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './banner.module.css';

/** A line above the room that stays until what it says is settled. `onDismiss` is offered as a cross where given. */
export const Banner = ({
  kind,
  children,
  actions,
  onDismiss,
}: {
  kind: 'doubt' | 'danger' | 'hint';
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}) => {
  const { t } = useTranslation();
  const Icon = kind === 'hint' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.banner} data-kind={kind} role="status">
      <Icon size={18} className={classes.icon} aria-hidden />
      <Text size="sm" component="div" className={classes.text}>
        {children}
      </Text>
      <Group gap="xs" wrap="nowrap">
        {actions}
        {onDismiss !== undefined && (
          <CloseButton size="sm" aria-label={t('common.action.close')} onClick={onDismiss} />
        )}
      </Group>
    </div>
  );
};
