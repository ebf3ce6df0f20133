import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('./io-shim.c', import.meta.url));

/** The compiled io-shim.c, or why there is none on this machine. */
export type Shim = { readonly path: string; remove(): void } | { readonly missing: string };

/** Compiles io-shim.c with the machine's C compiler. */
export function compileShim(): Shim {
  if (process.platform !== 'linux') return { missing: 'what a process writes is recorded on Linux' };
  const folder = mkdtempSync(join(tmpdir(), 'kedang-shim-'));
  const path = join(folder, 'io-shim.so');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', path, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (!existsSync(path)) {
    rmSync(folder, { recursive: true, force: true });
    if (made.error) return { missing: 'there is no C compiler' };
    throw new Error(made.stderr);
  }
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
