import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../../../src-shared/failures.ts';
import { partialPath, putInPlace } from '../atomic-file.ts';
import { currentSchema } from '../database/migrate.ts';
import { keyFileNames } from './file-names.ts';
import { keyEntrySchema, type KeyEntry } from './slots.ts';

/**
 * The key file: what it is and the version of its format, then JSON on one line, then the SHA-256 of both lines in
 * hexadecimal. It lies twice beside the archive; the copy that is whole and newer repairs the other.
 */
const magic = 'KEDANG-KEYS 1\n';
const magicOfAnyVersion = /^KEDANG-KEYS \d+\n/u;

const contentSchema = z.strictObject({
  /** Counts up with each writing, so that the newer of two copies is known. */
  sequence: z.number().int().min(1),
  /** The newest last. Older ones open files that were kept from before. */
  entries: z.array(keyEntrySchema),
});
type Content = z.infer<typeof contentSchema>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const encode = (content: Content): string => {
  const text = `${magic}${JSON.stringify(content)}\n`;
  return `${text}${sha256(text)}\n`;
};

const decode = (text: string, path: string): Content | null => {
  const end = text.length - 65;
  if (end <= 0 || text.slice(end) !== `${sha256(text.slice(0, end))}\n`) return null;
  if (!text.startsWith(magic)) {
    if (!magicOfAnyVersion.test(text)) return null;
    throw new FailureError({ code: 'archiveNewer', path, schema: currentSchema + 1, ours: currentSchema });
  }
  const content = contentSchema.safeParse(JSON.parse(text.slice(magic.length, end)));
  return content.success ? content.data : null;
};

const readOne = (path: string): Content | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return decode(text, path);
};

const writeOne = (path: string, text: string): void => {
  const partial = partialPath(path);
  try {
    writeFileSync(partial, text, { flag: 'wx' });
    putInPlace(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
};

const pathsIn = (folder: string): string[] => keyFileNames.map((name) => join(folder, name));

/**
 * The entries beside an archive; none when both copies are missing or damaged.
 *
 * @param repair whether to write what is missing or older anew: false where nothing can be written
 */
export const readKeyFile = (folder: string, { repair }: { repair: boolean }): readonly KeyEntry[] =>
  newest(folder, repair)?.entries ?? [];

const newest = (folder: string, repair: boolean): Content | null => {
  const paths = pathsIn(folder);
  const contents = paths.map(readOne);
  const best = contents.reduce(
    (a, b) => (a === null || (b !== null && b.sequence > a.sequence) ? b : a),
    null,
  );
  if (best === null || !repair) return best;
  for (const [index, path] of paths.entries()) {
    if (contents[index]?.sequence !== best.sequence) writeOne(path, encode(best));
  }
  return best;
};

/** The entry of a key; null when the key file has none. */
export const entryIn = (folder: string, id: string, options: { repair: boolean }): KeyEntry | null =>
  readKeyFile(folder, options).find((entry) => entry.id === id) ?? null;

/**
 * Puts an entry into the key file, in place of the one of the same key, and takes out those named. Killed at any
 * point, one of the two copies is whole and old or new.
 */
export const writeEntry = (folder: string, entry: KeyEntry, without: readonly string[] = []): void => {
  const before = newest(folder, false);
  const others = (before?.entries ?? []).filter(({ id }) => id !== entry.id && !without.includes(id));
  const text = encode({ sequence: (before?.sequence ?? 0) + 1, entries: [...others, entry] });
  for (const path of pathsIn(folder)) writeOne(path, text);
};
