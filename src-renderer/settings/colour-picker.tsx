import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagColourCount } from '../../src-shared/tags.ts';
import { KeyLayer } from '../app/keys.tsx';
import { TagDot } from '../kit/tag-chip.tsx';
import classes from './settings.module.css';

const colours = Array.from({ length: tagColourCount }, (_, index) => index);

/** One of the twelve tag colours. */
export const ColourPicker = ({
  label,
  colour,
  onChange,
}: {
  label: string;
  colour: number;
  onChange: (colour: number) => void;
}) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => setOpened(!opened)}>
          <TagDot colour={colour} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <KeyLayer>
          <div role="radiogroup" aria-label={label} className={classes.swatches}>
            {colours.map((one) => (
              <UnstyledButton
                key={one}
                role="radio"
                aria-checked={one === colour}
                aria-label={t('settings.tags.colourNumber', { number: one + 1 })}
                className={classes.swatch}
                onClick={() => {
                  onChange(one);
                  setOpened(false);
                }}
              >
                <TagDot colour={one} />
              </UnstyledButton>
            ))}
          </div>
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};
