import { closeSync, openSync, statSync } from 'node:fs';
import { FailureError } from '../../../src-shared/failures.ts';
import { putInPlace } from '../atomic-file.ts';
import { copyAndHash, sameBytes, writeAll } from './copy.ts';
import { decodeHeader, encodeHeader, headerBytes } from './format.ts';
import type { FinishJob, JobControl, JobResults, PackJob } from './jobs.ts';
import { readBytes } from './read-header.ts';

/**
 * Copies an image behind the room for a header, and compares what was written with it, byte by byte.
 *
 * @throws FailureError `ioError` when it is not the same
 */
export const packImage = ({ image, partial }: PackJob, { check }: JobControl): JobResults['pack'] => {
  // Checks of tables report meanwhile; two phases by turns would tell the user nothing.
  const shared = { phase: 'copying', control: { check, report: () => {} } } as const;
  const from = { path: image, position: 0 };
  const to = { path: partial, position: headerBytes };
  const { bytes, sha256 } = copyAndHash({ from, to, ...shared });
  if (!sameBytes(from, to, shared.control)) throw new FailureError({ code: 'ioError', path: partial });
  return { imageBytes: bytes, imageSha256: sha256 };
};

/**
 * Writes the header, reads it again, forces the file to the disk and gives it its name.
 *
 * @throws FailureError `ioError` when the header does not read as it was written
 */
export const finishBackup = (
  { partial, target, header }: FinishJob,
  control: JobControl,
): JobResults['finish'] => {
  const bytes = encodeHeader(header);
  const file = openSync(partial, 'r+');
  try {
    writeAll(file, bytes, 0);
  } finally {
    closeSync(file);
  }
  if (typeof decodeHeader(readBytes(partial, headerBytes)) === 'string') {
    throw new FailureError({ code: 'ioError', path: target });
  }
  control.check();
  putInPlace(partial, target);
  return { sizeBytes: statSync(target).size };
};
