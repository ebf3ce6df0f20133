// Run as a user who may not write to the folder named on the command line: prints what it can do there, as JSON.
import { createRouterClient } from '@orpc/server';
import { openArchive } from '../../src-main/archive/archive.ts';
import { silentLog } from '../../src-main/archive/log.ts';

const archive = await openArchive({
  folder: process.argv[2] ?? '',
  appVersion: '0.0.0-test',
  log: silentLog,
  files: { readPath: (token) => token, writePath: (token) => token },
});
const client = createRouterClient(archive.router);
const state = await client.archive.state();
const { rows } = await client.customers.list({ filter: { text: 'bjkj' } });
const writing = await client.customers.create({ draft: { name: '王伟' } }).then(
  () => 'written',
  (error: { data?: { code?: string } }) => error.data?.code,
);
await archive.close();
const found = {
  state: state.state,
  writable: state.state === 'open' && state.writable,
  found: rows.map(({ name }) => name),
  writing,
};
process.stdout.write(`found ${JSON.stringify(found)}\n`);
