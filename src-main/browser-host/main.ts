import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { memoryFile } from '../hosting/memory.ts';
import { memoryPath, userDataFolder, usualArchiveFolder } from '../hosting/user-data.ts';
import { serve } from './serve.ts';

/*
 * The browser host's entry: `node src-main/browser-host/main.ts --folder DIR [--port N] [--no-open]`. Prints the
 * address, opens it, and on Ctrl+C closes the archive with a backup.
 */

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
  },
});

const manifest: { version: string } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
);
const userData = userDataFolder();
const usualFolder = usualArchiveFolder(userData);
const memory = memoryFile(memoryPath(userData));
const folder = resolve(values.folder ?? memory.read().folder ?? usualFolder);

const host = await serve({
  folder,
  createFolder: folder === usualFolder,
  pageFolder: resolve(import.meta.dirname, '../../out/renderer'),
  appVersion: manifest.version,
  port: Number(values.port),
  open: openWithSystem,
  // Whoever names a folder each time means that one; what moved from there is found by the note that it left.
  ...(values.folder === undefined ? { remember: (next) => memory.write({ folder: next }) } : {}),
  quit: finish,
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, finish);

console.log(`客档 Kedang: ${host.entrance}`);
if (!values['no-open']) await openWithSystem(host.entrance);

async function openWithSystem(target: string): Promise<void> {
  const program = await open(target);
  // A computer without a browser or a file manager: the address stands above.
  program.on('error', () => {});
}

let finishing = false;
function finish(): void {
  // Asked a second time, it ends at once; the archive survives that.
  if (finishing) process.exit(1);
  finishing = true;
  void host.close().then(() => process.exit(0));
}
