import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const binaries = join(root, 'node_modules/.bin');

const rooms = [
  'src-shared',
  'src-main',
  'src-main/archive',
  'src-main/hosting',
  'src-main/electron',
  'src-main/browser-host',
  'src-preload',
  'src-renderer',
] as const;
type Room = (typeof rooms)[number];

/** A project with this one's rooms, compilers and lint rules, and nothing in it but what a test writes. */
const copy = mkdtempSync(join(tmpdir(), 'kedang-guards-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The rooms of the main process are compiled together; each other room has a compiler of its own. */
const compilerOf = (room: Room): string => (/hosting|electron/u.test(room) ? 'src-main' : room);

beforeAll(() => {
  for (const room of rooms) write(join(room, 'neighbour.ts'), 'export const neighbour = 1;\n');
  for (const folder of new Set(rooms.map(compilerOf))) {
    const path = join(folder, 'tsconfig.json');
    const config = readFileSync(join(root, path), 'utf8');
    // What the compiler remembers of a room belongs to that project.
    write(path, config.replaceAll(/(?:\.\.\/)+node_modules\/\.cache\/types/gu, join(copy, 'types')));
  }
  for (const file of ['tsconfig.base.json', '.oxlintrc.json'])
    copyFileSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

function lint(room: Room, text: string): { status: number | null; output: string } {
  const path = join(room, 'guest.ts');
  write(path, text);
  const { status, stdout } = spawnSync(join(binaries, 'oxlint'), ['--format=unix', path], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(join(copy, path));
  return { status, output: stdout };
}

function compile(room: Room, text: string): { status: number | null; output: string } {
  const path = join(room, 'guest.ts');
  write(path, text);
  const { status, stdout } = spawnSync(join(binaries, 'tsc'), ['-b', compilerOf(room)], {
    cwd: copy,
    encoding: 'utf8',
  });
  rmSync(join(copy, path));
  return { status, output: stdout };
}

const importing = (from: string) => `import * as guest from '${from}';\nexport const visited = guest;\n`;

describe('the linter refuses what a room may not import', () => {
  test.each<[Room, string]>([
    ['src-shared', 'node:fs'],
    ['src-shared', 'electron'],
    ['src-shared', 'react'],
    ['src-shared', '@mantine/core'],
    ['src-shared', '../src-main/archive/neighbour.ts'],
    ['src-shared', '../src-renderer/neighbour.ts'],
    ['src-main/archive', 'electron'],
    ['src-main/archive', 'electron/main'],
    ['src-main/archive', '../electron/neighbour.ts'],
    ['src-main/archive', '../browser-host/neighbour.ts'],
    ['src-main/archive', '../../src-renderer/neighbour.ts'],
    ['src-main/hosting', 'electron'],
    ['src-main/hosting', '../electron/neighbour.ts'],
    ['src-main/hosting', '../browser-host/neighbour.ts'],
    ['src-main/electron', '../archive/neighbour.ts'],
    ['src-main/electron', '../browser-host/neighbour.ts'],
    ['src-main/electron', 'better-sqlite3'],
    ['src-main/electron', 'kysely'],
    ['src-main/browser-host', 'electron'],
    ['src-main/browser-host', '../electron/neighbour.ts'],
    ['src-preload', 'node:fs'],
    ['src-preload', '../src-shared/neighbour.ts'],
    ['src-preload', '../src-main/archive/neighbour.ts'],
    ['src-renderer', 'node:fs'],
    ['src-renderer', 'electron'],
    ['src-renderer', 'better-sqlite3'],
    ['src-renderer', '../src-main/archive/neighbour.ts'],
    ['src-renderer', '../src-preload/neighbour.ts'],
  ])('%s: %s', (room, from) => {
    const { status, output } = lint(room, importing(from));
    expect(output).toContain('no-restricted-imports');
    expect(status).toBe(1);
  });

  test.each<[Room, string]>([
    ['src-shared', './neighbour.ts'],
    ['src-main/archive', '../../src-shared/neighbour.ts'],
    ['src-main/hosting', '../archive/neighbour.ts'],
    ['src-main/electron', '../hosting/neighbour.ts'],
    ['src-main/browser-host', '../archive/neighbour.ts'],
    ['src-renderer', '../src-shared/neighbour.ts'],
  ])('but not what it may: %s: %s', (room, from) => {
    expect(lint(room, importing(from))).toMatchObject({ status: 0 });
  });

  test('files that import each other', () => {
    write('src-shared/other.ts', importing('./guest.ts'));
    const { status, output } = lint('src-shared', importing('./other.ts'));
    rmSync(join(copy, 'src-shared/other.ts'));
    expect(output).toContain('no-cycle');
    expect(status).toBe(1);
  });
});

describe('the compiler withholds from a room what does not exist there', () => {
  const pageGlobal = 'export const title = document.title;\n';
  const nodeGlobal = 'export const pid = process.pid;\n';

  test.each<[Room, string, string, string]>([
    ['src-shared', 'the page', pageGlobal, "'document'"],
    ['src-shared', 'Node', nodeGlobal, "'process'"],
    ['src-shared', 'Node’s modules', importing('node:fs'), "'node:fs'"],
    ['src-main/archive', 'the page', pageGlobal, "'document'"],
    ['src-main/archive', 'its hosts', importing('../browser-host/neighbour.ts'), 'TS6307'],
    ['src-main/electron', 'the page', pageGlobal, "'document'"],
    ['src-main/electron', 'the other host', importing('../browser-host/neighbour.ts'), 'TS6307'],
    ['src-main/browser-host', 'the page', pageGlobal, "'document'"],
    ['src-main/browser-host', 'the other host', importing('../electron/neighbour.ts'), 'TS6307'],
    ['src-renderer', 'Node', nodeGlobal, "'process'"],
    ['src-renderer', 'Node’s modules', importing('node:fs'), "'node:fs'"],
    ['src-renderer', 'the archive', importing('../src-main/archive/neighbour.ts'), 'TS6307'],
    ['src-preload', 'the archive', importing('../src-main/archive/neighbour.ts'), 'TS6307'],
  ])('%s: %s', (room, _what, text, named) => {
    const { status, output } = compile(room, text);
    expect(output).toContain(`${room}/guest.ts`);
    expect(output).toContain(named);
    expect(status).not.toBe(0);
  });

  test.each<[Room, string]>([
    ['src-shared', importing('./neighbour.ts')],
    ['src-main/archive', nodeGlobal],
    ['src-main/electron', importing('electron')],
    ['src-main/browser-host', importing('../archive/neighbour.ts')],
    ['src-renderer', pageGlobal],
    ['src-preload', pageGlobal],
  ])('but %s compiles with what does', (room, text) => {
    expect(compile(room, text)).toEqual({ status: 0, output: '' });
  });
});
