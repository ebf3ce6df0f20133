import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vitestCounts } from './test-counts.ts';

/*
 * `npm run soak`: the tests that draw their examples or their moments at random, with many more of them and others each
 * time; takes tens of minutes. A test says the seed it fails with. Arguments name the files to run: `npm run soak -- kills/import`.
 */

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
const counted = join(results, 'soak.json');
const report = join(results, 'soak.txt');

/** What a test imports that has something to soak in. */
const drawing = /from '(?:fast-check|\S*\/soak\.ts|\S*\/killing\.ts|\S*\/mutations\.ts)'/u;

const drawn = (): string[] =>
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/u.test(path))
    .map((path) => join('tests', path))
    .filter((path) => drawing.test(readFileSync(join(root, path), 'utf8')))
    .toSorted();

const named = process.argv.slice(2);
const files = named.length > 0 ? named : drawn();

mkdirSync(results, { recursive: true });
for (const path of [counted, report]) rmSync(path, { force: true });
const vitest = ['run', '--testTimeout=3600000', '--reporter=default', '--reporter=json'];
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), ...vitest, `--outputFile.json=${counted}`, ...files],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KEDANG_SOAK: '1', KEDANG_SOAK_REPORT: report, BETTER_SQLITE3_BINDING: undefined },
  },
);

console.log('\n── what was tried');
if (existsSync(report)) console.log(readFileSync(report, 'utf8').trimEnd());
const counts = vitestCounts(counted);
console.log(
  counts === null
    ? '\nThe tests did not run.'
    : `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
);
process.exitCode = status ?? 1;
