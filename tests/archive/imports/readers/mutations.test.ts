import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isSoak } from '../../../support/soak.ts';

/** A file is small, and reading it takes a millisecond; who is silent as long as this hangs. */
const hangsAfterMs = 20_000;
const count = isSoak ? 10_000 : 1_000;
const seed = isSoak ? Date.now() % 1_000_000 : 20_261_126;
const script = fileURLToPath(new URL('../../../support/read-mutations.ts', import.meta.url));

/** What the child printed, and the number of the last file it began. */
function readMutations(): Promise<{ printed: string; code: number | null; last: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=160', script, String(seed), String(count)]);
    let [printed, last] = ['', ''];
    const kill = (): void => void child.kill('SIGKILL');
    let timer = setTimeout(kill, 60_000);
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      last = chunk.toString().trim().split('\n').at(-1) ?? last;
      clearTimeout(timer);
      timer = setTimeout(kill, hangsAfterMs);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ printed, code, last });
    });
  });
}

it(`${count} workbooks changed at random are read or refused: no crash, no hang, no property where none belongs`, async () => {
  const { printed, code, last } = await readMutations();
  expect(code, `seed ${seed}, file ${last}`).toBe(0);
  const { read, refused, damaged, wrong } = JSON.parse(printed) as Record<string, unknown>;
  expect(wrong, `seed ${seed}`).toEqual([]);
  expect(Number(read) + Number(refused) + Number(damaged)).toBe(count);
  // Changes that all were noticed at once, or none, would try nothing.
  expect(Number(read)).toBeGreaterThan(count / 10);
  expect(Number(damaged)).toBeGreaterThan(count / 20);
}, 600_000);
