import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const prepared = resolve(import.meta.dirname, '../node_modules/.cache/electron');

/**
 * Path of Electron's executable: the one of `ELECTRON_OVERRIDE_DIST_PATH`, or the one that the `electron` package
 * brings or downloads. Throws when there is none and it cannot be fetched.
 */
export function electronBinary(): string {
  const path = installed();
  return existsSync(join(dirname(path), 'resources/app')) ? withDefaultApp(path) : path;
}

/** Like `electronBinary()`, for packing: with nothing in the place of the app. */
export function plainElectron(): string {
  return linkedCopy(installed(), 'plain', () => {});
}

function installed(): string {
  const path: unknown = require('electron');
  if (typeof path !== 'string' || !existsSync(path)) throw new Error('Electron is not installed.');
  return path;
}

/**
 * A release of Electron runs the app it is given from its own default app, and is not ready before that app's code
 * has run. An Electron that was taken from elsewhere has something else in that place: it gets such a default app, in
 * a linked copy.
 */
function withDefaultApp(executable: string): string {
  const source = readFileSync(join(import.meta.dirname, 'electron-default-app.js'));
  const version = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return linkedCopy(executable, `default-app-${version}`, (copy) => {
    const app = join(copy, 'resources/app');
    mkdirSync(app, { recursive: true });
    writeFileSync(join(app, 'package.json'), '{ "name": "electron", "type": "module", "main": "main.js" }\n');
    writeFileSync(join(app, 'main.js'), source);
  });
}

/** A copy of Electron without an app, changed by `finish`, made once; answers the path of its executable. */
function linkedCopy(executable: string, kind: string, finish: (copy: string) => void): string {
  const source = dirname(executable);
  const target = join(prepared, kind, source.replaceAll(/[^\w.-]+/gu, '_'));
  const copy = join(target, basename(executable));
  if (existsSync(`${target}.complete`)) return copy;
  rmSync(target, { recursive: true, force: true });
  linkTree(source, target);
  finish(target);
  writeFileSync(`${target}.complete`, '');
  return copy;
}

function linkTree(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory() && entry.name !== 'app') linkTree(from, to);
    else if (entry.isFile()) linkOrCopy(from, to);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to);
  }
}
