import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/*
 * `npm run soak`: the tests that draw their examples or their moments at random, with many more of them and another seed
 * each time. A test says the seed it fails with. Arguments are handed on, such as the files to run.
 */

const root = resolve(import.meta.dirname, '..');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--testTimeout=3600000', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KEDANG_SOAK: '1' } },
);
process.exitCode = status ?? 1;
