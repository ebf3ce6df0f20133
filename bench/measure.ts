/** Durations in ms of repeated runs. */
export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Runs `work` a few times unmeasured, then `runs` times, and answers how long it took. */
export async function time(work: (run: number) => unknown, runs = 40, warmUp = 3): Promise<Timing> {
  for (let run = 0; run < warmUp; run += 1) await work(run);
  const durations: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run + warmUp);
    durations.push(performance.now() - start);
  }
  return timingOf(durations);
}

/** Of durations in ms. */
export function timingOf(durations: readonly number[]): Timing {
  const sorted = durations.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), max: at(sorted, 1) };
}

/** How long one run takes, in ms. */
export async function once(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of this process so far, all its threads together, in ms. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** One line of the table: what was measured, against what, and whether the figure of QUALITY is reached. */
export interface Row {
  readonly what: string;
  /** In the row's unit. */
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | '×';
  readonly against?: { readonly what: string; readonly value: number };
  readonly limit: { readonly text: string; readonly holds: boolean };
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The rows as a Markdown table. A ratio is value ÷ the named limit measured in the same run. */
export function table(rows: readonly Row[]): string {
  return [
    line(['what', 'measured', 'against', 'ratio', 'must', '']),
    line(['---', '---:', '---', '---:', '---', '---']),
    ...rows.map(({ what, value, unit, against, limit }) =>
      line([
        what,
        `${number(value)} ${unit}`,
        against ? `${against.what}: ${number(against.value)} ${unit}` : '–',
        against ? `${number(value / against.value)} ×` : '–',
        limit.text,
        limit.holds ? 'reached' : '**missed**',
      ]),
    ),
  ].join('\n');
}
