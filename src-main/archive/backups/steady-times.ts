/**
 * Makes times that were noted one after the other never go backwards. The longest run that is in order is believed;
 * a time outside of it, noted while the clock stood wrong, becomes that of the one before.
 *
 * @param times in the order of noting, as ms since 1970; what is no time at all is not believed either
 * @example steadyTimes([1, 2, 99, 3, 4]) // [1, 2, 2, 3, 4]
 */
export const steadyTimes = (times: readonly number[]): number[] => {
  const believed = longestRun(times);
  const steady: number[] = [];
  let last = times[[...believed][0] ?? 0] ?? 0;
  times.forEach((time, index) => {
    if (believed.has(index)) last = time;
    steady.push(last);
  });
  return steady;
};

/** Indexes of the longest subsequence that never falls, first to last (patience sorting). */
const longestRun = (times: readonly number[]): ReadonlySet<number> => {
  // ends[k]: index of the smallest time that a run of length k + 1 can end with.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  times.forEach((time, index) => {
    if (!Number.isFinite(time)) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[ends[middle] ?? 0] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const run: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(at);
  return new Set(run.toReversed());
};
