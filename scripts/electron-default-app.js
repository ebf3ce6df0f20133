// Runs the app folder (or main file) named on the command line, as the default app of an Electron release does:
// Electron becomes ready only when the awaited import below is done.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (named === undefined) {
  console.error('Name the app folder on the command line.');
  app.exit(2);
} else {
  process.defaultApp = true;
  const target = resolve(named);
  await import(pathToFileURL(statSync(target).isDirectory() ? mainOf(target) : target).href);
}

function mainOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  return join(folder, manifest.main);
}
