import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { isComposing } from '../app/key-combos.ts';

/**
 * A text field that saves when it is left or on Enter, and goes back on Escape. `check` answers what is wrong with
 * a text, null when nothing is; what is wrong is not saved.
 */
export const SavedField = ({
  value,
  onSave,
  check = () => null,
  onDraft,
  ...props
}: Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> & {
  value: string;
  onSave: (value: string) => void;
  check?: (value: string) => string | null;
  /** What is typed and not saved yet; null when there is nothing of that kind. */
  onDraft?: (draft: string | null) => void;
}) => {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value;
  const problem = check(shown.trim());
  const change = (next: string | null): void => {
    setDraft(next);
    onDraft?.(next);
  };
  const save = (): void => {
    if (draft === null || problem !== null) return;
    if (draft.trim() !== value) onSave(draft.trim());
    change(null);
  };
  return (
    <TextInput
      {...props}
      value={shown}
      error={problem ?? props.error}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation();
          change(null);
        }
      }}
    />
  );
};
