import { setTimeout as wait } from 'node:timers/promises';
import { FailureError } from '../../src-shared/failures.ts';
import { readFile } from '../../src-main/archive/imports/readers/read-file.ts';

/*
 * Reads files as the archive does, in a worker, and prints for each what came of it and how far the memory of the process
 * rose above what it took idle, in MB. Arguments: a harmless file, then the others.
 */

const [harmless = '', ...paths] = process.argv.slice(2);
const limits = { heapMiB: 160, timeMs: 60_000 };
await readFile(harmless, 'x');
for (const path of paths) {
  globalThis.gc?.();
  await wait(50);
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  let outcome = 'read';
  try {
    await readFile(path, '客户.xlsx', { limits });
  } catch (error) {
    outcome = error instanceof FailureError ? error.failure.code : String(error);
  }
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage.rss());
  console.log(JSON.stringify({ outcome, above: Math.round((peak - idle) / 1e6) }));
}
