import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import { type Archive, openArchive } from '../../../src-main/archive/archive.ts';
import { silentLog } from '../../../src-main/archive/log.ts';
import { writeSampleData } from '../../../src-main/archive/sample/write-sample-data.ts';
import { customerDraftSchema, type CustomerDraftInput } from '../../../src-shared/customers.ts';
import { finish } from '../../support/drive.ts';
import { hardwareTrader } from './hardware-trader.ts';

/*
 * Makes an archive for an end-to-end test, in a process of its own, since Playwright's loader cannot load the
 * archive: `node tests/e2e/support/fill-archive.ts --folder DIR [--samples] [--made-up N] [--hardware-trader] [--customers JSON]`.
 */

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    samples: { type: 'boolean', default: false },
    'made-up': { type: 'string', default: '0' },
    'hardware-trader': { type: 'boolean', default: false },
    customers: { type: 'string', default: '[]' },
  },
});
if (values.folder === undefined) throw new Error('Which folder?');

const paths = { readPath: (token: string) => token, writePath: (token: string) => token };
const archive = await openArchive({
  folder: values.folder,
  files: paths,
  appVersion: '0.0.0-test',
  log: silentLog,
});
await finish(createRouterClient(archive.router).archive.create({ sample: values.samples }));
const madeUp = Number(values['made-up']);
if (madeUp > 0) await writeSampleData(archive.holder.session(), undefined, undefined, madeUp);
if (values['hardware-trader']) await writeHardwareTrader(archive);
for (const draft of JSON.parse(values.customers) as CustomerDraftInput[]) {
  await createRouterClient(archive.router).customers.create({ draft });
}
await archive.close();

async function writeHardwareTrader({ router }: Archive): Promise<void> {
  const client = createRouterClient(router);
  const tagIds = new Map<string, number>();
  for (const [colour, name] of ['重点关注', '月结', '高意向'].entries()) {
    tagIds.set(name, (await client.tags.create({ name, colour })).tag.id);
  }
  for (const { tags = [], ...customer } of hardwareTrader.toReversed()) {
    const draft = customerDraftSchema.parse({ ...customer, tagIds: tags.map((tag) => tagIds.get(tag)) });
    await client.customers.create({ draft });
  }
}
