import { defineConfig } from '@playwright/test';
import type { AppOptions } from './tests/e2e/support/app.ts';

/**
 * What differs by the host, or passes through it: dialogs, files, the end of the program. All other screens are the
 * same page on the same contract; they are tested in the browser, and with `KEDANG_E2E=everything` in both.
 */
const throughTheHost =
  /(electron|hosts|owner-journey|first-run|import|import-corrected|export|backups|drafts|settings|protection|moving|salvage|bring-back)\.spec\.ts$/u;
const everything = process.env['KEDANG_E2E'] === 'everything';

/** The same tests against both hosts; what only one of them has is in files named for it. */
export default defineConfig<AppOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  // The project's own names a type declaration for SQLite, which Playwright would take for its code.
  tsconfig: './tests/e2e/support/playwright.tsconfig.json',
  globalSetup: './tests/e2e/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    // Traces are for whoever is at the machine. They hold the page at each step; filming it besides takes a fifth of all the time.
    trace: {
      mode: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
      screenshots: false,
    },
  },
  projects: [
    { name: 'browser', use: { host: 'browser' }, testIgnore: '*.electron.spec.ts' },
    {
      name: 'electron',
      use: { host: 'electron' },
      ...(everything ? {} : { testMatch: throughTheHost }),
      testIgnore: '*.browser.spec.ts',
    },
  ],
});
