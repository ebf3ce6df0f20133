import { defineConfig } from 'vitest/config';
import { compiledFolder } from './tests/support/compiled.ts';

// Here, since a process has to be told of it before it starts.
process.env['NODE_COMPILE_CACHE'] = compiledFolder;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    setupFiles: ['tests/support/fixed-seed.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
