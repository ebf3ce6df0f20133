import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row } from '../measure.ts';

interface Opening {
  bareMs: number;
  firstPageMs: number;
  finderMs: number;
  idleMB: number;
}

const probe = fileURLToPath(new URL('./opening-probe.ts', import.meta.url));

/** Opening in a process of its own, as at every start; the median of five. */
export function openingRows(folder: string): Row[] {
  const runs: Opening[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [probe, folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    runs.push(JSON.parse(stdout) as Opening);
  }
  const median = (of: keyof Opening): number =>
    runs.map((run) => run[of]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;
  const [firstPage, finder, idle] = [median('firstPageMs'), median('finderMs'), median('idleMB')];
  return [
    {
      what: 'open the archive → first page',
      value: firstPage,
      unit: 'ms',
      against: { what: 'opening the bare file and reading a page', value: median('bareMs') },
      limit: { text: '≤ 300 ms', holds: firstPage <= 300 },
    },
    {
      what: 'first page → finder ready',
      value: finder,
      unit: 'ms',
      limit: { text: '≤ 2,000 ms', holds: finder <= 2_000 },
    },
    {
      what: 'memory of the archive process, idle',
      value: idle,
      unit: 'MB',
      limit: { text: '≤ 300 MB', holds: idle <= 300 },
    },
  ];
}
