import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const rectangleSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const memorySchema = z.object({
  /** The archive folder the user changed to; absent while it is the usual one. */
  folder: z.string().optional(),
  window: z.object({ bounds: rectangleSchema, maximised: z.boolean() }).optional(),
});

/** What the shell remembers on this computer. Nothing of it belongs to the archive. */
export type Memory = z.infer<typeof memorySchema>;

/** A small JSON file; one that is missing or damaged is as good as empty. */
export interface MemoryFile {
  read(): Memory;
  write(change: Partial<Memory>): void;
}

/** Keeps the shell's memory in the file at `path`, replaced whole so that a kill leaves the old or the new one. */
export function memoryFile(path: string): MemoryFile {
  const read = (): Memory => {
    try {
      return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    read,
    write(change) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.part`, JSON.stringify({ ...read(), ...change }, null, 2));
      renameSync(`${path}.part`, path);
    },
  };
}
