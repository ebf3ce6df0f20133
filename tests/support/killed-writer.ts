import { createRouterClient } from '@orpc/server';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../src-main/archive/archive.ts';
import { silentLog } from '../../src-main/archive/log.ts';
import { finish } from './drive.ts';
import { importFile } from './import-file.ts';

/**
 * A process that writes until it is killed. After every acknowledged change it prints one line: `edit N` for the
 * Nth value of the counter customer, `import N` for a sheet of {@link batch} customers, undone and imported again.
 */
export const batch = 300;
export const counterName = '计数客户';

/** A sheet of customers that no other sheet has. */
function sheetOf(round: number): string {
  const rows = Array.from({ length: batch }, (_, row) => {
    const number = round * batch + row;
    return `第${number}号建材有限公司,王伟,131${String(number).padStart(8, '0')}`;
  });
  return `客户名称,联系人,手机\n${rows.join('\n')}\n`;
}

async function write(folder: string): Promise<never> {
  const archive = await openArchive({
    folder,
    appVersion: '0.0.0-test',
    log: silentLog,
    files: { readPath: (token) => token, writePath: (token) => token },
  });
  const client = createRouterClient(archive.router);
  if ((await client.archive.state()).state === 'none') await finish(client.archive.create({}));
  const { rows } = await client.customers.list({ filter: { text: counterName } });
  const id = rows[0]?.id ?? (await client.customers.create({ draft: { name: counterName } })).customer.id;
  let { version, notes } = await client.customers.get({ id });
  const say = (line: string) => writeSync(1, `${line}\n`);
  say('ready');
  for (let round = Number(notes || '0') + 1; ; round += 1) {
    const { customer } = await client.customers.update({
      id,
      baseVersion: version,
      patch: { notes: String(round) },
    });
    ({ version } = customer);
    say(`edit ${round}`);
    if (round % 5 === 0) {
      const sheet = join(folder, `台账${round}.csv`);
      writeFileSync(sheet, sheetOf(round));
      await importFile(client, sheet);
      await finish(client.changes.undo({}));
      await importFile(client, sheet);
      say(`import ${round}`);
    }
  }
}

const folder = process.argv[2];
if (process.argv[1]?.endsWith('killed-writer.ts') && folder) await write(folder);
