import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { finish } from '../support/drive.ts';
import { connectTo, type Reachable } from './start-browser-host.ts';

const root = resolve(import.meta.dirname, '../..');

/** Starts the browser host as `npm start` does where there is no Electron. */
async function startProcess(folder: string): Promise<{ host: Reachable; process: ChildProcess }> {
  const parameters = ['src-main/browser-host/main.ts', '--folder', folder, '--no-open'];
  const child = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const entrance = /http:\S+/u.exec(line)?.[0];
    if (entrance === undefined) continue;
    const { origin, port } = new URL(entrance);
    return { host: { entrance, origin, port: Number(port) }, process: child };
  }
  throw new Error('The host ended before it named its address.');
}

function emptyFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'kedang-end-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, '客户 档案（备用）📁');
  mkdirSync(folder);
  return folder;
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s closes the archive with a backup', async (signal) => {
  const folder = emptyFolder();
  const { host, process } = await startProcess(folder);
  const { archive } = await connectTo(host);
  await finish(archive.archive.create({}));
  process.kill(signal);
  expect(await once(process, 'exit')).toEqual([0, null]);
  expect(readdirSync(join(folder, '备份'))).toEqual([expect.stringMatching(/-退出\.kedang$/u)]);
});

test('the page can end the program', async () => {
  const folder = emptyFolder();
  const { host, process } = await startProcess(folder);
  const { archive, host: desk } = await connectTo(host);
  await finish(archive.archive.create({}));
  const ended = once(process, 'exit');
  await desk.quit();
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(join(folder, '备份'))).toHaveLength(1);
});

test('a killed host leaves an archive that the next one opens with everything in it', async () => {
  const folder = emptyFolder();
  const first = await startProcess(folder);
  const { archive } = await connectTo(first.host);
  await finish(archive.archive.create({ businessName: '杭州八骏贸易有限公司' }));
  await archive.customers.create({ draft: { name: '宁波恒通五金厂' } });
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');

  const second = await startProcess(folder);
  const again = await connectTo(second.host);
  expect(await again.archive.archive.state()).toMatchObject({
    state: 'open',
    businessName: '杭州八骏贸易有限公司',
    counts: { customers: 1 },
  });
});
