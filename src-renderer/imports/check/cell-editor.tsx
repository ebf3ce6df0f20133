import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from '../../app/key-combos.ts';
import classes from './check.module.css';

/** Writes the text of a cell: Enter takes it, Escape leaves it, Alt+Enter begins a line, leaving the field takes it too. */
export const CellEditor = ({
  label,
  text,
  onDone,
}: {
  label: string;
  text: string;
  /** Null when it stays as it was. */
  onDone: (text: string | null) => void;
}) => {
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (result: string | null): void => {
    // Closing the field also takes the focus from it.
    if (done.current) return;
    done.current = true;
    onDone(result === text ? null : result);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && !event.altKey) {
      event.preventDefault();
      finish(value);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      setValue(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      finish(null);
    }
  };
  return (
    <textarea
      ref={field}
      className={classes.editor}
      aria-label={label}
      rows={value.split('\n').length}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(value)}
    />
  );
};
