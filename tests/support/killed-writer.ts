import { createRouterClient } from '@orpc/server';
import { writeSync } from 'node:fs';
import { openArchive } from '../../src-main/archive/archive.ts';
import { silentLog } from '../../src-main/archive/log.ts';
import { writeSampleData } from '../../src-main/archive/sample/write-sample-data.ts';
import { finish } from './drive.ts';

/**
 * A process that writes until it is killed. After every acknowledged change it prints one line: `edit N` for the
 * Nth value of the counter customer, `bulk N` for the Nth batch of {@link batch} customers.
 */
export const batch = 300;
export const counterName = '计数客户';

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
      await writeSampleData(archive.holder.session(), undefined, undefined, batch);
      await finish(client.changes.undo({}));
      await writeSampleData(archive.holder.session(), undefined, undefined, batch);
      say(`bulk ${round}`);
    }
  }
}

const folder = process.argv[2];
if (process.argv[1]?.endsWith('killed-writer.ts') && folder) await write(folder);
