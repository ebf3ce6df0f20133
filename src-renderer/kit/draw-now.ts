import { flushSync } from 'react-dom';

/**
 * Makes a change and draws it before returning, so that what it brings can take the focus at once: a key pressed right
 * after would be lost to whatever had the focus before. For handlers of keys and clicks, never while drawing.
 */
export const drawNow = (change: () => void): void => {
  flushSync(change);
};
