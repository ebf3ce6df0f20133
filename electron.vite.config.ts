import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest runtimes that the bundles have to run in: what the tests' Electron offers. */
const node = 'node20';
const chromium = 'chrome130';

/** Building beside a running program leaves it the files that it has not loaded yet. */
const emptyOutDir = process.env['KEDANG_KEEP_BUILT'] === undefined;

export default defineConfig({
  main: {
    build: {
      target: node,
      emptyOutDir,
      rolldownOptions: {
        input: {
          index: resolve('src-main/index.ts'),
          'archive-process': resolve('src-main/archive-process.ts'),
          'backup-worker': resolve('src-main/archive/backups/backup-worker.ts'),
          'sheet-worker': resolve('src-main/archive/imports/readers/sheet-worker.ts'),
          'terms-worker': resolve('src-main/archive/search/terms-worker.ts'),
        },
        // Beside the entries, so that a worker is found from every chunk (see `worker-file.ts`).
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      emptyOutDir,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src-preload/index.ts') },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    publicDir: false,
    plugins: [react()],
    // The page is at kedang://app in development too; only its updates come straight from the server.
    server: { port: 5173, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 } },
    build: {
      target: chromium,
      emptyOutDir,
      outDir: 'out/renderer',
      rolldownOptions: { input: { index: resolve('src-renderer/index.html') } },
      // Fonts and pictures stay files: the page's policy allows no fonts from data addresses.
      assetsInlineLimit: 0,
      // Every start reads and parses what the first room needs.
      minify: true,
    },
  },
});
