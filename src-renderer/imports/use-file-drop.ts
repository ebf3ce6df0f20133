import { useLayoutEffect, useState } from 'react';
import { useLatest } from '../kit/use-latest.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes files that are dropped anywhere on the page, for as long as the component is mounted; true while one hangs
 * over it. While `enabled` is false files are refused, and never opened in place of the program.
 */
export const useFileDrop = (enabled: boolean, onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false);
  const latest = useLatest({ enabled, onFiles });

  useLayoutEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null)
        event.dataTransfer.dropEffect = latest.current.enabled ? 'copy' : 'none';
      setOver(latest.current.enabled);
    };
    // Leaving an element for another is no leaving of the window: that one leads to nowhere.
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (latest.current.enabled && files.length > 0) latest.current.onFiles(files);
    };
    // While something is dragged the mouse itself is not heard: hearing it, the drag is over, however it ended.
    const onMouseMove = (): void => setOver(false);
    window.addEventListener('mousemove', onMouseMove);
    window.addEventListener('dragenter', onDragOver);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('mousemove', onMouseMove);
      window.removeEventListener('dragenter', onDragOver);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [latest]);
  return over;
};
