// Moves the archive in the first folder to the second, and stands still at the named step until it is killed.
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { moveArchive } from '../../../../src-main/archive/moving/move.ts';

const [, , folder = '', to = '', until = ''] = process.argv;
const tokens = { readPath: (token: string) => token, writePath: (token: string) => token };
const archive = await openArchive({ folder, files: tokens, appVersion: '0.0.0-test', log: silentLog });
process.stdout.write('ready\n');
await moveArchive(archive.holder, archive.backups, {
  chosen: to,
  report: () => {},
  signal: undefined,
  reached(step) {
    if (step !== until) return;
    process.stdout.write(`reached ${step}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
process.stdout.write('moved\n');
