import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useState } from 'react';
import { isComposing } from '../app/key-combos.ts';

/** A text field that suggests values in use and takes any other; while an input method composes, Enter stays with it. */
export const TextSuggest = ({
  suggestions,
  onKeyDown,
  ...props
}: Omit<AutocompleteProps, 'data'> & { suggestions: readonly string[] }) => {
  const [opened, setOpened] = useState(false);
  return (
    <Autocomplete
      data={[...new Set(suggestions)]}
      filter={({ options }) => options}
      dropdownOpened={opened && suggestions.length > 0}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDownCapture={(event) => {
        if (isComposing(event.nativeEvent)) event.stopPropagation();
      }}
      onKeyDown={onKeyDown}
      {...props}
    />
  );
};
