import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** One file of the built page. */
export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  /** Media type, with its charset where it is text. */
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Reads a file of the built page. `pathname` is as in an address, percent-encoded; `/` is the page itself. Null for
 * everything that is not a file of a known type inside the folder, however the path is written.
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const path = pathInside(folder, pathname === '/' ? '/index.html' : pathname);
  if (path === null) return null;
  const type = types[extname(path)];
  if (type === undefined) return null;
  try {
    return { body: await readFile(path), type };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function pathInside(folder: string, pathname: string): string | null {
  const name = decoded(pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = join(folder, name);
  return path.startsWith(folder + sep) ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code));
