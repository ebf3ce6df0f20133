import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildIfStale } from '../../../scripts/build-if-stale.ts';
import { lookForElectron } from './electron-missing.ts';

/** Builds what the tests start, and gives Electron a virtual display where there is no real one. */
export default async function prepare(): Promise<() => void> {
  buildIfStale();
  const display = process.platform === 'linux' && !process.env['DISPLAY'] ? await virtualDisplay() : null;
  lookForElectron();
  return () => void display?.kill();
}

async function virtualDisplay(): Promise<ChildProcess | null> {
  // Without -noreset it begins anew whenever its last window goes, and whoever comes in that moment finds no display.
  const screen = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset', '-displayfd', '1'];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await Promise.race([
    once(server.stdout, 'data').then(([text]) => String(text).trim()),
    once(server, 'error').then(() => null),
    once(server, 'exit').then(() => null),
  ]);
  if (number === null) return null;
  process.env['DISPLAY'] = `:${number}`;
  return server;
}
