import { stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ReadError } from './read-error.ts';
import { readLimits } from './limits.ts';
import type { ReaderOutput } from './messages.ts';

/** A zip file whose listing has been found harmless, and whose entries are measured while they are inflated. */
export interface CheckedZip {
  /** Whether there is an entry of that name; letters of either case are the same, as in OPC. */
  has(name: string): boolean;
  /** Bytes that the listing claims for the entry. */
  sizeOf(name: string): number;
  /** Inflates an entry. Throws `sheetTooLarge` as soon as a limit is passed, and an error when it is missing. */
  open(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
}

/**
 * Opens a zip file after checking its size and its listing.
 *
 * @throws ReadError `sheetTooLarge`, `sheetSuspicious` for an entry name that no spreadsheet program writes,
 * `sheetEncrypted`; an ordinary error when it is no intact zip file.
 */
export async function openZip(path: string, fileName: string): Promise<CheckedZip> {
  const tooLarge = (limit: 'entries' | 'inflatedBytes' | 'ratio'): ReadError =>
    new ReadError({ code: 'sheetTooLarge', name: fileName, limit, max: readLimits[limit] });

  const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
  try {
    if (zip.entryCount > readLimits.entries) throw tooLarge('entries');
    const entries = await listEntries(zip, fileName);
    const claimed = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (claimed > readLimits.inflatedBytes) throw tooLarge('inflatedBytes');
    const packed = (await stat(path)).size;
    if (isBomb(claimed, packed)) throw tooLarge('ratio');

    let inflated = 0;
    return {
      has: (name) => entries.has(name.toLowerCase()),
      sizeOf: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
      async *open(name) {
        const entry = entries.get(name.toLowerCase());
        if (!entry) throw new Error(`no entry ${name}`);
        let ofEntry = 0;
        for await (const bytes of await zip.openReadStreamPromise(entry)) {
          if (!(bytes instanceof Uint8Array)) throw new TypeError('an entry inflates to bytes');
          inflated += bytes.length;
          ofEntry += bytes.length;
          if (inflated > readLimits.inflatedBytes) throw tooLarge('inflatedBytes');
          if (isBomb(ofEntry, entry.compressedSize)) throw tooLarge('ratio');
          yield bytes;
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const isBomb = (inflated: number, packed: number): boolean =>
  inflated > readLimits.ratioFromBytes && inflated > packed * readLimits.ratio;

async function listEntries(zip: ZipFile, fileName: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = new TextDecoder().decode(entry.fileNameRaw);
    const key = name.toLowerCase();
    if (isOdd(name) || entries.has(key)) {
      throw new ReadError({ code: 'sheetSuspicious', name: fileName, reason: 'entryName' });
    }
    if (entry.isEncrypted()) throw new ReadError({ code: 'sheetEncrypted', name: fileName });
    entries.set(key, entry);
  }
  return entries;
}

/** Absolute, upward, drive, empty or with control characters or backslashes: nothing a spreadsheet program writes. */
const isOdd = (name: string): boolean =>
  name === '' ||
  name.startsWith('/') ||
  /[\\:\p{Cc}\uFFFD]/u.test(name) ||
  name.split('/').some((part) => part === '..' || part === '.');

/** A zip file that tells the output how much of the given entries is read. */
export function measuredZip(
  zip: CheckedZip,
  entries: readonly (string | null)[],
  output: Pick<ReaderOutput, 'progress'>,
): CheckedZip {
  const total = entries.reduce((sum, entry) => sum + (entry ? zip.sizeOf(entry) : 0), 0);
  let done = 0;
  return {
    ...zip,
    async *open(name) {
      for await (const bytes of zip.open(name)) {
        yield bytes;
        done += bytes.length;
        output.progress(Math.min(done, total), total);
      }
    },
  };
}
