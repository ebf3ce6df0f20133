import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../tests/e2e/support/chromium.ts';

const packages = ['chromium', 'fonts-noto-cjk', 'xvfb', 'xauth'];

/** Sees to it that there is a browser for tests, installing Debian's as root; answers what is missing, or null. */
export function prepareMachine(): string | null {
  if (hasBrowser()) return null;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${packages.join(', ')} …`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  }
  if (hasBrowser()) return null;
  return 'No Chromium was found: install it, or name one in CHROMIUM_PATH.';
}

function hasBrowser(): boolean {
  return chromiumPath() !== null || existsSync(chromium.executablePath());
}

function apt(...parameters: string[]): void {
  spawnSync('apt-get', parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
