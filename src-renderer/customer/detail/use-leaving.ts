import { useCallback, useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import { useLatest } from '../../kit/use-latest.ts';

/**
 * The `onBlur` of an element that calls `onLeave` when the focus has gone out of it: not into a list or dialog that belongs
 * to it, nor because another window came to the front. When a click took the focus it waits for that click, so that
 * what was meant is still under the pointer.
 */
export const useLeaving = (
  root: RefObject<HTMLElement | null>,
  onLeave: () => void,
): ((event: FocusEvent) => void) => {
  const latest = useLatest(onLeave);
  const pressed = useRef(false);
  const waiting = useRef(false);
  const check = useCallback(() => {
    waiting.current = false;
    const element = root.current;
    if (element !== null && !element.contains(document.activeElement)) latest.current();
  }, [root, latest]);

  useEffect(() => {
    const onDown = (): void => {
      pressed.current = true;
    };
    const onUp = (): void => {
      pressed.current = false;
      // The click itself follows in the same turn.
      if (waiting.current) setTimeout(check, 0);
    };
    window.addEventListener('pointerdown', onDown, { capture: true });
    window.addEventListener('pointerup', onUp, { capture: true });
    window.addEventListener('pointercancel', onUp, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', onDown, { capture: true });
      window.removeEventListener('pointerup', onUp, { capture: true });
      window.removeEventListener('pointercancel', onUp, { capture: true });
    };
  }, [check]);

  return useCallback(
    ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return;
      if (
        relatedTarget instanceof Element &&
        relatedTarget.closest('[role="listbox"], [role="dialog"]') !== null
      )
        return;
      if (pressed.current) waiting.current = true;
      else requestAnimationFrame(check);
    },
    [check],
  );
};
