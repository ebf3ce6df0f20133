import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Failure, FailureCode } from '../../src-shared/failures.ts';
import { partialPath } from './atomic-file.ts';
import type { ArchiveHolder } from './holder.ts';
import type { Session } from './session.ts';

/** What keeps an open archive from being written to until it passes by itself or somebody makes room. */
const passing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'diskFull',
  'ioError',
  'readOnly',
  'noPermission',
]);

/** How often it is tried whether writing works again (ms). */
const interval = 5_000;
/** So much has to fit (bytes): a few pages and their entries in the write-ahead log. */
const probeBytes = 1024 * 1024;

/** Trouble with the open archive's own file or disk, for as long as it lasts. */
export interface TroubleWatch {
  /** Takes note of a failure, if it is one of these. */
  met(failure: Failure): void;
  /** What is the matter with the archive that is open now; null when nothing is known to be. */
  current(): Failure | null;
  close(): void;
}

/**
 * Remembers what operations met that concerns the archive as a whole, so that every screen can say it until it is over. A
 * full or failing disk is over when a small file can be written again; a damaged file stays so until another one is opened.
 *
 * @param tell is called whenever the answer of `current` changes
 */
export function createTroubleWatch(
  holder: ArchiveHolder,
  tell: () => void,
  canWrite: (path: string) => boolean = tryToWrite,
): TroubleWatch {
  let trouble: { readonly failure: Failure; readonly session: Session } | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const openSession = (): Session | null => {
    const held = holder.state();
    return held.state === 'open' ? held.session : null;
  };
  const settle = (): void => {
    clearInterval(timer);
    trouble = null;
    tell();
  };
  const look = (): void => {
    if (trouble === null || trouble.session !== openSession() || canWrite(holder.path)) settle();
  };

  return {
    met(failure) {
      const session = openSession();
      if (session === null || !('path' in failure) || failure.path !== holder.path) return;
      const isDamage = failure.code === 'archiveDamaged';
      if (!isDamage && !passing.has(failure.code)) return;
      // What is damaged does not get better by a disk that is full as well.
      if (trouble?.session === session && trouble.failure.code === 'archiveDamaged') return;
      const isNew = trouble?.session !== session || trouble.failure.code !== failure.code;
      trouble = { failure, session };
      clearInterval(timer);
      if (!isDamage) timer = setInterval(look, interval).unref();
      if (isNew) tell();
    },
    current: () => (trouble !== null && trouble.session === openSession() ? trouble.failure : null),
    close: () => clearInterval(timer),
  };
}

/** Whether a small file beside the archive can be written and forced to the disk. */
function tryToWrite(archive: string): boolean {
  const path = partialPath(archive);
  try {
    const file = openSync(path, 'wx', 0o600);
    try {
      writeSync(file, Buffer.alloc(probeBytes));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return true;
  } catch {
    return false;
  } finally {
    rmSync(path, { force: true });
  }
}
