import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import classes from './filter.module.css';

interface RailSectionProps {
  readonly title: string;
  /** Whether it narrows the list now: such a section stands open and says so. */
  readonly active: boolean;
  readonly initiallyOpen?: boolean;
  /** Stands beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One dimension of the filter, which folds. What is folded away is not drawn. */
export const RailSection = ({ title, active, initiallyOpen = false, aside, children }: RailSectionProps) => {
  const [open, setOpen] = useState<boolean | null>(null);
  const shown = open ?? (initiallyOpen || active);
  const id = useId();
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <UnstyledButton
          className={classes.sectionTitle}
          aria-expanded={shown}
          aria-controls={id}
          data-active={active || undefined}
          onClick={() => setOpen(!shown)}
        >
          <IconChevronRight
            size={14}
            className={classes.chevron}
            data-open={shown || undefined}
            aria-hidden
          />
          {title}
        </UnstyledButton>
        {aside}
      </div>
      <Collapse expanded={shown} id={id} transitionDuration={0} keepMounted={false}>
        <div className={classes.sectionBody}>{children}</div>
      </Collapse>
    </section>
  );
};
