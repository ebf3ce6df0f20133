import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import classes from './detail.module.css';
import type { Place } from './places.ts';
import { useInPlace } from './use-in-place.ts';

/** “＋ 邮编”: opens a place in which nothing stands yet. */
export const AddButton = ({ place, name }: { place: Place; name: string }) => {
  const { start } = useInPlace();
  return (
    <UnstyledButton className={classes.add} onClick={() => start(place)}>
      <IconPlus size={13} aria-hidden />
      {name}
    </UnstyledButton>
  );
};
