import { CloseButton } from '@mantine/core';
import classes from './tag-chip.module.css';

/** A coloured label; `colour` is an index 0…11 into the palette of styles.css. */
export const TagChip = ({
  name,
  colour,
  onRemove,
  removeLabel,
}: {
  name: string;
  colour: number;
  onRemove?: () => void;
  removeLabel?: string;
}) => (
  <span
    className={classes.chip}
    style={{ background: `var(--tag-${colour}-background)`, color: `var(--tag-${colour}-text)` }}
    title={name}
  >
    <span className={classes.name}>{name}</span>
    {onRemove !== undefined && (
      <CloseButton size="xs" variant="transparent" c="inherit" aria-label={removeLabel} onClick={onRemove} />
    )}
  </span>
);

/** Only the colour of a tag, beside its name. */
export const TagDot = ({ colour }: { colour: number }) => (
  <span className={classes.dot} style={{ background: `var(--tag-${colour}-dot)` }} aria-hidden />
);
