import type { ReactNode } from 'react';

/** Text with marked half-open ranges of UTF-16 positions. Overlapping ranges are joined. */
export const Highlight = ({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly (readonly [number, number])[];
}): ReactNode => {
  if (ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(from, at);
    if (to <= start || start >= text.length) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
};
