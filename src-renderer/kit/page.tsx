import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { InPage } from './in-page.ts';
import classes from './page.module.css';

/** A screen: a header that stays, and a body that scrolls, or lays itself out when `fixed`. */
export const Page = ({
  title,
  actions,
  fixed = false,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  fixed?: boolean;
  children: ReactNode;
}) => (
  <InPage value>
    <div className={classes.page}>
      <Group component="header" className={classes.header} justify="space-between" wrap="nowrap">
        <Title order={1}>{title}</Title>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {fixed ? (
        <div className={classes.fixed}>{children}</div>
      ) : (
        <div className={classes.scroll}>
          <div className={classes.column}>{children}</div>
        </div>
      )}
    </div>
  </InPage>
);
