import { Button, Popover } from '@mantine/core';
import type { ReactNode } from 'react';

interface PickerButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly children: ReactNode;
}

/** A button of the bulk bar that opens a picker above it. */
export const PickerButton = ({ label, icon, opened, onChange, children }: PickerButtonProps) => (
  <Popover opened={opened} onChange={onChange} position="top-start" trapFocus returnFocus>
    <Popover.Target>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={icon}
        aria-expanded={opened}
        onClick={() => onChange(!opened)}
      >
        {label}
      </Button>
    </Popover.Target>
    <Popover.Dropdown p="xs" aria-label={label}>
      {children}
    </Popover.Dropdown>
  </Popover>
);
