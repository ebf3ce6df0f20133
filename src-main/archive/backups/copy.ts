import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { Progress } from '../../../src-shared/progress.ts';
import type { JobControl } from './jobs.ts';

const chunkBytes = 1024 * 1024;

export interface CopyOptions {
  readonly from: { readonly path: string; readonly position: number };
  /** Left out, the bytes are only hashed. */
  readonly to?: { readonly path: string; readonly position: number };
  readonly phase: Progress['phase'];
  readonly control: JobControl;
}

/** Copies the rest of a file, or only reads it, and answers how much that was and its SHA-256 in hexadecimal. */
export const copyAndHash = ({ from, to, phase, control }: CopyOptions): { bytes: number; sha256: string } => {
  const input = openSync(from.path, 'r');
  try {
    const output = to ? openSync(to.path, 'wx') : null;
    try {
      const total = Math.max(0, fstatSync(input).size - from.position);
      const hash = createHash('sha256');
      const chunk = Buffer.alloc(chunkBytes);
      let bytes = 0;
      for (;;) {
        control.check();
        const read = readSync(input, chunk, 0, chunk.length, from.position + bytes);
        if (read === 0) break;
        const piece = chunk.subarray(0, read);
        hash.update(piece);
        if (output !== null && to) writeAll(output, piece, to.position + bytes);
        bytes += read;
        control.report({ phase, done: bytes, total });
      }
      return { bytes, sha256: hash.digest('hex') };
    } finally {
      if (output !== null) closeSync(output);
    }
  } finally {
    closeSync(input);
  }
};

/** A file from a position to its end. */
export interface Rest {
  readonly path: string;
  readonly position: number;
}

/** Whether two files hold the same from a position of each to their ends; cheaper than the hash of either. */
export const sameBytes = (a: Rest, b: Rest, { check }: Pick<JobControl, 'check'>): boolean => {
  const [first, second] = [openSync(a.path, 'r'), openSync(b.path, 'r')];
  try {
    const [one, other] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
    for (let at = 0; ; at += chunkBytes) {
      check();
      const length = readSync(first, one, 0, chunkBytes, a.position + at);
      const found = readSync(second, other, 0, chunkBytes, b.position + at);
      if (length !== found || one.compare(other, 0, found, 0, length) !== 0) return false;
      if (length < chunkBytes) return true;
    }
  } finally {
    closeSync(first);
    closeSync(second);
  }
};

/** Writes every byte: the system may take fewer than it was given, above all on a disk that is filling up. */
export const writeAll = (file: number, bytes: Uint8Array, position: number): void => {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
};
