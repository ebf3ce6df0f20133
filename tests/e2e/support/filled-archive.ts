import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CustomerDraftInput } from '../../../src-shared/customers.ts';
import type { Prepare } from './app.ts';
import { asOwnNode, ownNode } from './own-node.ts';

const run = promisify(execFile);

/** Folders with archives of this worker, by what they hold: made once, and copied for each test. */
const made = new Map<string, Promise<string>>();

async function make(what: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kedang-filled-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await run(ownNode, ['tests/e2e/support/fill-archive.ts', '--folder', folder, ...what], asOwnNode);
  return folder;
}

const filled =
  (...what: string[]): Prepare =>
  async (folder) => {
    const key = what.join(' ');
    const source = made.get(key) ?? make(what);
    made.set(key, source);
    cpSync(await source, folder, { recursive: true });
  };

/** An archive without customers. */
export const withEmptyArchive: Prepare = filled();

/** An archive of the 120 sample customers, as the first screen makes it. */
export const withSamples: Prepare = filled('--samples');

/** An archive of these customers, the first with the id 1. */
export const withCustomers = (drafts: readonly CustomerDraftInput[]): Prepare =>
  filled('--customers', JSON.stringify(drafts));

/** An archive of that many made-up customers. */
export const withMadeUpCustomers = (count: number): Prepare => filled('--made-up', String(count));

/** An archive of `hardwareTrader`, the first of them changed last. */
export const withHardwareTrader: Prepare = filled('--hardware-trader');
