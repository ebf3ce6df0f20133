// Backs up and restores in the archive folder named on the command line, by turns between two states, until it is
// killed. The two states differ in the name of their one customer.
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { createBackup } from '../../../../src-main/archive/backups/create.ts';
import { restoreBackup } from '../../../../src-main/archive/backups/restore.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';

const [, , folder = '', ...sources] = process.argv;
const tokens = { readPath: (token: string) => token, writePath: (token: string) => token };
const archive = await openArchive({ folder, files: tokens, appVersion: '0.0.0-test', log: silentLog });
if (archive.holder.state().state !== 'open')
  throw new Error(`found ${JSON.stringify(archive.holder.state())}`);
process.stdout.write('ready\n');
for (let round = 0; ; round += 1) {
  await createBackup(archive.holder.session(), { reason: 'scheduled' });
  await restoreBackup(archive.holder, { path: sources[round % sources.length] ?? '' }, ({ phase }) => {
    if (phase === 'swapping') process.stdout.write('swapping\n');
  });
  process.stdout.write(`done ${round}\n`);
}
