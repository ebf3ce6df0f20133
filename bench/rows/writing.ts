import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import type { Session } from '../../src-main/archive/session.ts';
import { finish } from '../../tests/support/drive.ts';
import { scratch, type open } from '../bench-archive.ts';
import { restoreRows } from './restoring.ts';
import { once, time, type Row } from '../measure.ts';

type Client = Awaited<ReturnType<typeof open>>['client'];

/** One edit through the contract, with journal and search, against the bare update on a copy. */
export async function editRows(client: Client, session: Session): Promise<Row[]> {
  const { rows } = await client.customers.list({ filter: {}, limit: 1 });
  const id = rows[0]?.id ?? 1;
  let { version } = await client.customers.get({ id });
  const edit = await time(async (run) => {
    const { customer } = await client.customers.update({
      id,
      baseVersion: version,
      patch: { address: `文一西路${run}号` },
    });
    ({ version } = customer);
  }, 200);

  const copy = join(scratch, 'bare.db');
  rmSync(copy, { force: true });
  session.sqlite.prepare('vacuum into ?').run(copy);
  const bare = openDatabase(copy, { mustExist: true, key: session.key });
  // No triggers: the update alone, in a transaction of its own that is as durable.
  for (const name of bare
    .prepare("select name from sqlite_master where type = 'trigger'")
    .pluck()
    .all() as string[]) {
    bare.exec(`drop trigger ${name}`);
  }
  const update = bare.prepare('update customers set address = ? where id = ?');
  const plain = await time((run) => update.run(`文一西路${run}号`, id), 200);
  bare.close();
  rmSync(copy, { force: true });
  return [
    {
      what: 'one edit with journal and search, p50',
      value: edit.p50,
      unit: 'ms',
      against: { what: 'bare update', value: plain.p50 },
      limit: { text: '≤ 3 ×, ≤ 5 ms', holds: edit.p50 <= 5 && edit.p50 <= 3 * plain.p50 },
    },
    { what: 'one edit, p95', value: edit.p95, unit: 'ms', limit: { text: '≤ 5 ms', holds: edit.p95 <= 5 } },
  ];
}

/** A verified backup, against `VACUUM INTO` alone, and how long requests wait meanwhile. */
export async function backupRows(client: Client, session: Session): Promise<Row[]> {
  const plainTarget = join(scratch, 'vacuum.db');
  rmSync(plainTarget, { force: true });
  const plain = await once(() => session.sqlite.prepare('vacuum into ?').run(plainTarget));
  rmSync(plainTarget, { force: true });

  const target = join(scratch, 'backup.kedang');
  rmSync(target, { force: true });
  const finished = new AbortController();
  let longest = 0;
  const watch = (async () => {
    while (!finished.signal.aborted) {
      longest = Math.max(longest, await once(() => client.customers.list({ filter: {}, limit: 20 })));
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const backup = await once(() => finish(client.backups.create({ target })));
  finished.abort();
  await watch;
  const restoring = await restoreRows(target, session);
  rmSync(target, { force: true });
  return [
    {
      what: 'backup, verified',
      value: backup,
      unit: 'ms',
      against: { what: 'VACUUM INTO alone', value: plain },
      limit: { text: '≤ 3 ×', holds: backup <= 3 * plain },
    },
    {
      what: 'longest request during a backup',
      value: longest,
      unit: 'ms',
      limit: { text: '≤ 50 ms', holds: longest <= 50 },
    },
    ...restoring,
  ];
}
