import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from '@playwright/test';
import { hear } from './hearing.ts';
import { asOwnNode, ownNode } from './own-node.ts';
import type { LaunchOptions, RunningApp } from './running-app.ts';

/** Starts the browser host as its own process, and opens its address. */
export async function launchBrowserApp(browser: Browser, options: LaunchOptions): Promise<RunningApp> {
  const parameters = ['src-main/browser-host/main.ts', '--folder', options.folder, '--no-open'];
  const host = spawn(ownNode, parameters, { ...asOwnNode, stdio: ['ignore', 'pipe', 'inherit'] });
  const entrance = await entranceOf(host);
  const context = await browser.newContext({
    locale: options.language,
    viewport: { width: 1_280, height: 800 },
    acceptDownloads: true,
  });
  await options.watch.follow(context, new URL(entrance).origin);
  await context.addInitScript(hear, options.late ?? null);
  const page = await context.newPage();
  await page.goto(entrance);

  return {
    page: () => page,
    async close() {
      await context.close();
      await end(host, 'SIGTERM');
    },
    async kill() {
      await end(host, 'SIGKILL');
      await context.close();
    },
    async chooseFile(path, trigger) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), trigger()]);
      await chooser.setFiles(path);
    },
    async receiveFile(folder, trigger) {
      const [download] = await Promise.all([page.waitForEvent('download'), trigger()]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
  };
}

async function entranceOf(host: ChildProcess): Promise<string> {
  if (host.stdout === null) throw new Error('The host has no output.');
  for await (const line of createInterface({ input: host.stdout })) {
    const address = /http:\S+/u.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The browser host ended before it named its address.');
}

async function end(host: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const ended = once(host, 'exit');
  host.kill(signal);
  await ended;
}
