/** What is seen of a list whose rows are equally high; all in px but `total`. */
export interface Sight {
  /** How far the list is scrolled. */
  readonly top: number;
  /** Of the part in which rows are seen. */
  readonly height: number;
  readonly rowHeight: number;
  /** Rows of the whole list. */
  readonly total: number;
}

/** Rows drawn beyond those in sight, both ways, so that scrolling shows them at once. */
const spare = 6;

const rowsAcross = ({ height, rowHeight }: Pick<Sight, 'height' | 'rowHeight'>): number =>
  Math.ceil(Math.max(0, height) / rowHeight);

/** How many rows are drawn at most, wherever the list is scrolled to. */
export const mostInSight = (sight: Pick<Sight, 'height' | 'rowHeight'>): number =>
  rowsAcross(sight) + 2 * spare + 1;

/** The first and the last row to draw; `last` is smaller than `first` where there is none. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export const rowsToDraw = ({ first, last }: RowRange): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

export const rangeInSight = ({ top, height, rowHeight, total }: Sight): RowRange => {
  const rows = rowsAcross({ height, rowHeight });
  // A list that became shorter is still scrolled as far as the longer one, until the browser notices.
  const seen = Math.max(0, Math.min(Math.floor(top / rowHeight), total - rows));
  return { first: Math.max(0, seen - spare), last: Math.min(total - 1, seen + rows + spare) };
};

/** How far to scroll for a row to be seen: as little as possible, or so that it stands in the middle. */
export const topToShow = (
  index: number,
  align: 'nearest' | 'middle',
  { top, height, rowHeight, total }: Sight,
): number => {
  const start = index * rowHeight;
  const least = start + rowHeight - height;
  const wanted = align === 'middle' ? (start + least) / 2 : Math.min(start, Math.max(least, top));
  return Math.max(0, Math.min(Math.round(wanted), total * rowHeight - height));
};
