import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../src-shared/failures.ts';
import type { FileRef } from '../../src-shared/files.ts';
import { safeFileName } from './file-name.ts';
import { type Grant, newToken } from './grants.ts';

/** Largest upload in bytes: more than any archive's backup needs, and a bound to what a page can put on the disk. */
export const uploadLimit = 2 * 1024 ** 3;

/** Files handed over by the page, kept in a folder of their own until they are released, the archive is locked or the program ends. */
export interface Uploads {
  /**
   * Writes the body to a file and grants reading it. `encodedName` is the value of the `x-file-name` header, made
   * with `encodeURIComponent`. Throws `sheetTooLarge` beyond the limit and leaves nothing behind when it fails.
   */
  receive(encodedName: string | null, body: AsyncIterable<Uint8Array>): Promise<FileRef>;
  /** A fresh path of the given name in that folder, for a file that the page will download. */
  place(name: string): Promise<{ token: string; path: string; name: string }>;
  /** Deletes what was received under this token; for any other token nothing happens. */
  release(token: string): Promise<void>;
  /** Deletes them all; more may come afterwards. */
  clear(): void;
}

const forOneself = { recursive: true, mode: 0o700 } as const;

/**
 * Prepares the folder for uploads; whatever a run that was killed left in it is deleted. `grant` is waited for before
 * a token is given.
 */
export function createUploads(options: {
  readonly folder: string;
  readonly grant: (grant: Grant) => void | Promise<void>;
  readonly limitBytes?: number;
}): Uploads {
  const { folder } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, forOneself);
  const received = new Set<string>();
  const limit = options.limitBytes ?? uploadLimit;

  const place: Uploads['place'] = async (wanted) => {
    const token = newToken();
    const name = safeFileName(wanted);
    await mkdir(join(folder, token), forOneself);
    return { token, path: join(folder, token, name), name };
  };

  return {
    place,
    async receive(encodedName, body) {
      const { token, path, name } = await place(nameOf(encodedName));
      try {
        const sizeBytes = await write(path, body, limit, name);
        await options.grant({ token, path, access: 'read' });
        received.add(token);
        return { token, name, sizeBytes };
      } catch (error) {
        await rm(join(folder, token), { recursive: true, force: true });
        throw error;
      }
    },
    async release(token) {
      if (received.delete(token)) await rm(join(folder, token), { recursive: true, force: true });
    },
    clear() {
      received.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function write(
  path: string,
  body: AsyncIterable<Uint8Array>,
  limit: number,
  name: string,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let sizeBytes = 0;
  try {
    for await (const chunk of body) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > limit)
        throw new FailureError({ code: 'sheetTooLarge', name, limit: 'bytes', max: limit });
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return sizeBytes;
}

function nameOf(encoded: string | null): string {
  try {
    return decodeURIComponent(encoded ?? '');
  } catch {
    throw new FailureError({ code: 'invalidInput', issues: [{ path: 'x-file-name', problem: 'invalid' }] });
  }
}
