import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** One thing that a process did below its folder, in the order in which it did them (io-shim.c). */
export type DiskEvent =
  | { readonly kind: 'create' | 'unlink' | 'directory' | 'sync'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const kinds = { C: 'create', U: 'unlink', D: 'directory', S: 'sync' } as const;
const headBytes = 17;

/** Reads the log of a run. Paths are relative to `root`; '' is the folder itself. */
export function readRecording(log: string, root: string): DiskEvent[] {
  const bytes = readFileSync(log);
  const paths = new Map<number, string>();
  const events: DiskEvent[] = [];
  const pathOf = (file: number): string => {
    const path = paths.get(file);
    if (path === undefined) throw new Error(`the log does not name file ${file}`);
    return path;
  };
  for (let at = 0; at + headBytes <= bytes.length;) {
    const operation = String.fromCharCode(bytes[at] ?? 0);
    const file = bytes.readUInt32LE(at + 1);
    const number = Number(bytes.readBigUInt64LE(at + 5));
    const length = bytes.readUInt32LE(at + 13);
    const data = bytes.subarray(at + headBytes, at + headBytes + length);
    at += headBytes + length;
    if (operation === 'P') paths.set(file, relative(root, data.toString()));
    else if (operation === 'W') events.push({ kind: 'write', path: pathOf(file), offset: number, data });
    else if (operation === 'T') events.push({ kind: 'truncate', path: pathOf(file), length: number });
    else if (operation === 'R') events.push({ kind: 'rename', path: pathOf(file), to: pathOf(number) });
    else if (operation in kinds)
      events.push({ kind: kinds[operation as keyof typeof kinds], path: pathOf(file) });
    else throw new Error(`the log has an unknown operation ${operation}`);
  }
  return events;
}
