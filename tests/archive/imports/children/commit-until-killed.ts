import { writeSync } from 'node:fs';
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { commitImport } from '../../../../src-main/archive/imports/imports.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { planUnderstood, understandFile } from '../../../support/sheet-import.ts';

/*
 * A process that opens the archive in a folder and imports a sheet. When so many percent of its rows are
 * written it says `at` and goes on; when the commit is acknowledged it says `committed`.
 */
const [folder = '', sheet = '', percent = ''] = process.argv.slice(2);
const archive = await openArchive({
  folder,
  appVersion: '0.0.0-test',
  log: silentLog,
  files: { readPath: (token) => token, writePath: (token) => token },
});
const session = archive.holder.session();
const { planId } = await planUnderstood(session, await understandFile(session, sheet));
let said = false;
await commitImport(
  session,
  { planId },
  async () => {},
  ({ phase, done, total }) => {
    if (said || phase !== 'writing' || 100 * done < Number(percent) * (total ?? Number.POSITIVE_INFINITY))
      return;
    said = true;
    writeSync(1, 'at\n');
  },
);
writeSync(1, 'committed\n');
// Only a kill ends it.
setInterval(() => {}, 60_000);
