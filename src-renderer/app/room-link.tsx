import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { navigate } from './location.ts';

/** A link to another room of the program, `/customers/7`; it can also be opened in a tab of its own. */
export const RoomLink = ({
  to,
  onGo,
  children,
  ...rest
}: AnchorProps & { to: string; onGo?: () => void; children: ReactNode }) => (
  <Anchor
    {...rest}
    href={`#${to}`}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onGo?.();
      navigate(to);
    }}
  >
    {children}
  </Anchor>
);
