/** What a sheet says besides its cells; rows and columns are 0-based, ranges half-open. */
export interface SheetFacts {
  /** Merged ranges, as `top, left, bottom, right`, all inclusive. */
  readonly merged: readonly (readonly [number, number, number, number])[];
  /** In sheet order, none touching the next. */
  readonly hiddenRows: readonly (readonly [number, number])[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** Whether a filter is set, which then is why rows are hidden. */
  readonly filtered: boolean;
  /** Whether day numbers without a date format count from 1904. */
  readonly epoch1904: boolean;
}

/** No real sheet has more merged or hidden ranges; beyond it they are not remembered. */
const mostRanges = 100_000;

/** Gathers the facts of a sheet while it is read; what makes no sense is left out. */
export class FactsCollector {
  filtered = false;
  epoch1904: boolean;
  readonly #merged: [number, number, number, number][] = [];
  readonly #hiddenRows: [number, number][] = [];
  readonly #hiddenColumns: [number, number][] = [];

  constructor(epoch1904 = false) {
    this.epoch1904 = epoch1904;
  }

  addMerged(top: number, left: number, bottom: number, right: number): void {
    if (this.#merged.length >= mostRanges) return;
    const isRange = [top, left, bottom, right].every((at) => Number.isInteger(at) && at >= 0);
    if (isRange && top <= bottom && left <= right && (top < bottom || left < right))
      this.#merged.push([top, left, bottom, right]);
  }

  hideRows(from: number, to = from + 1): void {
    addRange(this.#hiddenRows, from, to);
  }

  hideColumns(from: number, to = from + 1): void {
    addRange(this.#hiddenColumns, from, to);
  }

  facts(): SheetFacts {
    return {
      merged: this.#merged,
      hiddenRows: joined(this.#hiddenRows),
      hiddenColumns: joined(this.#hiddenColumns),
      filtered: this.filtered,
      epoch1904: this.epoch1904,
    };
  }
}

function addRange(ranges: [number, number][], from: number, to: number): void {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from) return;
  const last = ranges.at(-1);
  if (last && last[1] === from) last[1] = to;
  else if (ranges.length < mostRanges) ranges.push([from, to]);
}

/** Files made by hand may list their ranges in any order, and one over the other. */
function joined(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** Whether a row or column lies in one of the ranges, which are in order. */
export function isInRanges(ranges: readonly (readonly [number, number])[], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at >= (ranges[low]?.[0] ?? Infinity);
}
