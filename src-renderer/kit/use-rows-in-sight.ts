import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { mostInSight, rangeInSight, topToShow, type RowRange } from './rows-in-sight.ts';

interface RowsInSightOptions {
  /** What scrolls; its head stays in place above the rows. */
  readonly grid: RefObject<HTMLElement | null>;
  readonly total: number;
  /** px */
  readonly rowHeight: number;
  /** px */
  readonly headHeight: number;
}

export interface RowsInSight extends RowRange {
  /** Rows that are drawn at most: the places among which they go round while one scrolls. */
  readonly places: number;
  /** Whole rows that fit on the screen. */
  readonly pageRows: number;
  /** Scrolls as little as is needed to show a row, or puts it in the middle. */
  readonly show: (index: number, align?: 'nearest' | 'middle') => void;
  readonly toTop: () => void;
}

/**
 * Which rows of a long list are drawn. All are equally high, so that this is a sum, whatever their number: nothing is kept
 * or made for a row that is not in sight.
 */
export const useRowsInSight = ({ grid, total, rowHeight, headHeight }: RowsInSightOptions): RowsInSight => {
  const scrolled = useRef(0);
  // Until it is measured, at most the whole window: so the rows are there at the first drawing.
  const [height, setHeight] = useState(() => window.innerHeight - headHeight);
  const [top, setTop] = useState(0);

  useEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    const onScroll = (): void => {
      scrolled.current = element.scrollTop;
      // Within a row nothing else comes in sight.
      setTop(Math.floor(scrolled.current / rowHeight) * rowHeight);
    };
    const observer = new ResizeObserver(([entry]) => {
      const seen = (entry?.contentRect.height ?? 0) - headHeight;
      // Without rows it is only as high as its head, and will be as before when there are some.
      if (seen > 0) setHeight(seen);
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [grid, rowHeight, headHeight]);

  const scrollTo = useCallback(
    (to: number): void => {
      // Asking where it stands would make the browser lay everything out first.
      if (to === scrolled.current) return;
      grid.current?.scrollTo({ top: to });
      scrolled.current = to;
      setTop(Math.floor(to / rowHeight) * rowHeight);
    },
    [grid, rowHeight],
  );
  const show = useCallback<RowsInSight['show']>(
    (index, align = 'nearest') => {
      const element = grid.current;
      if (element === null) return;
      const { scrollTop, clientHeight } = element;
      const sight = { top: scrollTop, height: clientHeight - headHeight, rowHeight, total };
      scrollTo(topToShow(index, align, sight));
    },
    [grid, scrollTo, headHeight, rowHeight, total],
  );
  const toTop = useCallback(() => scrollTo(0), [scrollTo]);

  const { first, last } = rangeInSight({ top, height, rowHeight, total });
  const places = mostInSight({ height, rowHeight });
  const pageRows = Math.max(1, Math.floor(height / rowHeight));
  return { first, last, places, pageRows, show, toTop };
};
