import { useLayoutEffect } from 'react';
import { useLatest } from '../kit/use-latest.ts';
import { pastedFiles } from './pasted-file.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null;

/** Takes cells that are pasted anywhere on the page but into a field, as a file of that name, while `enabled`. */
export const usePaste = (enabled: boolean, name: string, onFiles: (files: readonly File[]) => void): void => {
  const latest = useLatest({ enabled, name, onFiles });
  useLayoutEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (!latest.current.enabled || event.clipboardData === null || isField(event.target)) return;
      const files = pastedFiles(event.clipboardData, latest.current.name);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.onFiles(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [latest]);
};
