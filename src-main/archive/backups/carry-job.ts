import { statSync } from 'node:fs';
import { FailureError } from '../../../src-shared/failures.ts';
import { syncFile } from '../database/replace.ts';
import { copyAndHash } from './copy.ts';
import type { CarryJob, JobControl, JobResults } from './jobs.ts';

/**
 * Copies files byte by byte to names that nothing has yet, forces each to the disk and reads it back. Whatever throws leaves
 * what was copied so far: whoever asked knows the folder that it lies in.
 *
 * @throws FailureError `ioError` about a copy that reads otherwise than it was written
 */
export const carryFiles = ({ files }: CarryJob, control: JobControl): JobResults['carry'] => {
  const total = files.reduce((sum, { from }) => sum + statSync(from).size, 0);
  let done = 0;
  for (const { from, to } of files) {
    const ahead: JobControl = {
      check: control.check,
      // Each byte is copied once and read once.
      report: ({ phase, done: inFile }) =>
        control.report({ phase, done: done + Math.floor(inFile / 2), total }),
    };
    const copied = copyAndHash({
      from: { path: from, position: 0 },
      to: { path: to, position: 0 },
      phase: 'copying',
      control: ahead,
    });
    syncFile(to);
    const read = copyAndHash({
      from: { path: to, position: 0 },
      phase: 'copying',
      control: {
        check: control.check,
        report: ({ phase, done: inFile }) =>
          control.report({ phase, done: done + Math.floor((copied.bytes + inFile) / 2), total }),
      },
    });
    if (read.sha256 !== copied.sha256 || read.bytes !== copied.bytes)
      throw new FailureError({ code: 'ioError', path: to });
    done += copied.bytes;
  }
  return { bytes: done };
};
