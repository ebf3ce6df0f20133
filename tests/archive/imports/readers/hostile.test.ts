import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hostileFiles } from '../../../support/hostile-files.ts';
import { temporaryFile } from '../../../support/sheet-import.ts';

interface Outcome {
  readonly outcome: string;
  /** MB above what the process takes idle. */
  readonly above: number;
}

const script = fileURLToPath(new URL('../../../support/memory-of-reading.ts', import.meta.url));
const known = new Set([
  'read',
  'sheetEmpty',
  'sheetTooLarge',
  'sheetSuspicious',
  'sheetUnreadable',
  'sheetUnsupported',
]);

it('files that mean harm are survived or refused with a sentence, within 200 MB above idle', () => {
  const files = Object.entries(hostileFiles());
  const paths = files.map(([, content]) => temporaryFile('客户.xlsx', content));
  const harmless = temporaryFile('客户.csv', '客户名称\n八骏');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', script, harmless, ...paths],
    {
      encoding: 'utf8',
      timeout: 240_000,
    },
  );
  expect(status, stderr).toBe(0);
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
  expect(outcomes).toHaveLength(files.length);
  const bad = files
    .map(([what], index) => ({ what, ...outcomes[index] }))
    .filter(({ outcome = '', above = Infinity }) => !known.has(outcome) || above > 200);
  if (process.env['KEDANG_FIGURES'] !== undefined)
    console.log(files.map(([what], index) => ({ what, ...outcomes[index] })));
  expect(bad).toEqual([]);
}, 300_000);
