import { readdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';

export interface Drive {
  readonly path: string;
  readonly name: string;
}

/** Sticks and disks that are connected, where this system shows them. A disk that does not answer is left out. */
export async function listDrives(): Promise<Drive[]> {
  if (process.platform === 'win32')
    return present([...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`));
  const parents =
    process.platform === 'darwin'
      ? ['/Volumes']
      : [join('/run/media', userInfo().username), join('/media', userInfo().username), '/mnt'];
  const found = await Promise.all(
    parents.map(async (parent) => (await readdir(parent).catch(() => [])).map((name) => join(parent, name))),
  );
  return present(found.flat());
}

async function present(paths: readonly string[]): Promise<Drive[]> {
  const checked = await Promise.all(
    paths.map(async (path) =>
      (await stat(path).catch(() => null))?.isDirectory() ? [{ path, name: basename(path) || path }] : [],
    ),
  );
  return checked.flat();
}
