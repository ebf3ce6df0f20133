// Opens the archive folder named on the command line, which encrypts a plain one, unlocks it with the password that
// follows if there is one, and encrypts it anew until it is killed.
import { createRouterClient } from '@orpc/server';
import { openArchive } from '../../../../src-main/archive/archive.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { finish } from '../../../support/drive.ts';

const [, , folder = '', password] = process.argv;
const tokens = { readPath: (token: string) => token, writePath: (token: string) => token };
process.stdout.write('ready\n');
const archive = await openArchive({ folder, files: tokens, appVersion: '0.0.0-test', log: silentLog });
const client = createRouterClient(archive.router);
process.stdout.write('opened\n');
if (password === undefined) setInterval(() => {}, 1_000);
else {
  await client.protection.unlock({ password });
  process.stdout.write('unlocked\n');
  for (let round = 0; ; round += 1) {
    await finish(client.protection.changeDataKey({ current: password }));
    process.stdout.write(`done ${round}\n`);
  }
}
