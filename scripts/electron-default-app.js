// Runs the app folder (or main file) named on the command line, as the default app of an Electron release does, with the
// modules that `-r` names before it: Electron becomes ready only when the awaited import below is done.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const [, ...given] = process.argv;
const require = createRequire(import.meta.url);
for (let at = given.indexOf('-r'); at >= 0; at = given.indexOf('-r')) {
  const [, module] = given.splice(at, 2);
  // It may take its own arguments out of the command line.
  require(resolve(module));
}

const named = given.find((argument) => !argument.startsWith('-'));
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
