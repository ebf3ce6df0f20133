import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Prepare } from './app.ts';

const root = resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

const filled =
  (...what: string[]): Prepare =>
  async (folder) => {
    const script = join(root, 'tests/e2e/support/fill-archive.ts');
    await run(join(root, 'node_modules/.bin/node'), [script, '--folder', folder, ...what], { cwd: root });
  };

/** An archive without customers. */
export const withEmptyArchive: Prepare = filled();

/** An archive of that many made-up customers. */
export const withMadeUpCustomers = (count: number): Prepare => filled('--made-up', String(count));

/** An archive of `hardwareTrader`, the first of them changed last. */
export const withHardwareTrader: Prepare = filled('--hardware-trader');
